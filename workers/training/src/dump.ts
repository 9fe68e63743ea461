// A training's inputs as files: its collections as NDJSON, the champion's graph, and what to do. Read in pages, so a million records need no memory.
import { createWriteStream } from 'node:fs'
import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { trainables, trainingLimits } from '@guildhall/contracts/training'
import { scanRecords } from '@guildhall/domain/collection/read'
import { readArtifact } from '@guildhall/domain/model/artifact'
import { readChampion } from '@guildhall/domain/model/champion'
import type { ClaimedTraining } from '@guildhall/domain/training/work'
import type { TrainerJob } from './messages.ts'

const folderName = 'guildhall-training-'

/** A folder of its own for one training. */
export const newFolder = (workDir: string): Promise<string> => mkdtemp(join(workDir, folderName))

/** Makes the folder, and removes what a killed worker left: no training takes longer than the limit. */
export async function removeLeftovers(workDir: string): Promise<void> {
  await mkdir(workDir, { recursive: true, mode: 0o700 })
  for (const name of await readdir(workDir)) {
    const path = join(workDir, name)
    if (!name.startsWith(folderName) || Date.now() - (await stat(path)).mtimeMs < trainingLimits.timeoutMs) continue
    await rm(path, { recursive: true, force: true })
  }
}

type OnProgress = (note: { phase: string; progress: number; line?: string }) => void

export async function dumpInputs(training: ClaimedTraining, dir: string, onProgress: OnProgress): Promise<void> {
  const { tenantId, vertical, task, options } = training
  const trainable = trainables.find((one) => one.vertical === vertical && one.task === task)
  for (const collection of trainable?.collections ?? []) {
    let rows = 0
    const lines = async function* () {
      for await (const page of scanRecords(tenantId, collection)) {
        rows += page.length
        onProgress({ phase: 'reading', progress: 0.05 * Math.min(1, rows / Math.max(training.rows, 1)) })
        yield page.map((record) => `${JSON.stringify(record.body)}\n`).join('')
      }
    }
    await pipeline(Readable.from(lines()), createWriteStream(join(dir, `${collection}.ndjson`)))
    onProgress({ phase: 'reading', progress: 0.05, line: `read ${rows} records of ${collection}` })
  }
  const champion = await readChampion(training)
  if (champion) await writeFile(join(dir, 'champion.onnx'), await readArtifact(tenantId, champion.sha256))
  const job: TrainerJob = { vertical, task, options, champion: champion?.card ?? null }
  await writeFile(join(dir, 'job.json'), JSON.stringify(job))
}
