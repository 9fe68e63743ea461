// The process's one connection to the queue; opened at boot by whoever sends.
import { closeQueues } from '@guildhall/queue/enqueue'
import { openRedis } from '@guildhall/runtime/redis'

type Connection = ReturnType<typeof openRedis>
let connection: Connection | undefined

export function openConveyor(url: string): Connection {
  connection = openRedis(url)
  return connection
}

/** Throws when openConveyor() was not called: a programming error. */
export function conveyor(): Connection {
  if (!connection) throw new Error('openConveyor() was not called')
  return connection
}

export async function closeConveyor(): Promise<void> {
  await closeQueues()
  connection?.disconnect()
  connection = undefined
}
