// What goes between the worker and the process of one training. Records and results go through files of its work folder.
import type { Gate } from '@guildhall/contracts/gate'
import type { Curves } from '@guildhall/contracts/model'
import type { ModelCard } from '@guildhall/contracts/model-card'
import type { TrainingOptions } from '@guildhall/contracts/training'

/** `champion` is the card of `champion.onnx` beside it, when there is one. */
export type TrainerJob = {
  vertical: string
  task: string
  options: TrainingOptions
  champion: ModelCard | null
}

export type FromTrainer =
  | { kind: 'progress'; phase: string; progress: number; line?: string }
  | { kind: 'done'; card: ModelCard; gates: Gate[]; curves: Curves }
  /** `isUsers`: the data is at fault, and the text says what to mend. */
  | { kind: 'failed'; message: string; isUsers: boolean }

export type TrainerContext = {
  dir: string
  job: TrainerJob
  startedAt: number
  say: (progress: number, phase: string, line?: string) => void
  /** Writes the graph and returns its digest. */
  keep: (bytes: Uint8Array) => string
}
export type TrainerResult = Omit<Extract<FromTrainer, { kind: 'done' }>, 'kind'>

/** Thrown where the data cannot be trained on; the text reaches the tenant. */
export function dataFault(message: string): Error {
  return Object.assign(new Error(message), { name: 'DataFault' })
}
