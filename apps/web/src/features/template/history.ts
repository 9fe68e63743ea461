// Undo and redo over whole values. Changes that follow each other within a moment count as one step, so that undo takes back a word and not a letter.
const mergeMs = 800
const maxSteps = 200

export type History<T> = { past: readonly T[]; now: T; future: readonly T[]; changedAt: number }

export function openHistory<T>(now: T): History<T> {
  return { past: [], now, future: [], changedAt: 0 }
}

/** `atMs` is the time of the change; the same value changes nothing. */
export function changed<T>(history: History<T>, next: T, atMs: number): History<T> {
  if (next === history.now) return history
  const isOneStep = history.past.length > 0 && atMs - history.changedAt < mergeMs
  const past = isOneStep ? history.past : [...history.past, history.now].slice(-maxSteps)
  return { past, now: next, future: [], changedAt: atMs }
}

export function undone<T>(history: History<T>): History<T> {
  const before = history.past.at(-1)
  if (before === undefined) return history
  return { past: history.past.slice(0, -1), now: before, future: [history.now, ...history.future], changedAt: 0 }
}

export function redone<T>(history: History<T>): History<T> {
  const [next, ...future] = history.future
  if (next === undefined) return history
  return { past: [...history.past, history.now], now: next, future, changedAt: 0 }
}
