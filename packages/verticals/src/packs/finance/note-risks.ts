// Policy results, risks with their mitigants, and recourse, as facts and as what the wording can name.
import type { FactRef } from '../../kit/facts.ts'
import type { Localized } from '../../kit/localized.ts'
import { relate } from '../../kit/relation.ts'
import type { Phrase } from '../../kit/wording.ts'
import type { Assessment } from './assess.ts'
import { inputFields } from './input-fields.ts'
import { levelLabels, outcomeLabels, yesNoLabels } from './labels.ts'
import type { NoteSource, Recorder } from './note-recorder.ts'
import type { PolicyResult } from './policy.ts'

const leastRisks = 3
const mostRisks = 5
const plain = (text: Localized): Phrase => ({ text, value: null })

type RuleFacts = { name: FactRef; outcome: FactRef; value: FactRef | null; limit: FactRef | null; side: FactRef | null }

function ruleFacts(result: PolicyResult, recorder: Recorder): RuleFacts {
  const path = `policy.${result.rule}`
  const { book, text, of } = recorder
  const { unit, value, limit } = result
  const isFigure = unit !== null && typeof value === 'number'
  const figure = isFigure ? of(unit, `${path}.value`, value) : null
  const bound = isFigure && limit !== null ? of(unit, `${path}.limit`, limit) : null
  const kind = result.bound === 'max' || result.bound === 'min' ? result.bound : null
  return {
    name: text(`${path}.name`, result.rule, result.name),
    outcome: text(`${path}.outcome`, result.outcome, outcomeLabels[result.outcome]),
    value:
      figure ??
      (typeof value === 'string'
        ? text(`${path}.value`, value, (result.metric === 'income_verified' ? yesNoLabels : levelLabels)[value])
        : null),
    limit: bound,
    side: figure && bound && kind ? relate(book, `${path}.side`, { kind, of: figure, to: bound }) : null,
  }
}

export function policyContext({ found, content }: NoteSource, recorder: Recorder) {
  const { money, share } = recorder
  const decisive = found.policy.find((one) => one.rule === found.decidedBy)
  const conditions = content.conditions.filter((one) => found.conditions.includes(one.code))
  return {
    policy: found.policy.map((result) => ruleFacts(result, recorder)),
    decided_by: decisive ? ruleFacts(decisive, recorder).name : null,
    conditions: conditions.map(({ text }) => ({ text: plain(text) })),
    max_amount: found.maxAmount === null ? null : money('recommendation.max_amount', found.maxAmount),
    el: money('expected_loss.el', found.expectedLoss.el),
    lgd: share('expected_loss.lgd', found.expectedLoss.lgd),
    ead: money('expected_loss.ead', found.expectedLoss.ead),
  }
}

/** Reasons first, then rules that were not passed, then, so that a reader never has fewer than three, the rules nearest to their limit. */
export function riskContext(source: NoteSource, recorder: Recorder) {
  const { found } = source
  const reasons = found.reasons.map((reason) => reasonContext(reason, recorder))
  const failed = found.policy.filter((one) => one.outcome !== 'pass' && !isSaid(one, found))
  const near = found.policy
    .filter((one) => one.outcome === 'pass' && one.margin !== null && !isSaid(one, found))
    .toSorted((a, b) => nearness(a) - nearness(b))
  const rules = [...failed, ...near].map((result) => ruleRisk(result, source, recorder))
  const room = Math.max(leastRisks - reasons.length, Math.min(failed.length, mostRisks - reasons.length))
  return {
    reasons,
    strengths: found.strengths.map((strength) => reasonContext(strength, recorder)),
    risks: [...reasons.map((reason) => ({ ...noRule, ...reason })), ...rules.slice(0, Math.max(0, room))],
    no_reasons:
      reasons.length > 0
        ? null
        : recorder.state('reasons.none', {
            en: 'No factor lowers the score against the reference.',
            'zh-CN': '与参照相比，没有降低评分的因素。',
          }),
  }
}

const noRule = { name: null, value: null, limit: null, side: null }

/** A rule on the very factor that a reason has named says nothing new. */
const isSaid = (result: PolicyResult, found: Assessment) => found.reasons.some((one) => one.factor === result.metric)

const nearness = ({ margin, limit }: PolicyResult) => Math.abs(margin ?? 1) / Math.abs(limit || 1)

const anyMitigant: Localized = { en: 'Have a senior officer look at it.', 'zh-CN': '由高级信贷员复核。' }

function ruleRisk(result: PolicyResult, { content }: NoteSource, recorder: Recorder) {
  const { name, value, limit, side } = ruleFacts(result, recorder)
  const mitigant = content.rules.find((rule) => rule.id === result.rule)?.mitigant ?? anyMitigant
  return { name, value, limit, side, text: null, direction: null, points: null, mitigant: plain(mitigant) }
}

function reasonContext({ row, ...reason }: Assessment['reasons'][number], recorder: Recorder) {
  const { book, points, feature } = recorder
  const path = `reasons.${reason.code}`
  const effect = points(`${path}.points`, reason.points)
  return {
    text: {
      text: reason.direction === 'lowers' ? row.text : row.strength,
      value: feature(reason.factor, reason.value),
    },
    direction: relate(book, `${path}.direction`, { kind: 'sign', of: effect, to: null }),
    points: points(`${path}.size`, Math.abs(reason.points)),
    mitigant: plain(row.mitigant),
  }
}

export function recourseContext({ found }: NoteSource, recorder: Recorder) {
  const { points, text, state, money, months } = recorder
  return {
    recourse: found.recourse.paths.map((path, at) => ({
      points: points(`recourse.${at}.rescored_points`, path.rescored_points),
      changes: path.changes.map((change, step) => {
        const own = `recourse.${at}.changes.${step}`
        const value = (side: 'from' | 'to') => {
          const given = change[side]
          if (typeof given === 'string') return money(`${own}.${side}`, given)
          if (typeof given === 'number') return months(`${own}.${side}`, given)
          return text(`${own}.${side}`, String(given), yesNoLabels[given ? 'yes' : 'no'])
        }
        return {
          name: text(`${own}.path`, change.path, inputFields[change.path].label),
          from: value('from'),
          to: value('to'),
        }
      }),
    })),
    recourse_none:
      found.recourse.is_searched && found.recourse.paths.length === 0
        ? state('recourse.none', {
            en: `None of the changes tried in amount, term, debts and verification would reach approval.`,
            'zh-CN': `在金额、期限、债务与核实方面试算的调整均不能获批。`,
          })
        : null,
  }
}
