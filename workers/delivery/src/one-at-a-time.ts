// Work that is begun now and then and may take longer than that: begun while it is under way, it is not begun again.
import { logger } from '@guildhall/runtime/log'

/** Never throws; what went wrong is logged with `fault`. */
export function oneAtATime(fault: string, work: () => Promise<void>): () => void {
  let isWorking = false
  return () => {
    if (isWorking) return
    isWorking = true
    work()
      .catch((error: unknown) => logger().error({ err: error }, fault))
      .finally(() => {
        isWorking = false
      })
  }
}
