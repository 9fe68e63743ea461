// The golden cases of recommendations: promises that hold in any shop, whatever it sells and whether a model serves.
import { goldenCaseSchema } from '../../kit/golden.ts'
import promises from './golden/promises.json' with { type: 'json' }
import ofStarters from './golden/starters.json' with { type: 'json' }

export const goldens = [...promises, ...ofStarters].map((golden) => goldenCaseSchema.parse(golden))
