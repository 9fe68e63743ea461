// Entry of the process of one training. It does not inherit the TypeScript loader from every host (vitest has none), so it registers its own.
import { register } from 'tsx/esm/api'

register()
await import('./trainer.ts')
