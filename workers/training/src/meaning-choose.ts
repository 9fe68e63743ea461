// Which form a language gets: latent terms of the tenant's own texts at some width, or what was installed, by how many held-out sentences find their
// article again.
import { fitConfidence } from '@guildhall/learn/text/fit-confidence'
import { embedTerms, latentTerms, type TermVectors } from '@guildhall/learn/text/latent'
import { foreignQuestions } from '@guildhall/verticals/packs/retail/answers/foreign'
import { passageTerms } from '@guildhall/verticals/packs/retail/answers/terms'
import type { Installed } from './meaning-base.ts'
import { type Fold, foldCount, foldsOf, type Language, languages } from './meaning-folds.ts'
import { askedOf } from './meaning-judge.ts'
import { type Embed, isFirst, type Reading, readFold } from './meaning-readings.ts'
import { type Texts, termsOf } from './meaning-texts.ts'
import type { TrainerContext } from './messages.ts'

const dimsTried = [32, 64, 128] as const
/** The first folds choose; the others judge. */
export const choosing = 2
export const leastQuestions = 20
/** By as much as two of forty questions. */
const clearLead = 0.05

export type Form = { how: 'terms'; dims: number } | { how: 'pieces' | 'words' }
export type Choice = { language: Language; form: Form; readings: Reading[][]; foreign: Reading[] }

type Latents = { folds: readonly TermVectors[]; whole: TermVectors; parts: Record<Language, Fold[]> }

/** Of each fold without its held-out sentences, and of everything: at the most dimensions; fewer are their first columns. */
export function latentsOf({ passages, items }: Texts, seed: number, say: TrainerContext['say']): Latents {
  const parts = { en: foldsOf(passages, 'en'), 'zh-CN': foldsOf(passages, 'zh-CN') }
  const dims = Math.max(...dimsTried)
  const folds = Array.from({ length: foldCount }, (_, fold) => {
    say(0.1 + (0.4 * fold) / foldCount, 'fitting', `latent terms, fold ${fold + 1} of ${foldCount}`)
    const left = languages.flatMap((language) => parts[language][fold]?.passages ?? [])
    return latentTerms(termsOf(left, items), { dims, seed })
  })
  return { folds, whole: latentTerms(termsOf(passages, items), { dims, seed }), parts }
}

type Choosing = { texts: Texts; installed: Installed | null; latents: Latents; seed: number }

/** Null where the language has too few sentences to be judged by. Of equals the installed one, then the smaller. */
export async function chooseForm(
  language: Language,
  { texts, installed, latents, seed }: Choosing,
): Promise<Choice | null> {
  const folds = latents.parts[language]
  if (folds.reduce((sum, fold) => sum + fold.questions.length, 0) < leastQuestions) return null
  const cut = installed?.base.cuts[language]
  const forms: Form[] = [...(cut ? [{ how: cut }] : []), ...dimsTried.map((dims) => ({ how: 'terms', dims }) as const)]
  let best: { choice: Choice; right: number } | null = null
  for (const form of forms) {
    const embedOf = (latent: TermVectors): Embed =>
      form.how === 'terms' || !installed
        ? embedOwn(narrowed(latent, form.how === 'terms' ? form.dims : 0))
        : installed.embed
    const readings: Reading[][] = []
    for (const [fold, part] of folds.entries())
      readings.push(await readFold(part, language, embedOf(latents.folds[fold] ?? latents.whole)))
    const strange = foreignFold(language, texts)
    const choice = { language, form, readings, foreign: await readFold(strange, language, embedOf(latents.whole)) }
    const right = rightShare(readings.slice(0, choosing).flat(), choice.foreign, seed)
    // What was installed has seen more than any shop's texts: own terms must be clearly better.
    const lead = best?.choice.form.how === 'terms' ? 0 : clearLead
    if (best === null || right > best.right + lead) best = { choice, right }
  }
  return best?.choice ?? null
}

const foreignFold = (language: Language, { passages }: Texts): Fold => ({
  passages: passages.filter((passage) => passage.language === language),
  questions: foreignQuestions[language].map((text) => ({ text, article: '' })),
})

function rightShare(readings: readonly Reading[], strange: readonly Reading[], seed: number): number {
  const weights = fitConfidence(askedOf(readings, strange), seed)
  return readings.filter((one) => isFirst(one, weights)).length / Math.max(readings.length, 1)
}

/** The first columns: singular vectors do not depend on how many follow. */
export function narrowed({ terms, dims, vectors }: TermVectors, wanted: number): TermVectors {
  const width = Math.min(dims, wanted)
  const kept = new Float32Array(terms.length * width)
  for (let row = 0; row < terms.length; row++) kept.set(vectors.subarray(row * dims, row * dims + width), row * width)
  return { terms, dims: width, vectors: kept }
}

export function embedOwn(latent: TermVectors): Embed {
  const numbers = new Map(latent.terms.map((term, at) => [term, at]))
  return async (texts) =>
    texts.map((text) => {
      const own = passageTerms(text).flatMap((term) => numbers.get(term) ?? [])
      return own.length === 0 ? new Float32Array() : embedTerms(latent, own)
    })
}
