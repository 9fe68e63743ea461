// The inference worker: takes runs from the queue in groups and runs them through the six rooms.
import { runExecute } from '@guildhall/contracts/jobs/run-execute'
import { openDomain } from '@guildhall/domain/boot'
import { done } from '@guildhall/queue/outcome'
import { serve } from '@guildhall/queue/serve'
import { logger, openLog } from '@guildhall/runtime/log'
import { openRedis } from '@guildhall/runtime/redis'
import { onShutdown } from '@guildhall/runtime/shutdown'
import { openArtifacts } from './artifact.ts'
import { openBatcher } from './batcher.ts'
import { readEnv } from './env.ts'
import { executeRuns } from './pipeline.ts'
import { chooseProvider } from './providers.ts'
import { openSessionPool } from './session-pool.ts'

// Enough for two full groups: one is worked on while the next one gathers.
const concurrency = 128

const env = readEnv()
openLog({ process: 'inference', level: env.LOG_LEVEL })
const provider = await chooseProvider(env.GUILDHALL_DEVICE)
const closeDomain = await openDomain({ databaseUrl: env.DATABASE_URL, redisUrl: env.REDIS_URL })
const pool = openSessionPool({
  artifacts: await openArtifacts(env.GUILDHALL_ARTIFACTS),
  provider,
  threads: provider === 'cpu' ? env.GUILDHALL_THREADS : 1,
  // The supervisor starts us again, and the leases give our runs back.
  onDeath: (error) => {
    logger().fatal({ err: error }, 'a session thread died')
    process.exit(1)
  },
})
const execute = openBatcher((runIds) => executeRuns(pool, runIds))
const redis = openRedis(env.REDIS_URL)
const stop = serve<'inference', typeof runExecute>({
  redis,
  consumer: 'inference',
  jobs: [runExecute],
  handlers: {
    'run-execute': async ({ runId }) => {
      await execute(runId)
      return done
    },
  },
  concurrency,
})
logger().info({ provider, threads: env.GUILDHALL_THREADS }, 'inference worker is ready')
onShutdown(async () => {
  await stop()
  await pool.close()
  redis.disconnect()
  await closeDomain()
})
