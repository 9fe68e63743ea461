// What an operator installed, as far as the champion stands on it: its graph is the first bytes of the champion's, its tables are in the card.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type EmbeddingCard, embeddingCard, type ModelCard } from '@guildhall/contracts/model-card'
import { meaningModel } from '@guildhall/verticals/packs/retail/answers/meaning'
import type { Embed } from './meaning-readings.ts'
import { digestOf } from './meaning-texts.ts'
import { openGraph } from './session.ts'

const batch = 32

type Named = NonNullable<EmbeddingCard['base']>
export type Base = Named & Pick<EmbeddingCard, 'pieces' | 'words' | 'dims'>
/** `named` is what the card says of it. */
export type Installed = { named: Named; base: Base; bytes: Uint8Array; embed: Embed }

/** Null where the champion was trained from nothing. Throws when its first bytes are not those of its card. */
export async function openBase(dir: string, champion: ModelCard | null): Promise<Installed | null> {
  if (champion?.family !== 'text-embedding' || !champion.base) return null
  const bytes = new Uint8Array(readFileSync(join(dir, 'champion.onnx')).subarray(0, champion.base.bytes))
  if (digestOf(bytes) !== champion.base.sha256) throw new Error(`the base of ${champion.name} is damaged`)
  const { terms: _, ...dims } = champion.dims
  const { pieces, words } = champion
  const base: Base = { ...champion.base, ...(pieces ? { pieces } : {}), ...(words ? { words } : {}), dims }
  const { terms: __, ...rest } = champion
  return {
    named: champion.base,
    base,
    bytes,
    embed: await openEmbed(bytes, { ...rest, dims, cuts: champion.base.cuts }),
  }
}

/** Texts through a graph as the worker will put them. */
export async function openEmbed(bytes: Uint8Array, card: EmbeddingCard): Promise<Embed> {
  const graph = await openGraph(bytes)
  const known = new Map<string, Float32Array>()
  const { parts } = meaningModel
  return async (texts) => {
    const open = [...new Set(texts)].filter((text) => !known.has(text))
    for (let from = 0; from < open.length; from += batch) {
      const some = open.slice(from, from + batch)
      const vectors = parts?.decode(await graph(parts.encode(some, card)), some, card) ?? []
      for (const [at, text] of some.entries()) known.set(text, vectors[at] ?? new Float32Array())
    }
    return texts.map((text) => known.get(text) ?? new Float32Array())
  }
}

/** What the champion reads, whatever it is made of. */
export async function openChampion(dir: string, champion: ModelCard | null) {
  if (!champion) return null
  const card = embeddingCard(champion)
  return { card, embed: await openEmbed(readFileSync(join(dir, 'champion.onnx')), card) }
}
