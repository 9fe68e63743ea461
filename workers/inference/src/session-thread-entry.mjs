// Entry of a session thread. A thread does not inherit the TypeScript loader from every host (vitest has none), so it registers its own.
import { register } from 'tsx/esm/api'

register()
await import('./session-thread.ts')
