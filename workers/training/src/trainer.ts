// The process of one training: reads its folder, trains, gates, writes model.onnx, and says how far it is. It knows no database.
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { trainDemand } from './demand.ts'
import { trainEducation } from './education.ts'
import { trainFinance } from './finance.ts'
import { trainMeaning } from './meaning.ts'
import type { FromTrainer, TrainerContext, TrainerJob, TrainerResult } from './messages.ts'
import { trainRetail } from './retail.ts'

const trainers: Record<string, (context: TrainerContext) => Promise<TrainerResult>> = {
  'finance.risk_note': trainFinance,
  'retail.recommend': trainRetail,
  'retail.price_advice': trainDemand,
  'retail.answer_question': trainMeaning,
  'education.tutor': trainEducation,
}

const dir = process.argv[2] ?? ''
const send = (message: FromTrainer) =>
  new Promise<void>((resolve) => void process.send?.(message, undefined, undefined, () => resolve()))

async function run(): Promise<FromTrainer> {
  const job: TrainerJob = JSON.parse(readFileSync(join(dir, 'job.json'), 'utf8'))
  const train = trainers[`${job.vertical}.${job.task}`]
  if (!train) throw new Error(`no trainer for ${job.vertical}.${job.task}`)
  const result = await train({
    dir,
    job,
    startedAt: performance.now(),
    say: (progress, phase, line) => void send({ kind: 'progress', phase, progress, ...(line ? { line } : {}) }),
    keep: (bytes) => {
      writeFileSync(join(dir, 'model.onnx'), bytes)
      return createHash('sha256').update(bytes).digest('hex')
    },
  })
  return { kind: 'done', ...result }
}

// A worker that was killed leaves nobody to train for.
process.once('disconnect', () => process.exit(1))
try {
  await send(await run())
} catch (error) {
  const message = error instanceof Error ? error.message : String(error)
  await send({ kind: 'failed', message, isUsers: error instanceof Error && error.name === 'DataFault' })
}
process.exit(0)
