// A pupil's own words are fleeting: the answer as typed and the message are read once by the worker and forgotten when the run ends, unless
// consent says that they may be stored.
import type { Sealed } from '../../kit/vertical.ts'

export function sealWords(input: Record<string, unknown>): Sealed {
  const { response, message, consent, ...rest } = input
  const hasWords = typeof message === 'string' || typeof Object(response).raw === 'string'
  if (!hasWords || Object(consent).store_text === true) return { open: input, sealed: null }
  return {
    open: {
      ...rest,
      consent,
      ...(response === undefined || response === null ? {} : { response: { ...Object(response), raw: null } }),
    },
    sealed: null,
    fleeting: {
      ...(response === undefined || response === null ? {} : { response }),
      ...(typeof message === 'string' ? { message } : {}),
    },
  }
}
