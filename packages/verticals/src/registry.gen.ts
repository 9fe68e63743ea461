// Written by `npm run registry` from the folders under packs/; do not edit.
import type { Vertical } from './kit/vertical.ts'
import { education } from './packs/education/pack.ts'
import { finance } from './packs/finance/pack.ts'
import { health } from './packs/health/pack.ts'
import { retail } from './packs/retail/pack.ts'

export const packs: readonly Vertical[] = [finance, retail, education, health]
