// A verb is the only way to touch tenant data: parse, check scope, open the tenant transaction, run, audit, send jobs after commit, parse the output.
import type { Actor } from '@guildhall/contracts/actor'
import { AppError } from '@guildhall/contracts/errors'
import { newId } from '@guildhall/contracts/ids'
import type { Envelope, JobDefinition } from '@guildhall/contracts/job'
import { holdsScope, type Scope } from '@guildhall/contracts/scopes'
import type { Tx } from '@guildhall/db/client'
import { withTenant } from '@guildhall/db/scope'
import { z } from 'zod'
import { type Sent, sendNow, writeOutbox } from './outbox/send.ts'

export type VerbContext = {
  actor: Actor
  tx: Tx
  /** Queues a job: the outbox row is written with this transaction, the message leaves after the commit. */
  send: (job: JobDefinition, message: { rowId: string; generation: number; payload: unknown }) => Promise<void>
  /** Adds to the audit event of this call. Never put secrets or personal data here. */
  note: (detail: { subject?: string; detail?: Record<string, unknown> }) => void
}

type VerbDefinition<I extends z.ZodType, O extends z.ZodType> = {
  /** `entity.verb`, as in the audit trail. */
  name: string
  scope: Scope
  /** Reads leave no audit event. */
  isRead?: boolean
  input: I
  output: O
  run: (context: VerbContext, input: z.output<I>) => Promise<z.input<O>>
}

export type Verb<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> = Omit<
  VerbDefinition<I, O>,
  'run'
> & {
  call: (actor: Actor, input: unknown) => Promise<z.output<O>>
}

/** Makes a verb. `call` throws AppError: input_invalid, forbidden, and whatever `run` refuses. */
export function defineVerb<I extends z.ZodType, O extends z.ZodType>(definition: VerbDefinition<I, O>): Verb<I, O> {
  const { run, ...rest } = definition
  return { ...rest, call: (actor, input) => callVerb({ ...rest, run }, actor, input) }
}

async function callVerb<I extends z.ZodType, O extends z.ZodType>(
  verb: VerbDefinition<I, O>,
  actor: Actor,
  raw: unknown,
): Promise<z.output<O>> {
  const input = parseInput(verb.input, raw)
  if (!holdsScope(actor.scopes, verb.scope)) {
    throw new AppError('forbidden', {
      public: `${verb.name} needs the scope ${verb.scope}, which this caller does not hold`,
    })
  }
  const sent: Sent[] = []
  const output = await withTenant(actor.tenantId, async (tx) => {
    let note: { subject?: string; detail?: Record<string, unknown> } = {}
    const result = await verb.run(
      {
        actor,
        tx,
        send: async (job, message) => void sent.push(await writeOutbox(tx, job, envelopeOf(actor, message))),
        note: (detail) => {
          note = { ...note, ...detail }
        },
      },
      input,
    )
    if (!verb.isRead) await writeAudit(tx, { actor, verb: verb.name, ...note })
    return result
  })
  await sendNow(sent)
  return verb.output.parse(output)
}

/** zod issues -> the problem's field errors; the first message becomes the detail. */
export function parseInput<S extends z.ZodType>(schema: S, raw: unknown): z.output<S> {
  const parsed = schema.safeParse(raw)
  if (parsed.success) return parsed.data
  const errors = parsed.error.issues.map((issue) => ({
    location: ['body', ...issue.path].join('.'),
    message: issue.message,
    fix: issue.code === 'unrecognized_keys' ? `Remove ${issue.keys.join(', ')}` : 'See the schema in /v1/openapi.json',
  }))
  const isRange = parsed.error.issues.every((issue) => issue.code === 'too_big' || issue.code === 'too_small')
  throw new AppError(isRange ? 'input_out_of_range' : 'input_invalid', {
    public: errors
      .map((error) => `${error.location}: ${error.message}`)
      .join('; ')
      .slice(0, 500),
    errors,
  })
}

function envelopeOf(actor: Actor, message: { rowId: string; generation: number; payload: unknown }): Envelope {
  return { tenantId: actor.tenantId, actor: actor.name, requestId: actor.requestId, traceparent: null, ...message }
}

async function writeAudit(
  tx: Tx,
  event: { actor: Actor; verb: string; subject?: string; detail?: Record<string, unknown> },
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
