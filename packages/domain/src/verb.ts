// A verb is the only way to touch tenant data: parse, check scope, open the tenant transaction, run, audit, send jobs after commit, parse the output.
import type { Actor } from '@guildhall/contracts/actor'
import { AppError } from '@guildhall/contracts/errors'
import { newId } from '@guildhall/contracts/ids'
import type { Envelope, JobDefinition } from '@guildhall/contracts/job'
import { holdsScope, type Scope } from '@guildhall/contracts/scopes'
import type { Tx } from '@guildhall/db/client'
import { withTenant } from '@guildhall/db/scope'
import { z } from 'zod'
import { claimIdempotencyKey, type Idempotency, storeFirstAnswer } from './idempotency.ts'
import { type Sent, sendNow, writeOutbox } from './outbox/send.ts'
import { parseInput } from './parse.ts'

type Message = { rowId: string; generation: number; payload: unknown; lane?: Envelope['lane'] }

type VerbContext = {
  actor: Actor
  tx: Tx
  /** Queues a job: the outbox row is written with this transaction, the message leaves after the commit. */
  send: (job: JobDefinition, message: Message) => Promise<void>
  /** The same for messages whose outbox rows are written already. */
  sendAll: (written: readonly Sent[]) => void
  /** Adds to the audit event of this call. Never put secrets or personal data here. */
  note: (detail: { subject?: string; detail?: Record<string, unknown> }) => void
}

type VerbDefinition<I extends z.ZodType, O extends z.ZodType> = {
  /** `entity.verb`, as in the audit trail. */
  name: string
  scope: Scope
  /** Reads leave no audit event. */
  isRead?: boolean
  /** The output holds a secret that is shown once: a repeated idempotency key is refused instead of answered from the store. */
  hasSecret?: boolean
  input: I
  output: O
  run: (context: VerbContext, input: z.output<I>) => Promise<z.input<O>>
}

export type CallOptions = { idempotency?: Idempotency | undefined }

export type Verb<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> = Omit<
  VerbDefinition<I, O>,
  'run'
> & {
  call: (actor: Actor, input: unknown, options?: CallOptions) => Promise<z.output<O>>
}

/** Makes a verb. `call` throws AppError: input_invalid, forbidden, and whatever `run` refuses. */
export function defineVerb<I extends z.ZodType, O extends z.ZodType>(definition: VerbDefinition<I, O>): Verb<I, O> {
  const { run: _, ...rest } = definition
  return { ...rest, call: (actor, input, options) => callVerb({ verb: definition, actor, raw: input, options }) }
}

type Call<I extends z.ZodType, O extends z.ZodType> = {
  verb: VerbDefinition<I, O>
  actor: Actor
  raw: unknown
  options: CallOptions | undefined
}

async function callVerb<I extends z.ZodType, O extends z.ZodType>(call: Call<I, O>): Promise<z.output<O>> {
  const { verb, actor } = call
  const input = parseInput(verb.input, call.raw)
  if (!holdsScope(actor.scopes, verb.scope)) {
    throw new AppError('forbidden', {
      public: `${verb.name} needs the scope ${verb.scope}, which this caller does not hold`,
    })
  }
  const sent: Sent[] = []
  const output = await withTenant(actor.tenantId, (tx) => runInside(call, { tx, input, sent }))
  await sendNow(sent)
  return verb.output.parse(output)
}

async function runInside<I extends z.ZodType, O extends z.ZodType>(
  { verb, actor, options }: Call<I, O>,
  { tx, input, sent }: { tx: Tx; input: z.output<I>; sent: Sent[] },
): Promise<unknown> {
  const idempotency = options?.idempotency
  if (idempotency) {
    const first = await claimIdempotencyKey(tx, actor.tenantId, idempotency)
    if (first) return first.answer
  }
  let note: { subject?: string; detail?: Record<string, unknown> } = {}
  const context: VerbContext = {
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
  tx: Tx,
  event: {
    actor: Pick<Actor, 'tenantId' | 'name' | 'requestId'>
    verb: string
    subject?: string
    detail?: Record<string, unknown>
  },
): Promise<void> {
  await tx.auditEvent.create({
    data: {
      id: newId('auditEvent'),
      tenantId: event.actor.tenantId,
      actor: event.actor.name,
      verb: event.verb,
      subject: event.subject ?? null,
      detail: z.json().parse(event.detail ?? {}) ?? {},
      requestId: event.actor.requestId,
    },
  })
}
