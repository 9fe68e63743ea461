// Gathers runs that arrive together. The first waits a few milliseconds at most; while a group is worked on, the next one fills.
const maxGroup = 64
const gatherMs = 3

type Waiting = { id: string; resolve: () => void; reject: (error: unknown) => void }

/** Returns a function that resolves when the group its id was part of has been worked on. */
export function openBatcher(work: (ids: readonly string[]) => Promise<void>): (id: string) => Promise<void> {
  let waiting: Waiting[] = []
  let timer: NodeJS.Timeout | undefined
  const flush = () => {
    clearTimeout(timer)
    timer = undefined
    const group = waiting.slice(0, maxGroup)
    waiting = waiting.slice(maxGroup)
    if (waiting.length > 0) timer = setTimeout(flush, 0)
    if (group.length === 0) return
    work(group.map((one) => one.id)).then(
      () => {
        for (const one of group) one.resolve()
      },
      (error: unknown) => {
        for (const one of group) one.reject(error)
      },
    )
  }
  return (id) =>
    new Promise((resolve, reject) => {
      waiting.push({ id, resolve, reject })
      if (waiting.length >= maxGroup) flush()
      else timer ??= setTimeout(flush, gatherMs)
    })
}
