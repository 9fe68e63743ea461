// LISTEN on its own connection. It reconnects by itself; whoever waits must also read the row, since a notice can be lost.
import { logger } from '@guildhall/runtime/log'
import pg from 'pg'

const retryMs = 500

/** Calls `onNotice` for each notice on these channels, and `onGap` after a lost connection came back. Resolves once listening. */
export async function listen(options: {
  url: string
  channels: readonly string[]
  onNotice: (channel: string, payload: string) => void
  onGap: () => void
}): Promise<() => Promise<void>> {
  let closed = false
  let client: pg.Client
  const connect = async (): Promise<void> => {
    client = new pg.Client({ connectionString: options.url })
    client.on('notification', (notice) => options.onNotice(notice.channel, notice.payload ?? ''))
    client.on('error', (error) => logger().warn({ err: error }, 'listening connection lost'))
    client.on('end', () => void (closed || reconnect()))
    await client.connect()
    for (const channel of options.channels) await client.query(`LISTEN ${pg.escapeIdentifier(channel)}`)
  }
  const reconnect = (): void => {
    setTimeout(() => {
      if (closed) return
      connect().then(options.onGap, reconnect)
    }, retryMs).unref()
  }
  await connect()
  return async () => {
    closed = true
    await client.end()
  }
}
