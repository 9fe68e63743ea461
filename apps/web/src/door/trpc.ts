// The tRPC adapter: one line per verb. The actor comes from the session and the tenant in the URL; errors carry the problem document.
import 'server-only'
import { AppError, errorCatalogue, toProblem } from '@guildhall/contracts/errors'
import { newId } from '@guildhall/contracts/ids'
import type { Pupil } from '@guildhall/domain/lti/pupil'
import type { Verb } from '@guildhall/domain/verb'
import { logger } from '@guildhall/runtime/log'
import { initTRPC, TRPCError } from '@trpc/server'
import superjson from 'superjson'
import type { z } from 'zod'
import { pupilOf } from './pupil.ts'
import { actorOf, signedIn } from './session.ts'

export type TrpcContext = { headers: Headers; requestId: string }

export function newContext(headers: Headers): TrpcContext {
  return { headers, requestId: newId('request') }
}

const t = initTRPC.context<TrpcContext>().create({
  transformer: superjson,
  errorFormatter: ({ shape, error, ctx, path }) => {
    const problem = toProblem(error.cause ?? error, { instance: path ?? null, requestId: ctx?.requestId ?? null })
    return { ...shape, message: problem.detail, data: { code: shape.data.code, httpStatus: problem.status, problem } }
  },
})

export const router = t.router
const caught = t.procedure.use(async ({ ctx, next, path }) => {
  const result = await next()
  if (result.ok) return result
  const { cause } = result.error
  if (cause instanceof AppError) throw new TRPCError({ code: errorCatalogue[cause.code].trpc, cause })
  logger().error({ err: cause ?? result.error, path, requestId: ctx.requestId }, 'unexpected error')
  return result
})

/** For calls by a signed-in user who is in no tenant yet. */
export const userProcedure = caught.use(async ({ ctx, next }) =>
  next({ ctx: { ...ctx, user: await signedIn(ctx.headers) } }),
)

const tenantProcedure = userProcedure.use(async ({ ctx, next }) =>
  next({ ctx: { ...ctx, actor: await actorOf(ctx.headers, ctx.user, ctx.requestId) } }),
)

/** Guarantee: the verb itself parses the value and refuses what does not fit; tRPC only needs the type. */
const unparsed =
  <I extends z.ZodType>(_schema: I) =>
  (raw: unknown) =>
    raw as z.input<I>

export function query<I extends z.ZodType, O extends z.ZodType>(verb: Verb<I, O>) {
  return tenantProcedure
    .input(unparsed(verb.input))
    .query(({ ctx, input }) => verb.call(ctx.actor, withoutDirection(input)))
}

/** Infinite queries of the client add the direction they page in; verbs refuse fields they do not know. */
function withoutDirection(input: unknown): unknown {
  if (typeof input !== 'object' || input === null || !('direction' in input)) return input
  const { direction: _, ...rest } = input
  return rest
}

export function mutation<I extends z.ZodType, O extends z.ZodType>(verb: Verb<I, O>) {
  return tenantProcedure.input(unparsed(verb.input)).mutation(({ ctx, input }) => verb.call(ctx.actor, input))
}

type AsPupil<O extends z.ZodType> = (pupil: Pupil, raw: unknown) => Promise<z.output<O>>

/** A mutation for members, and for pupils who came from a learning platform: those by what their session allows. */
export function practiceMutation<I extends z.ZodType, O extends z.ZodType>(verb: Verb<I, O>, asPupil: AsPupil<O>) {
  return caught.input(unparsed(verb.input)).mutation(async ({ ctx, input }) => {
    const pupil = await pupilOf(ctx.headers, ctx.requestId)
    if (pupil) return asPupil(pupil, input)
    return verb.call(await actorOf(ctx.headers, await signedIn(ctx.headers), ctx.requestId), input)
  })
}
