// Tells "the database does not answer" from every other error, so that callers get 503 with Retry-After and not a bug report.
import { AppError } from '@guildhall/contracts/errors'
import { z } from 'zod'

const retryAfterS = 2

// Prisma's own words for no connection, a lost one, and none free in time; kinds of its driver adapter; SQLSTATE classes 57P0x and 08.
const prismaCodes = new Set(['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2037'])
const adapterKinds = new Set(['DatabaseNotReachable', 'ConnectionClosed', 'SocketTimeout', 'TooManyConnections'])
const sqlStates = /^(?:57P0[1-3]|08\d{3}|53300)$/
// The driver's own: no connection, a lost one, and none free in time.
const socketCodes = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT'])
const driverTexts =
  /^(?:Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/

const shape = z.looseObject({
  code: z.string().optional(),
  message: z.string().optional(),
  meta: z
    .looseObject({
      driverAdapterError: z
        .looseObject({ cause: z.looseObject({ kind: z.string().optional(), code: z.string().optional() }).optional() })
        .optional(),
    })
    .optional(),
})

/** The error itself, or `unavailable` when it says that the database is away. */
export function asAway(error: unknown): unknown {
  const parsed = shape.safeParse(error)
  if (!parsed.success) return error
  const { code = '', message = '', meta } = parsed.data
  const { kind = '', code: state = '' } = meta?.driverAdapterError?.cause ?? {}
  const isPrismas = prismaCodes.has(code) || adapterKinds.has(kind) || sqlStates.test(state)
  const isDrivers = socketCodes.has(code) || sqlStates.test(code) || driverTexts.test(message)
  if (!isPrismas && !isDrivers) return error
  return new AppError('unavailable', {
    public: 'The database does not answer. Nothing was stored; try again shortly',
    internal: `database away: ${code} ${kind} ${state} ${message.slice(0, 100)}`,
    cause: error,
    retryAfterS,
  })
}
