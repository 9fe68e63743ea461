// How a delivery to an address of a tenant stands, as its logs show it: statements of xAPI and scores of LTI alike.
import { z } from 'zod'

type DeliveryRow = {
  status: string
  attempts: number
  dueAt: Date
  endedAt: Date | null
  answer: number | null
  fault: string | null
  createdAt: Date
}

const statusSchema = z.enum(['waiting', 'delivered', 'failed'])

/** `due_at` is null once it has ended; `answer` is the HTTP status that was answered last. */
export function deliveryState({ status, attempts, dueAt, endedAt, answer, fault, createdAt }: DeliveryRow) {
  return {
    status: statusSchema.parse(status),
    attempts,
    due_at: endedAt ? null : dueAt.toISOString(),
    answer,
    fault,
    created_at: createdAt.toISOString(),
  }
}
