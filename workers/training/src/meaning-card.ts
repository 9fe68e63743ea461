// The card of a model of meaning: how texts are cut, what it stands on, and what its readings are worth as a confidence, fitted on every fold.
import type { ConfidenceWeights, EmbeddingCard } from '@guildhall/contracts/model-card'
import { fitConfidence } from '@guildhall/learn/text/fit-confidence'
import type { TermVectors } from '@guildhall/learn/text/latent'
import type { Installed } from './meaning-base.ts'
import type { Choice } from './meaning-choose.ts'
import type { Language } from './meaning-folds.ts'
import { askedOf } from './meaning-judge.ts'
import type { Texts } from './meaning-texts.ts'
import type { TrainerContext } from './messages.ts'

type CardSource = {
  texts: Texts
  installed: Installed | null
  choices: readonly Choice[]
  own: TermVectors | null
  sha256: string
}

export function meaningCard({ job, startedAt }: TrainerContext, from: CardSource): EmbeddingCard {
  const { texts, installed, choices, own } = from
  const of = (language: Language) => choices.find((choice) => choice.language === language)
  const weights = (language: Language): ConfidenceWeights | null => {
    const choice = of(language)
    return choice ? fitConfidence(askedOf(choice.readings.flat(), choice.foreign), job.options.seed) : null
  }
  const { dims, pieces, words } = installed?.base ?? {}
  return {
    name: 'meaning',
    vertical: 'retail',
    task: 'answer_question',
    family: 'text-embedding',
    seed: job.options.seed,
    onnx_sha256: from.sha256,
    precision: 'fp32',
    libraries: { node: process.versions.node, onnxruntime: '1.30.0' },
    trained_s: Math.round((performance.now() - startedAt) / 100) / 10,
    data: {
      source: installed
        ? `The tenant’s collections articles and items, on ${installed.base.name}`
        : 'The tenant’s collections articles and items',
      licence: installed ? `The tenant’s own; ${installed.base.licence}` : 'The tenant’s own',
      rows: texts.passages.length + texts.items.length,
      sha256: texts.sha256,
      window: null,
    },
    dims: { ...dims, ...(own ? { terms: own.dims } : {}) },
    cuts: { en: of('en')?.form.how ?? null, 'zh-CN': of('zh-CN')?.form.how ?? null },
    ...(pieces ? { pieces } : {}),
    ...(words ? { words } : {}),
    ...(own ? { terms: own.terms } : {}),
    ...(installed ? { base: installed.named } : {}),
    confidence: { en: weights('en'), 'zh-CN': weights('zh-CN') },
    metrics: { asked: 0, bm25_first: 0, first: 0, foreign_refused: 0 },
  }
}
