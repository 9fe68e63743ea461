// Written by `npm run registry` from the folders under packs/; do not edit.
import type { Examples } from './kit/example.ts'
import { examples as education } from './packs/education/example.ts'
import { examples as finance } from './packs/finance/example.ts'
import { examples as health } from './packs/health/example.ts'
import { examples as retail } from './packs/retail/example.ts'

export const examples: Readonly<Record<string, Examples>> = { education, finance, health, retail }
