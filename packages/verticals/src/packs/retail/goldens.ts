// The golden cases of recommendations: promises that hold in any shop, whatever it sells and whether a model serves.
import { goldenCaseSchema } from '../../kit/golden.ts'
import promises from './golden/promises.json' with { type: 'json' }

export const goldens = promises.map((golden) => goldenCaseSchema.parse(golden))
