// The delivery worker: the sweep that keeps runs moving, and mail.
import { join } from 'node:path'
import { mailSend } from '@guildhall/contracts/jobs/mail-send'
import { sweep } from '@guildhall/contracts/jobs/sweep'
import { openDomain } from '@guildhall/domain/boot'
import { sweepImpacts } from '@guildhall/domain/impact/sweep'
import { openLti } from '@guildhall/domain/lti/open'
import { sendScore } from '@guildhall/domain/lti/send-score'
import { forgetLaunches, settleScore, takeScores } from '@guildhall/domain/lti/take-scores'
import { markSent, resendMail, takeMail } from '@guildhall/domain/mail/write'
import { sweepRuns } from '@guildhall/domain/run/sweep'
import { startDue } from '@guildhall/domain/training/schedule'
import { sweepTrainings } from '@guildhall/domain/training/sweep'
import { settleDelivery, takeDeliveries } from '@guildhall/domain/xapi/deliver'
import { schedule } from '@guildhall/queue/enqueue'
import { done } from '@guildhall/queue/outcome'
import { serve } from '@guildhall/queue/serve'
import { logger, openLog } from '@guildhall/runtime/log'
import { openRedis } from '@guildhall/runtime/redis'
import { onShutdown } from '@guildhall/runtime/shutdown'
import { readEnv } from './env.ts'
import { oneAtATime } from './one-at-a-time.ts'
import { openPostOffice } from './post-office.ts'
import { postStatements } from './post-statements.ts'

// A wiped Redis forgets the schedule; this often we make sure it is there.
const rescheduleMs = 5000
const forgetMs = 600_000

const env = readEnv()
openLog({ process: 'delivery', level: env.LOG_LEVEL })
const closeDomain = await openDomain({ databaseUrl: env.DATABASE_URL, redisUrl: env.REDIS_URL, poolSize: 4 })
openLti({ secret: env.AUTH_SECRET, publicUrl: env.PUBLIC_URL, allowed: env.DELIVERY_ALLOW })
const send = openPostOffice({ smtpUrl: env.SMTP_URL, from: env.MAIL_FROM, folder: join(env.GUILDHALL_DATA, 'mail') })
const redis = openRedis(env.REDIS_URL)
// Apart from the sweep: a slow receiver must not hold up runs.
const deliverStatements = oneAtATime('could not deliver statements', async () => {
  const due = await takeDeliveries()
  await Promise.all(due.map(async (one) => settleDelivery(one, await postStatements(one, env.DELIVERY_ALLOW))))
})
const deliverScores = oneAtATime('could not deliver scores', async () => {
  const due = await takeScores()
  await Promise.all(due.map(async (one) => settleScore(one, await sendScore(one))))
})
const forget = oneAtATime('could not forget old launches', forgetLaunches)
const stop = serve<'delivery', typeof sweep | typeof mailSend>({
  redis,
  consumer: 'delivery',
  jobs: [sweep, mailSend],
  handlers: {
    sweep: async () => {
      const swept = await sweepRuns()
      const mail = await resendMail()
      const lost = await sweepTrainings()
      const started = await startDue(new Date())
      await sweepImpacts()
      deliverStatements()
      deliverScores()
      if (swept.requeued + swept.resent + swept.expired + swept.abandoned + mail + lost + started > 0)
        logger().info({ ...swept, mail, lost_trainings: lost, started_trainings: started }, 'swept')
      return done
    },
    'mail-send': async ({ mailId }) => {
      const mail = await takeMail(mailId)
      if (!mail) return done
      await send(mail)
      await markSent(mailId)
      return done
    },
  },
  concurrency: 4,
})
const keepSchedule = () =>
  void schedule(redis, sweep).catch((error: unknown) => logger().warn({ err: error }, 'could not schedule the sweep'))
keepSchedule()
forget()
const timers = [setInterval(keepSchedule, rescheduleMs), setInterval(forget, forgetMs)]
logger().info('delivery worker is ready')
onShutdown(async () => {
  for (const timer of timers) clearInterval(timer)
  await stop()
  redis.disconnect()
  await closeDomain()
})
