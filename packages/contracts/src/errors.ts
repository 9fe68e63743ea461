// The one catalogue of errors: code -> HTTP status, tRPC code, retry and public title. Public and internal text never mix.

export const errorCatalogue = {
  invalid_request: { status: 400, trpc: 'BAD_REQUEST', title: 'Malformed request', retryable: false },
  unauthenticated: { status: 401, trpc: 'UNAUTHORIZED', title: 'Not signed in', retryable: false },
  forbidden: { status: 403, trpc: 'FORBIDDEN', title: 'Not allowed', retryable: false },
  not_found: { status: 404, trpc: 'NOT_FOUND', title: 'Not found', retryable: false },
  conflict: { status: 409, trpc: 'CONFLICT', title: 'Conflict', retryable: false },
  vertical_off: { status: 409, trpc: 'CONFLICT', title: 'The vertical is switched off', retryable: false },
  gates_failing: { status: 409, trpc: 'CONFLICT', title: 'Gates fail', retryable: false },
  goldens_failing: { status: 409, trpc: 'CONFLICT', title: 'Golden cases fail', retryable: false },
  idempotency_in_flight: {
    status: 409,
    trpc: 'CONFLICT',
    title: 'The first request with this key is still running',
    retryable: true,
  },
  body_too_large: { status: 413, trpc: 'PAYLOAD_TOO_LARGE', title: 'Body too large', retryable: false },
  unsupported_media_type: { status: 415, trpc: 'BAD_REQUEST', title: 'Unsupported media type', retryable: false },
  input_invalid: { status: 422, trpc: 'UNPROCESSABLE_CONTENT', title: 'Input is not valid', retryable: false },
  input_out_of_range: { status: 422, trpc: 'UNPROCESSABLE_CONTENT', title: 'Input out of range', retryable: false },
  template_not_published: {
    status: 422,
    trpc: 'UNPROCESSABLE_CONTENT',
    title: 'Template has no published version',
    retryable: false,
  },
  wording_failing: {
    status: 422,
    trpc: 'UNPROCESSABLE_CONTENT',
    title: 'The template’s wording fails',
    retryable: false,
  },
  idempotency_mismatch: {
    status: 422,
    trpc: 'UNPROCESSABLE_CONTENT',
    title: 'Idempotency key reused with another body',
    retryable: false,
  },
  rate_limited: { status: 429, trpc: 'TOO_MANY_REQUESTS', title: 'Too many requests', retryable: true },
  queue_full: { status: 503, trpc: 'SERVICE_UNAVAILABLE', title: 'The queue cannot take more', retryable: true },
  unavailable: { status: 503, trpc: 'SERVICE_UNAVAILABLE', title: 'Temporarily unavailable', retryable: true },
  deadline_exceeded: { status: 504, trpc: 'TIMEOUT', title: 'Deadline exceeded', retryable: true },
  bug: { status: 500, trpc: 'INTERNAL_SERVER_ERROR', title: 'Something went wrong on our side', retryable: true },
} as const

export type ErrorCode = keyof typeof errorCatalogue

/** One wrong field of a request: where it is, what is wrong, and how to mend it. */
export type FieldError = { location: string; message: string; fix: string }

/** RFC 9457 problem document, as on the wire. */
export type Problem = {
  type: string
  title: string
  status: number
  code: ErrorCode
  detail: string
  instance: string | null
  request_id: string | null
  retryable: boolean
  errors: FieldError[]
  /** What a program needs to go on, such as both sides of a conflict; its shape is that of the `kind` it names. */
  details?: Record<string, unknown>
}

type ErrorText = {
  public: string
  internal?: string
  cause?: unknown
  errors?: FieldError[]
  details?: Record<string, unknown>
  retryAfterS?: number
}

/** The only error class. `public` reaches callers; `internal` and `cause` reach the log only. */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly publicText: string
  readonly errors: FieldError[]
  readonly details: Record<string, unknown> | undefined
  readonly retryAfterS: number | undefined

  constructor(code: ErrorCode, text: ErrorText) {
    super(text.internal ?? text.public, { cause: text.cause })
    this.name = 'AppError'
    this.code = code
    this.publicText = text.public
    this.errors = text.errors ?? []
    this.details = text.details
    this.retryAfterS = text.retryAfterS
  }
}

/** Anything thrown -> problem document. An unknown error shows a fixed text, never its own message. */
export function toProblem(error: unknown, at: { instance: string | null; requestId: string | null }): Problem {
  const known = error instanceof AppError ? error : null
  const code = known?.code ?? 'bug'
  const row = errorCatalogue[code]
  return {
    type: `https://guildhall.dev/errors/${code.replaceAll('_', '-')}`,
    title: row.title,
    status: row.status,
    code,
    detail: known?.publicText ?? 'An unexpected error happened. Send us the request id.',
    instance: at.instance,
    request_id: at.requestId,
    retryable: row.retryable,
    errors: known?.errors ?? [],
    ...(known?.details ? { details: known.details } : {}),
  }
}
