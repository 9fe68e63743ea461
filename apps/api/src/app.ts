// The front door: /v1 and /health are ours, every other path is passed to Next.js on the same origin.
import helmet from '@fastify/helmet'
import proxy, { type FastifyHttpProxyOptions } from '@fastify/http-proxy'
import { AppError } from '@guildhall/contracts/errors'
import { newId } from '@guildhall/contracts/ids'
import { readiness } from '@guildhall/domain/health/ready'
import Fastify, { type FastifyInstance } from 'fastify'
import { openLimiter } from './door/limits.ts'
import { addLtiDoor } from './door/lti.ts'
import { openApiOf } from './door/openapi.ts'
import { sendProblem } from './door/problem.ts'
import { addRoute } from './door/rest.ts'
import { addBatches, batchRoutes } from './routes/batch.ts'
import { classroomRoutes } from './routes/classroom.ts'
import { collectionRoutes } from './routes/collection.ts'
import { decisionRoutes } from './routes/decision.ts'
import { addDocuments } from './routes/document.ts'
import { addExercises, exerciseRoutes } from './routes/exercise.ts'
import { experimentRoutes } from './routes/experiment.ts'
import { goldenRoutes } from './routes/golden.ts'
import { addIngest } from './routes/ingest.ts'
import { keyRoutes } from './routes/key.ts'
import { ltiRoutes } from './routes/lti.ts'
import { memberRoutes } from './routes/member.ts'
import { modelRoutes } from './routes/model.ts'
import { practiceRoutes } from './routes/practice.ts'
import { runRoutes } from './routes/run.ts'
import { templateRoutes } from './routes/template.ts'
import { verticalRoutes } from './routes/vertical.ts'
import { addWidgetDoor, widgetRoutes } from './routes/widget.ts'
import { xapiRoutes } from './routes/xapi.ts'

const maxBodyBytes = 1_048_576
/** Of one address: a school behind one may launch at the same minute, twice a pupil. */
const launchesPerMinute = 1200
const routes = [
  ...runRoutes,
  ...batchRoutes,
  ...decisionRoutes,
  ...templateRoutes,
  ...goldenRoutes,
  ...keyRoutes,
  ...memberRoutes,
  ...verticalRoutes,
  ...collectionRoutes,
  ...modelRoutes,
  ...experimentRoutes,
  ...widgetRoutes,
  ...practiceRoutes,
  ...classroomRoutes,
  ...xapiRoutes,
  ...ltiRoutes,
]

export type AppOptions = {
  /** Whether a reverse proxy stands in front, whose X-Forwarded-For is to be believed. */
  isBehindProxy?: boolean
  redisUrl: string
  publicUrl: string
  webOrigin?: string | undefined
  ratePerMinute: number
  /** Of one address at one widget; left out: 120. */
  visitorRatePerMinute?: number
}

/** Call after openDomain(). The app does not listen yet. */
export async function openApp(options: AppOptions): Promise<FastifyInstance> {
  const app = Fastify({
    bodyLimit: maxBodyBytes,
    trustProxy: options.isBehindProxy ?? false,
    genReqId: () => newId('request'),
    routerOptions: { maxParamLength: 200 },
    // An upload of 100 MB over a slow line; a request's head must still come within Node's own minute.
    requestTimeout: 600_000,
    logger: false,
  })
  app.setErrorHandler(sendProblem)
  app.addHook('onSend', async (request, reply) => void reply.header('X-Request-Id', request.id))
  await app.register(async (own) => addOwn(own, options))
  if (options.webOrigin) await app.register(proxy, proxyTo(options.webOrigin))
  return app
}

/** Pages come from Next.js. The caller's address is ours to say: a header of theirs would get around the limits on signing in. */
function proxyTo(upstream: string): FastifyHttpProxyOptions {
  return {
    upstream,
    http: { requestOptions: { timeout: 60_000 } },
    replyOptions: {
      rewriteRequestHeaders: (request, headers) => ({ ...headers, 'x-forwarded-for': request.ip ?? '' }),
    },
  }
}

async function addOwn(app: FastifyInstance, options: AppOptions): Promise<void> {
  // An API answers with data only: nothing in it may be run, framed or sniffed.
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } },
    strictTransportSecurity: options.publicUrl.startsWith('https:'),
  })
  app.removeContentTypeParser('text/plain')
  const { limit, close } = openLimiter({ redisUrl: options.redisUrl, perMinute: options.ratePerMinute })
  const visitors = openLimiter({ redisUrl: options.redisUrl, perMinute: options.visitorRatePerMinute ?? 120 })
  const launches = openLimiter({ redisUrl: options.redisUrl, perMinute: launchesPerMinute })
  app.addHook('onClose', async () => {
    close()
    visitors.close()
    launches.close()
  })
  for (const route of routes) addRoute(app, route, limit)
  await app.register(async (own) => addIngest(own, limit))
  await app.register(async (own) => addBatches(own, limit))
  await app.register(async (own) => addExercises(own, limit))
  addDocuments(app, limit)
  await app.register(async (own) => addLtiDoor(own, launches.limit))
  addWidgetDoor(app, { perWidget: limit, perAddress: visitors.limit })
  const document = openApiOf([...routes, ...exerciseRoutes], options.publicUrl)
  app.get('/v1/openapi.json', async () => document)
  app.get('/health/live', async () => ({ status: 'live' }))
  app.get('/health/ready', async (_, reply) => {
    const state = await readiness()
    return reply.status(state.ready ? 200 : 503).send(state)
  })
  app.all('/v1/*', async (request) => {
    throw new AppError('not_found', {
      public: `${request.method} ${request.url.split('?')[0]} is not part of this API; /v1/openapi.json lists what is`,
    })
  })
}
