// Gathers runs that arrive together. One that finds nothing going on starts at once; while groups are worked on, the next one fills: under
// load groups grow instead of multiplying, and a group of thirty costs hardly more queries than a single run.
const maxGroup = 64
const gatherMs = 3
/** One that waits for Postgres, one that infers, and one to spare for a model that is being loaded. */
const maxWorking = 3

type Waiting = { id: string; resolve: () => void; reject: (error: unknown) => void }

/** Returns a function that resolves when the group its id was part of has been worked on. */
export function openBatcher(work: (ids: readonly string[]) => Promise<void>): (id: string) => Promise<void> {
  let waiting: Waiting[] = []
  let timer: NodeJS.Timeout | undefined
  let working = 0
  const flush = () => {
    clearTimeout(timer)
    timer = undefined
    if (working >= maxWorking || waiting.length === 0) return
    const group = waiting.slice(0, maxGroup)
    waiting = waiting.slice(maxGroup)
    working++
    const settled = (end: (one: Waiting) => void) => {
      working--
      for (const one of group) end(one)
      flush()
    }
    work(group.map((one) => one.id)).then(
      () => settled((one) => one.resolve()),
      (error: unknown) => settled((one) => one.reject(error)),
    )
    if (waiting.length > 0) flush()
  }
  return (id) =>
    new Promise((resolve, reject) => {
      waiting.push({ id, resolve, reject })
      if (waiting.length >= maxGroup) flush()
      else timer ??= setTimeout(flush, working === 0 ? 0 : gatherMs)
    })
}
