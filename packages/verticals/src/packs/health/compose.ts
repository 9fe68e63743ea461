// Assessment -> output, facts, and a note that states nothing but those facts.
import type { AdditiveCard } from '@guildhall/contracts/model-card'
import type { Composed } from '../../kit/composed.ts'
import { formatFact } from '../../kit/format.ts'
import { renderNote } from '../../kit/text.ts'
import type { ComposeArgs, Prediction } from '../../kit/vertical.ts'
import { type Assessment, assess, type Factor } from './assess.ts'
import type { TriageNoteContent } from './content.ts'
import type { TriageFeatures } from './features.ts'
import type { TriageNoteInput } from './input.ts'
import { measurements } from './measurements.ts'
import { noteSections } from './note.ts'

type Args = ComposeArgs<TriageNoteInput, TriageNoteContent, AdditiveCard, TriageFeatures, Prediction>

export function composeTriageNote({ input, content, card, features, prediction, languages }: Args): Composed {
  const found = assess({ card, features, prediction, content })
  const { sections, facts } = noteSections({ input, content, card, found })
  return {
    output: outputOf(found, { input, content, card }),
    facts,
    text: Object.fromEntries(languages.map((language) => [language, renderNote(sections, language)])),
  }
}

function outputOf(found: Assessment, { input, content, card }: Pick<Args, 'input' | 'content' | 'card'>) {
  const { triage, estimate } = found
  return {
    case_ref: input.case_ref,
    // logit = starts_at + the sum of all factors' log_odds. All null where no level may be given.
    score: {
      probability: estimate?.probability ?? null,
      is_bounded: estimate?.isBounded ?? null,
      interval_90: estimate?.interval ?? null,
      logit: estimate?.logit ?? null,
      starts_at: estimate ? card.bias : null,
    },
    triage: {
      level: triage.level,
      decided_on: triage.decidedOn,
      because: triage.because,
      thresholds: { moderate_from: content.moderate_from, high_from: content.high_from },
      action: content.actions[triage.level],
    },
    reasons: (estimate?.reasons ?? []).map((factor, at) => ({ rank: at + 1, ...factorOf(factor) })),
    factors: (estimate?.factors ?? []).map(factorOf),
    missing: found.missing,
    outside: found.outside,
  }
}

function factorOf({ measurement, value, logOdds }: Factor) {
  const { label } = measurements[measurement]
  const fact = { path: measurement, value, unit: 'measure' as const }
  return {
    measurement,
    value,
    log_odds: logOdds,
    direction: logOdds < 0 ? 'lowers' : 'raises',
    text: {
      en: `${label.en}: ${formatFact(fact, 'en')}`,
      'zh-CN': `${label['zh-CN']}：${formatFact(fact, 'zh-CN')}`,
    },
  }
}
