// The skills of the starter course and what must be mastered before each: fractions, ratios, percentages, linear equations.
import type { Localized } from '../../../kit/localized.ts'
import { both } from './family.ts'

/** A record of the collection `skills`. */
export type Skill = { id: string; title: Localized; prerequisites: string[]; order: number }

const skill = (id: string, title: Localized, ...prerequisites: string[]) => ({ id, title, prerequisites })

const inOrder = [
  skill('frac-meaning', both('Fractions of a whole', '分数的意义')),
  skill(
    'frac-equivalent',
    both('Equal fractions, simplest form, comparing', '等值分数、约分与比较大小'),
    'frac-meaning',
  ),
  skill('frac-add-like', both('Adding and subtracting like fractions', '同分母分数加减法'), 'frac-meaning'),
  skill(
    'frac-add-unlike',
    both('Adding and subtracting unlike fractions', '异分母分数加减法'),
    'frac-equivalent',
    'frac-add-like',
  ),
  skill('frac-multiply', both('Multiplying fractions', '分数乘法'), 'frac-meaning'),
  skill('frac-divide', both('Dividing by fractions', '分数除法'), 'frac-multiply', 'frac-equivalent'),
  skill('ratio-simplify', both('Equal ratios and simplest form', '比的基本性质与化简'), 'frac-equivalent'),
  skill('ratio-share', both('Sharing in a ratio', '按比分配'), 'ratio-simplify', 'frac-multiply'),
  skill('ratio-rate', both('Rates and proportion', '单位量与正比例'), 'ratio-simplify'),
  skill('percent-convert', both('Percentages, fractions and decimals', '百分数、分数与小数互化'), 'frac-equivalent'),
  skill('percent-of', both('Percentages of an amount', '求一个数的百分之几'), 'percent-convert', 'frac-multiply'),
  skill('percent-change', both('Percentage change', '百分率的增减'), 'percent-of'),
  skill('expr-simplify', both('Expressions with x', '含字母的式子')),
  skill('eq-one-step', both('Equations in one step', '一步方程'), 'expr-simplify'),
  skill('eq-two-step', both('Equations in two steps', '两步方程'), 'eq-one-step'),
  skill('eq-both-sides', both('Equations with x on both sides', '两边都含未知数的方程'), 'eq-two-step'),
]

/** Prerequisites stand before what needs them. */
export const starterSkills = (): Skill[] => inOrder.map((one, at) => ({ ...one, order: at + 1 }))
