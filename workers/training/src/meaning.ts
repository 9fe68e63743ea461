// Trains a tenant's model of meaning on its own texts: latent terms, or what was installed, by language, as held-out sentences say; and what it is
// worth as a confidence, which no installed model can know.
import type { EmbeddingCard } from '@guildhall/contracts/model-card'
import type { TermVectors } from '@guildhall/learn/text/latent'
import { writeTermVectors } from '@guildhall/learn/text/terms-onnx'
import { openBase, openChampion, openEmbed } from './meaning-base.ts'
import { meaningCard } from './meaning-card.ts'
import { type Choice, chooseForm, choosing, embedOwn, latentsOf, leastQuestions, narrowed } from './meaning-choose.ts'
import { foldsOf, languages } from './meaning-folds.ts'
import { judgeMeaning } from './meaning-judge.ts'
import { isFirst, readFold } from './meaning-readings.ts'
import { readTexts, type Texts } from './meaning-texts.ts'
import { dataFault, type TrainerContext, type TrainerResult } from './messages.ts'

const parityTexts = 200

export async function trainMeaning(context: TrainerContext): Promise<TrainerResult> {
  const { dir, job, say } = context
  const { seed } = job.options
  const texts = await readTexts(dir)
  const installed = await openBase(dir, job.champion)
  const latents = latentsOf(texts, seed, say)
  const choices: Choice[] = []
  for (const language of languages) {
    const choice = await chooseForm(language, { texts, installed, latents, seed })
    if (choice) choices.push(choice)
  }
  if (choices.length === 0)
    throw dataFault(
      `No language has ${leastQuestions} sentences that can be held out. Send more articles, or longer ones: the passages of an article teach what it is about`,
    )
  for (const { language, form } of choices)
    say(0.7, 'choosing', `${language}: ${form.how === 'terms' ? `own terms, ${form.dims} dimensions` : 'as installed'}`)
  const dims = Math.max(0, ...choices.map(({ form }) => (form.how === 'terms' ? form.dims : 0)))
  const own = dims > 0 ? narrowed(latents.whole, dims) : null
  const bytes = own ? writeTermVectors(own, { kind: 'terms', base: installed?.bytes ?? null }) : installed?.bytes
  if (!bytes) throw new Error('neither own terms nor an installed model')
  const card = meaningCard(context, { texts, installed, choices, own, sha256: context.keep(bytes) })
  const judged = judgeMeaning(await judgedOf(context, choices, { texts }), {
    graphGap: own ? await graphGap(bytes, card, { own, texts }) : 0,
    seed,
  })
  say(
    0.97,
    'gates',
    `${judged.gates.filter((gate) => gate.verdict === 'fail').length} of ${judged.gates.length} gates fail`,
  )
  return { card: { ...card, metrics: judged.metrics }, gates: judged.gates, curves: {} }
}

async function judgedOf({ dir, job }: TrainerContext, choices: readonly Choice[], { texts }: { texts: Texts }) {
  const champion = await openChampion(dir, job.champion)
  const judged = []
  for (const { language, readings, foreign: strange } of choices) {
    const weights = champion?.card.confidence[language]
    const firsts: boolean[] = []
    if (champion && weights)
      for (const fold of foldsOf(texts.passages, language).slice(choosing))
        for (const reading of await readFold(fold, language, champion.embed)) firsts.push(isFirst(reading, weights))
    judged.push({
      chosenOn: readings.slice(0, choosing).flat(),
      held: readings.slice(choosing).flat(),
      foreign: strange,
      champion: champion && weights ? firsts : null,
    })
  }
  return judged
}

async function graphGap(
  bytes: Uint8Array,
  card: EmbeddingCard,
  { own, texts }: { own: TermVectors; texts: Texts },
): Promise<number> {
  const all = texts.passages.map(({ text, language }) => text[language]).slice(0, parityTexts)
  const cuts = { en: 'terms', 'zh-CN': 'terms' } as const
  const [graph, mine] = [await (await openEmbed(bytes, { ...card, cuts }))(all), await embedOwn(own)(all)]
  let gap = 0
  for (const [at, vector] of mine.entries())
    for (const [k, value] of vector.entries()) gap = Math.max(gap, Math.abs(value - (graph[at]?.[k] ?? Number.NaN)))
  return gap
}
