// Written by `npm run registry` from the folders under packs/; do not edit.
import type { Vertical } from './kit/vertical.ts'

export const loaders: Readonly<Record<string, () => Promise<Vertical>>> = {
  education: async () => (await import('./packs/education/pack.ts')).education,
  finance: async () => (await import('./packs/finance/pack.ts')).finance,
  health: async () => (await import('./packs/health/pack.ts')).health,
  retail: async () => (await import('./packs/retail/pack.ts')).retail,
}
