// Notices between processes through Postgres: a run has ended, an API key has changed. Delivered on commit, lost without harm.
import type { Tx } from '@guildhall/db/client'
import { listen } from '@guildhall/db/listen'
import { forgetKeys } from './key/authenticate.ts'
import { hearNotices, wakeAll, wakeWaiter } from './run/waiters.ts'

/** Tells every process that a key was disabled or rotated; sent when the transaction commits. */
export async function noticeKeysChanged(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_notify('keys_changed', '')`
}

/** Opens this process's ears. After a gap every waiter reads its row and every cached key is forgotten. */
export async function openNotices(url: string): Promise<() => Promise<void>> {
  const deafen = await listen({
    url,
    channels: ['run_finished', 'keys_changed'],
    onNotice: (channel, payload) => (channel === 'run_finished' ? wakeWaiter(payload) : forgetKeys()),
    onGap: () => {
      forgetKeys()
      wakeAll()
    },
  })
  hearNotices(true)
  return () => {
    hearNotices(false)
    return deafen()
  }
}
