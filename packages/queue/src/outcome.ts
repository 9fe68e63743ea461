// What a handler may answer. Retry is decided by outcome or by a thrown error, never by the text of a message.

export type Outcome = { kind: 'done' } | { kind: 'snooze'; ms: number } | { kind: 'cancel'; reason: string }

export const done: Outcome = { kind: 'done' }

/** Come back later without using up an attempt. */
export function snooze(ms: number): Outcome {
  return { kind: 'snooze', ms }
}

/** Stop for good: trying again cannot help. */
export function cancel(reason: string): Outcome {
  return { kind: 'cancel', reason }
}
