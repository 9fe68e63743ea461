// The golden cases of the risk note: three products, every outcome of a rule, every field missing in turn. No figure depends on a champion.
import { goldenCaseSchema } from '../../kit/golden.ts'
import missing from './golden/missing.json' with { type: 'json' }
import mortgage from './golden/mortgage.json' with { type: 'json' }
import personal from './golden/personal.json' with { type: 'json' }
import sme from './golden/sme.json' with { type: 'json' }
import ofStarters from './golden/starters.json' with { type: 'json' }

export const goldens = [...personal, ...mortgage, ...sme, ...missing, ...ofStarters].map((golden) =>
  goldenCaseSchema.parse(golden),
)
