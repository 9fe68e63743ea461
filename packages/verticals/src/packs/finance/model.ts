// The credit model: additive, so that reasons are exact. A decision turns where the odds do; the template's own cut-offs a shadow does not know.
import { additiveModel } from '../../kit/additive.ts'

export const creditModel = additiveModel({ name: 'consumer-pd', turnsAt: 0.2 })
