// Ends trainings whose worker died: a training is not begun again by itself, because what killed one worker may kill the next.
import { withSystem } from '@guildhall/db/scope'

const lost = JSON.stringify({
  code: 'unavailable',
  detail: 'The worker stopped while it trained. The champion serves on; start the training again.',
})

/** Returns how many were ended. */
export function sweepTrainings(): Promise<number> {
  return withSystem('end trainings whose worker died', async (tx) => {
    const ended = await tx.$executeRaw`
      UPDATE training SET status = 'failed', finished_at = now(), lease_until = NULL, error = ${lost}::jsonb
      WHERE status = 'running' AND lease_until < now()`
    await tx.$executeRaw`
      DELETE FROM outbox USING training WHERE outbox.row_id = training.id AND training.status NOT IN ('queued', 'running')`
    return ended
  })
}
