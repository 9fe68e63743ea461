// The golden cases that come with the pack. None depends on what the champion says: thresholds are set so that any estimate decides alike.
import { goldenCaseSchema } from '../../kit/golden.ts'
import triage from './golden/triage.json' with { type: 'json' }

export const goldens = triage.map((golden) => goldenCaseSchema.parse(golden))
