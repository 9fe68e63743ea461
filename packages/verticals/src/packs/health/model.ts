// The champion: additive, so that every reason is an exact term of the estimate. For shadows an answer turns where either side is likelier.
import { additiveModel } from '../../kit/additive.ts'

export const malignancyModel = additiveModel({ name: 'breast-malignancy', turnsAt: 0.5 })
