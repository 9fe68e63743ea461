// A verb is the only way to touch tenant data: parse, check scope, open the tenant transaction, run, audit, send jobs after commit, parse the output.
// Verbs of the hot path are SQL alone.
import type { Actor } from '@guildhall/contracts/actor'
import { AppError } from '@guildhall/contracts/errors'
import { newId } from '@guildhall/contracts/ids'
import type { Envelope, JobDefinition } from '@guildhall/contracts/job'
import { holdsScope, type Scope } from '@guildhall/contracts/scopes'
import type { Tx } from '@guildhall/db/client'
import { withTenant, withTenantSql } from '@guildhall/db/scope'
import type { Sql } from '@guildhall/db/sql'
import type { z } from 'zod'
import { claimIdempotencyKey, type Idempotency, storeFirstAnswer } from './idempotency.ts'
import { type Sent, sendNow, writeOutbox } from './outbox/send.ts'
import { parseInput } from './parse.ts'

type Message = { rowId: string; generation: number; payload: unknown; lane?: Envelope['lane'] }

type VerbContext<T extends Sql> = {
  actor: Actor
  tx: T
  /** Queues a job: the outbox row is written with this transaction, the message leaves after the commit. */
  send: (job: JobDefinition, message: Message) => Promise<void>
  /** The same for messages whose outbox rows are written already. */
  sendAll: (written: readonly Sent[]) => void
  /** Adds to the audit event of this call. Never put secrets or personal data here. */
  note: (detail: { subject?: string; detail?: Record<string, unknown> }) => void
}

type VerbDefinition<I extends z.ZodType, O extends z.ZodType, T extends Sql> = {
  /** `entity.verb`, as in the audit trail. */
  name: string
  scope: Scope
  /** Reads leave no audit event. */
  isRead?: boolean
  /** The output holds a secret that is shown once: a repeated idempotency key is refused instead of answered from the store. */
  hasSecret?: boolean
  input: I
  output: O
  run: (context: VerbContext<T>, input: z.output<I>) => Promise<z.input<O>>
}

export type CallOptions = { idempotency?: Idempotency | undefined }

export type Verb<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> = Omit<
  VerbDefinition<I, O, Sql>,
  'run'
> & {
  call: (actor: Actor, input: unknown, options?: CallOptions) => Promise<z.output<O>>
}

/** Makes a verb. `call` throws AppError: input_invalid, forbidden, and whatever `run` refuses. */
export function defineVerb<I extends z.ZodType, O extends z.ZodType>(verb: VerbDefinition<I, O, Tx>): Verb<I, O> {
  return verbOf(verb, withTenant)
}

/** The same for what every run does: its transaction takes SQL only and costs a sixth. */
export function defineSqlVerb<I extends z.ZodType, O extends z.ZodType>(verb: VerbDefinition<I, O, Sql>): Verb<I, O> {
  return verbOf(verb, withTenantSql)
}

type Open<T extends Sql> = (tenantId: string, fn: (tx: T) => Promise<unknown>) => Promise<unknown>

function verbOf<I extends z.ZodType, O extends z.ZodType, T extends Sql>(
  verb: VerbDefinition<I, O, T>,
  open: Open<T>,
): Verb<I, O> {
  const { run: _, ...rest } = verb
  return { ...rest, call: (actor, input, options) => callVerb({ verb, open, actor, raw: input, options }) }
}

type Call<I extends z.ZodType, O extends z.ZodType, T extends Sql> = {
  verb: VerbDefinition<I, O, T>
  open: Open<T>
  actor: Actor
  raw: unknown
  options: CallOptions | undefined
}

async function callVerb<I extends z.ZodType, O extends z.ZodType, T extends Sql>(
  call: Call<I, O, T>,
): Promise<z.output<O>> {
  const { verb, open, actor } = call
  const input = parseInput(verb.input, call.raw)
  if (!holdsScope(actor.scopes, verb.scope)) {
    throw new AppError('forbidden', {
      public: `${verb.name} needs the scope ${verb.scope}, which this caller does not hold`,
    })
  }
  const sent: Sent[] = []
  const output = await open(actor.tenantId, (tx) => runInside(call, { tx, input, sent }))
  await sendNow(sent)
  return verb.output.parse(output)
}

async function runInside<I extends z.ZodType, O extends z.ZodType, T extends Sql>(
  { verb, actor, options }: Call<I, O, T>,
  { tx, input, sent }: { tx: T; input: z.output<I>; sent: Sent[] },
): Promise<unknown> {
  const idempotency = options?.idempotency
  if (idempotency) {
    const first = await claimIdempotencyKey(tx, actor.tenantId, idempotency)
    if (first) return first.answer
  }
  let note: { subject?: string; detail?: Record<string, unknown> } = {}
  const context: VerbContext<T> = {
    actor,
    tx,
    send: async (job, message) => void sent.push(await writeOutbox(tx, job, envelopeOf(actor, message))),
    sendAll: (written) => void sent.push(...written),
    note: (detail) => {
      note = { ...note, ...detail }
    },
  }
  const output = await verb.run(context, input)
  if (!verb.isRead) await writeAudit(tx, { actor, verb: verb.name, ...note })
  if (idempotency)
    await storeFirstAnswer(tx, actor.tenantId, { ...idempotency, answer: verb.hasSecret ? null : output })
  return output
}

function envelopeOf(actor: Actor, message: Message): Envelope {
  const { tenantId, name, requestId } = actor
  return { tenantId, actor: name, requestId, traceparent: null, lane: 'interactive', ...message }
}

/** Writes one audit event in the caller's transaction. Verbs do it by themselves. */
export async function writeAudit(
  tx: Sql,
  event: {
    actor: Pick<Actor, 'tenantId' | 'name' | 'requestId'>
    verb: string
    subject?: string
    detail?: Record<string, unknown>
  },
): Promise<void> {
  const { actor, verb, subject = null, detail = {} } = event
  await tx.$executeRaw`INSERT INTO audit_event (id, tenant_id, actor, verb, subject, detail, request_id)
    VALUES (${newId('auditEvent')}, ${actor.tenantId}, ${actor.name}, ${verb}, ${subject}, ${JSON.stringify(detail)}::jsonb, ${actor.requestId})`
}
