// All families of the course, in the order of its skills, and a family by its id.
import { addingFamilies } from './adding.ts'
import { unlikeFamilies } from './adding-unlike.ts'
import { amountFamilies } from './amounts.ts'
import { bothSidesFamilies } from './both-sides.ts'
import { changeFamilies } from './changes.ts'
import { dividingFamilies } from './dividing.ts'
import { equalFractionFamilies } from './equal-fractions.ts'
import { expressionFamilies } from './expressions.ts'
import type { Family } from './family.ts'
import { multiplyingFamilies } from './multiplying.ts'
import { offerFamilies } from './offers.ts'
import { oneStepFamilies } from './one-step.ts'
import { partFamilies } from './parts.ts'
import { percentFamilies } from './percents.ts'
import { rateFamilies } from './rates.ts'
import { ratioFamilies } from './ratios.ts'
import { sharingFamilies } from './sharing.ts'
import { twoStepFamilies } from './two-step.ts'

export const families: readonly Family[] = [
  ...partFamilies,
  ...equalFractionFamilies,
  ...addingFamilies,
  ...unlikeFamilies,
  ...multiplyingFamilies,
  ...dividingFamilies,
  ...ratioFamilies,
  ...sharingFamilies,
  ...rateFamilies,
  ...offerFamilies,
  ...percentFamilies,
  ...amountFamilies,
  ...changeFamilies,
  ...expressionFamilies,
  ...oneStepFamilies,
  ...twoStepFamilies,
  ...bothSidesFamilies,
]

const byId = new Map(families.map((family) => [family.id, family]))

export const familyOf = (id: string): Family | undefined => byId.get(id)
