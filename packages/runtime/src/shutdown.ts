// Orderly ends: on SIGTERM or SIGINT the process stops taking work, finishes what it holds, and leaves; or is ended after a grace time.
import { logger } from './log.ts'

const graceMs = 15_000

/** Registers what to close, in order. A second signal ends the process at once. */
export function onShutdown(close: () => Promise<void>): void {
  let isClosing = false
  const end = (signal: NodeJS.Signals) => {
    if (isClosing) process.exit(1)
    isClosing = true
    logger().info({ signal }, 'shutting down')
    setTimeout(() => process.exit(1), graceMs).unref()
    close().then(
      () => process.exit(0),
      (error: unknown) => {
        logger().error({ err: error }, 'shutdown failed')
        process.exit(1)
      },
    )
  }
  process.on('SIGTERM', end)
  process.on('SIGINT', end)
}
