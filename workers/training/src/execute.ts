// One training from claim to end: its records to a folder, a process of its own over them, its result to the registry. The row is written
// only while the claim is ours, so a canceled or lost training changes nothing.
import { type ChildProcess, fork } from 'node:child_process'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError, toProblem } from '@guildhall/contracts/errors'
import { trainingLimits } from '@guildhall/contracts/training'
import {
  type ClaimedTraining,
  claimTraining,
  failTraining,
  finishTraining,
  reportTraining,
} from '@guildhall/domain/training/work'
import { logger } from '@guildhall/runtime/log'
import { dumpInputs, newFolder } from './dump.ts'
import type { FromTrainer } from './messages.ts'

const reportMs = 1000
const graceMs = 2000

type Execution = { workDir: string; heapMib: number; signal: AbortSignal }

export async function executeTraining(trainingId: string, execution: Execution): Promise<void> {
  const training = await claimTraining(trainingId)
  if (!training) return
  const dir = await newFolder(execution.workDir)
  const report = openReport(training)
  try {
    await dumpInputs(training, dir, report.note)
    const result = await train(dir, { ...execution, report })
    report.note({ phase: 'storing', progress: 0.99 })
    await report.flush()
    const bytes = await readFile(join(dir, 'model.onnx'))
    if (!(await finishTraining(training, { ...result, bytes })))
      logger().info({ training: trainingId }, 'ended meanwhile')
  } catch (error) {
    logger().warn({ err: error, training: trainingId }, 'training failed')
    await failTraining(training, toProblem(error, { instance: `/v1/trainings/${trainingId}`, requestId: null }))
  } finally {
    report.close()
    await rm(dir, { recursive: true, force: true })
  }
}

type Note = { phase: string; progress: number; line?: string | undefined }

/** Gathers what is new and writes it once a second, which also keeps the lease. `onLost` is called when the row is no longer ours. */
function openReport(training: ClaimedTraining) {
  let last: Note = { phase: 'reading', progress: 0 }
  let lines: string[] = []
  let onLost: () => void = () => undefined
  const flush = async () => {
    const added = lines
    lines = []
    const isOurs = await reportTraining(training, { phase: last.phase, progress: last.progress, lines: added })
    if (!isOurs) onLost()
  }
  const timer = setInterval(() => {
    flush().catch((error: unknown) => logger().warn({ err: error }, 'could not report on a training'))
  }, reportMs)
  return {
    note: (note: Note) => {
      last = note
      if (note.line) lines.push(note.line)
    },
    whenLost: (then: () => void) => {
      onLost = then
    },
    flush,
    close: () => clearInterval(timer),
  }
}
type Report = ReturnType<typeof openReport>
type Done = Extract<FromTrainer, { kind: 'done' }>

/** Throws input_invalid for the data's faults, deadline_exceeded past the limit, conflict when it was canceled, unavailable when the process died. */
function train(dir: string, { heapMib, signal, report }: Execution & { report: Report }): Promise<Done> {
  const child = fork(join(import.meta.dirname, 'trainer-entry.mjs'), [dir], {
    execArgv: [`--max-old-space-size=${heapMib}`],
    // It has the records and no way to the database.
    env: {},
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  return new Promise((resolve, reject) => {
    const words: string[] = []
    const end = (error: AppError) => {
      stopChild(child)
      reject(error)
    }
    const timer = setTimeout(
      () =>
        end(
          new AppError('deadline_exceeded', {
            public: `Training took longer than ${trainingLimits.timeoutMs / 60_000} minutes`,
          }),
        ),
      trainingLimits.timeoutMs,
    )
    report.whenLost(() => end(new AppError('conflict', { public: 'The training was canceled' })))
    const onStop = () =>
      end(
        new AppError('unavailable', {
          public: 'The worker was stopped. The champion serves on; start the training again',
        }),
      )
    signal.addEventListener('abort', onStop, { once: true })
    child.stderr
      ?.setEncoding('utf8')
      .on('data', (text: string) => void words.splice(0, words.length, ...[...words, text].slice(-20)))
    child.on('message', (message: FromTrainer) => {
      if (message.kind === 'progress') report.note(message)
      else if (message.kind === 'done') resolve(message)
      else reject(new AppError(message.isUsers ? 'input_invalid' : 'bug', faultText(message)))
    })
    child.once('error', (error) => reject(error))
    child.once('exit', (code, killedBy) => {
      clearTimeout(timer)
      signal.removeEventListener('abort', onStop)
      reject(
        new AppError('unavailable', {
          public: deathText(words.join(''), heapMib),
          internal: `trainer ended with ${code ?? killedBy}: ${words.join('')}`,
        }),
      )
    })
  })
}

const faultText = ({ message, isUsers }: Extract<FromTrainer, { kind: 'failed' }>) =>
  isUsers ? { public: message } : { public: 'The trainer failed. Send us the request id', internal: message }

function deathText(words: string, heapMib: number): string {
  return words.includes('heap out of memory')
    ? `The data does not fit into ${heapMib} MiB. Send fewer records, or raise GUILDHALL_TRAINING_HEAP_MIB`
    : 'The training process died. The champion serves on; start the training again'
}

function stopChild(child: ChildProcess): void {
  child.kill('SIGTERM')
  setTimeout(() => child.kill('SIGKILL'), graceMs).unref()
}
