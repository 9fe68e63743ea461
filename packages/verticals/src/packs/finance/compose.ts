// Assessment -> output, facts and note.
import type { AdditiveCard } from '@guildhall/contracts/model-card'
import type { Composed } from '../../kit/composed.ts'
import { formatFact } from '../../kit/format.ts'
import type { ComposeArgs, Features, Prediction } from '../../kit/vertical.ts'
import { renderWording } from '../../kit/wording.ts'
import { completed } from './arrange.ts'
import { type Assessment, assess } from './assess.ts'
import type { RiskNoteContent } from './content.ts'
import type { FinanceFeatures } from './features.ts'
import type { RiskNoteInput } from './input.ts'
import { noteContext } from './note-context.ts'
import type { Recorder } from './note-recorder.ts'

type RiskNoteArgs = ComposeArgs<RiskNoteInput, RiskNoteContent, AdditiveCard, Features & FinanceFeatures, Prediction>

export function composeRiskNote(args: RiskNoteArgs): Composed {
  const { content, card, languages } = args
  const found = assess(args)
  const { input } = completed(args.input, content)
  const { context, book, recorder } = noteContext({ input, found, card, content })
  const output = outputOf(found, { recorder, content })
  const facts = book.facts()
  const refOf = (id: string) => {
    const fact = facts[id]
    if (!fact) throw new Error(`no fact ${id}`)
    return { id, fact }
  }
  const text = (language: (typeof languages)[number]) =>
    renderWording(content.wording, { context, language, facts: refOf })
  return { output, facts, text: Object.fromEntries(languages.map((language) => [language, text(language)])) }
}

/** The output of a risk note without its wording: also what a simulation compares. */
function outputOf(found: Assessment, { recorder, content }: { recorder: Recorder; content: RiskNoteContent }) {
  return {
    score: {
      pd_12m: found.pd,
      pd_interval_90: found.interval,
      points: Math.round(found.points),
      band: found.band,
      scale: content.scale,
    },
    reasons: found.reasons.map((reason) => reasonOf(reason, recorder)),
    strengths: found.strengths.map((reason) => reasonOf(reason, recorder)),
    reason_method: found.method,
    factors: found.factors,
    affordability: found.affordability,
    expected_loss: found.expectedLoss,
    policy: found.policy,
    recommendation: {
      action: found.action,
      decided_by: found.decidedBy,
      resolution: content.resolution,
      max_amount: found.maxAmount,
      approver_role: found.approverRole,
    },
    conditions: found.conditions,
    recourse: found.recourse.paths,
    recourse_search: { is_searched: found.recourse.is_searched, candidates: found.recourse.candidates },
    missing: found.missing,
    assumed: found.assumed,
  }
}

function reasonOf({ row, ...reason }: Assessment['reasons'][number], recorder: Recorder) {
  const { fact } = recorder.feature(reason.factor, reason.value)
  const wording = reason.direction === 'lowers' ? row.text : row.strength
  const worded = (language: 'en' | 'zh-CN') => wording[language].replaceAll('{value}', () => formatFact(fact, language))
  return { ...reason, text: { en: worded('en'), 'zh-CN': worded('zh-CN') } }
}
