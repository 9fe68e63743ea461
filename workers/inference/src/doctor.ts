// Prints as JSON which execution providers really load here. Read by `./guildhall doctor`.
import { probeProviders } from './providers.ts'

const providers = await probeProviders(['cpu', 'cuda', 'webgpu'])
process.stdout.write(`${JSON.stringify({ providers })}\n`)
process.exit(0)
