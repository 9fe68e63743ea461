// Texts that come again from run to run (passages) are put through a model once: what came out is kept by tenant, model and the text's digest.
import { createHash } from 'node:crypto'
import type { Champion } from '@guildhall/domain/model/champion'
import type { Task } from '@guildhall/verticals/kit/vertical'
import type { SessionPool } from './session-pool.ts'

/** Texts in one tensor: more would make the interactive runs of others wait. */
const maxTexts = 32

type Asking = { tenantId: string; champion: Champion; model: NonNullable<Task['model']> }

/** The features with what the model makes of their parts; as they are where the model has none. */
export async function withParts(pool: SessionPool, asking: Asking, features: unknown): Promise<unknown> {
  const { champion, model } = asking
  if (!model.parts) return features
  const texts = model.parts.of(features, champion.card)
  const vectors = await vectorsOf(pool, asking, texts)
  return model.parts.attach(features, vectors)
}

async function vectorsOf(pool: SessionPool, asking: Asking, texts: readonly string[]): Promise<Float32Array[]> {
  const keys = texts.map((text) => keyOf(asking, text))
  const found = new Map<string, Float32Array>()
  const missing = new Map<string, string>()
  for (const [at, key] of keys.entries()) {
    const kept = pool.parts.get(key)
    if (kept) found.set(key, kept)
    else missing.set(key, texts[at] ?? '')
  }
  const open = [...missing]
  for (let from = 0; from < open.length; from += maxTexts) {
    const some = open.slice(from, from + maxTexts)
    const made = await compute(
      pool,
      asking,
      some.map(([, text]) => text),
    )
    for (const [at, [key]] of some.entries()) {
      const vector = made[at]
      if (!vector) throw new Error(`model ${asking.champion.name} left out a text`)
      found.set(key, vector)
      pool.parts.set(key, vector)
    }
  }
  return keys.map((key) => found.get(key) ?? new Float32Array())
}

/** No tenant is served from what another tenant's text left here, not even for the same text: how long an answer takes would tell. */
const keyOf = ({ tenantId, champion }: Asking, text: string): string =>
  `${tenantId} ${champion.sha256} ${createHash('sha256').update(text).digest('base64')}`

async function compute(pool: SessionPool, { tenantId, champion, model }: Asking, texts: string[]) {
  if (!model.parts) return []
  const source = { sha256: champion.sha256, bytes: () => pool.artifacts(tenantId, champion.sha256) }
  const outputs = await pool.infer(source, model.parts.encode(texts, champion.card))
  return model.parts.decode(outputs, texts, champion.card)
}
