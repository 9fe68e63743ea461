// What the conformance test needs to compose without a worker: the built-in card, and contributions of both signs.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { additiveCard, modelCardSchema } from '@guildhall/contracts/model-card'
import type { Examples } from '../../kit/example.ts'
import type { Prediction } from '../../kit/vertical.ts'

const folder = join(import.meta.dirname, 'builtin')
const card = additiveCard(modelCardSchema.parse(JSON.parse(readFileSync(join(folder, 'card.json'), 'utf8'))))

export const examples: Examples = {
  triage_note: {
    card,
    graph: readFileSync(join(folder, 'model.onnx')),
    records: {},
    found: {},
    predict: (shift): Prediction => {
      const half = card.features.length / 2
      const contributions = Object.fromEntries(card.features.map((one, at) => [one.name, (at - half) * 0.21 + shift]))
      const logit = Object.values(contributions).reduce((sum, one) => sum + one, card.bias)
      return { contributions, logit, probability: 1 / (1 + Math.exp(-logit)), spread: 0.4 }
    },
  },
}
