// A training of the model of meaning on the sample articles and the demo shop's items, by the trainer itself in a folder of its own.
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Gate } from '@guildhall/contracts/gate'
import { type EmbeddingCard, embeddingCard } from '@guildhall/contracts/model-card'
import { trainingOptions } from '@guildhall/contracts/training'
import { sampleArticles } from '@guildhall/verticals/packs/retail/answers/articles'
import { demoItems } from '@guildhall/verticals/packs/retail/demo/items'
import { trainMeaning } from '../../workers/training/src/meaning.ts'

type Options = { champion: { card: EmbeddingCard; bytes: Uint8Array } | null; seed: number }
type Trained = { card: EmbeddingCard; bytes: Uint8Array; gates: Gate[] }

export async function trainOnSample({ champion, seed }: Options): Promise<Trained> {
  const dir = mkdtempSync(join(tmpdir(), 'guildhall-answers-'))
  const write = (name: string, records: readonly unknown[]) =>
    writeFileSync(join(dir, `${name}.ndjson`), records.map((record) => `${JSON.stringify(record)}\n`).join(''))
  try {
    write('articles', sampleArticles())
    write('items', demoItems)
    if (champion) writeFileSync(join(dir, 'champion.onnx'), champion.bytes)
    let kept = new Uint8Array()
    const { card, gates } = await trainMeaning({
      dir,
      job: {
        vertical: 'retail',
        task: 'answer_question',
        options: trainingOptions.parse({ seed }),
        champion: champion?.card ?? null,
      },
      startedAt: performance.now(),
      say: () => undefined,
      keep: (bytes) => {
        kept = Uint8Array.from(bytes)
        return createHash('sha256').update(bytes).digest('hex')
      },
    })
    return { card: embeddingCard(card), bytes: kept, gates }
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}
