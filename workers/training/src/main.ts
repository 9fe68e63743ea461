// The training worker: one training at a time, each in a process of its own that can be ended without ending the worker.
import { trainingExecute } from '@guildhall/contracts/jobs/training-execute'
import { openDomain } from '@guildhall/domain/boot'
import { done } from '@guildhall/queue/outcome'
import { serve } from '@guildhall/queue/serve'
import { logger, openLog } from '@guildhall/runtime/log'
import { openRedis } from '@guildhall/runtime/redis'
import { onShutdown } from '@guildhall/runtime/shutdown'
import { removeLeftovers } from './dump.ts'
import { readEnv } from './env.ts'
import { executeTraining } from './execute.ts'

const env = readEnv()
openLog({ process: 'training', level: env.LOG_LEVEL })
const closeDomain = await openDomain({ databaseUrl: env.DATABASE_URL, redisUrl: env.REDIS_URL, poolSize: 4 })
const redis = openRedis(env.REDIS_URL)
await removeLeftovers(env.GUILDHALL_WORK)
const stopping = new AbortController()
const stop = serve<'training', typeof trainingExecute>({
  redis,
  consumer: 'training',
  jobs: [trainingExecute],
  handlers: {
    'training-execute': async ({ trainingId }) => {
      await executeTraining(trainingId, {
        workDir: env.GUILDHALL_WORK,
        heapMib: env.GUILDHALL_TRAINING_HEAP_MIB,
        signal: stopping.signal,
      })
      return done
    },
  },
  concurrency: 1,
})
logger().info({ heapMib: env.GUILDHALL_TRAINING_HEAP_MIB }, 'training worker is ready')
onShutdown(async () => {
  // A training may take an hour; who stops the worker is not kept waiting, and the row says why it failed.
  stopping.abort()
  await stop()
  redis.disconnect()
  await closeDomain()
})
