// Assessment -> output, facts and note.
import type { AdditiveCard } from '@guildhall/contracts/model-card'
import type { Composed } from '../../kit/composed.ts'
import { formatFact } from '../../kit/format.ts'
import { renderNote } from '../../kit/text.ts'
import type { ComposeArgs, Features, Prediction } from '../../kit/vertical.ts'
import { type Assessment, assess } from './assess.ts'
import type { RiskNoteContent } from './content.ts'
import type { RiskNoteInput } from './input.ts'
import { noteSections } from './note.ts'
import { type NoteFacts, recordFacts } from './note-facts.ts'

type RiskNoteArgs = ComposeArgs<RiskNoteInput, RiskNoteContent, AdditiveCard, Features, Prediction>

export function composeRiskNote(args: RiskNoteArgs): Composed {
  const found = assess(args)
  const facts = recordFacts(args.input, { found, card: args.card })
  const sections = noteSections(facts, found)
  return {
    output: outputOf(found, { facts, content: args.content }),
    facts: facts.book.facts(),
    text: Object.fromEntries(args.languages.map((language) => [language, renderNote(sections, language)])),
  }
}

function outputOf(found: Assessment, { facts, content }: { facts: NoteFacts; content: RiskNoteContent }) {
  return {
    score: {
      pd_12m: found.pd,
      points: Math.round(found.points),
      band: found.band,
      scale: content.scale,
    },
    reasons: found.reasons.map((reason) => reasonOf(reason, facts)),
    strengths: found.strengths.map((reason) => reasonOf(reason, facts)),
    reason_method: found.method,
    factors: found.factors,
    affordability: found.affordability,
    expected_loss: found.expectedLoss,
    policy: found.policy,
    recommendation: { action: found.action, max_amount: found.maxAmount, approver_role: found.approverRole },
    conditions: found.conditions,
    missing: found.missing,
  }
}

function reasonOf({ row, ...reason }: Assessment['reasons'][number], facts: NoteFacts) {
  const { fact } = facts.feature(reason.factor, reason.value)
  const wording = reason.direction === 'lowers' ? row.text : row.strength
  const worded = (language: 'en' | 'zh-CN') => wording[language].replaceAll('{value}', () => formatFact(fact, language))
  return { ...reason, text: { en: worded('en'), 'zh-CN': worded('zh-CN') } }
}
