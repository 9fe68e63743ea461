// `npm run bench`: hot paths as ratios against a baseline and a ceiling of the same run. Machines are noisy, so no absolute figure is asserted.
import { countCourse, readExamples, readHints } from './course.ts'
import { benchGrading } from './grading.ts'
import { benchIngest } from './ingest.ts'
import { benchRuns } from './runs.ts'

const [only, , rowsAsked] = process.argv.slice(2)
const line = (name: string, rate: number, ratio: number) =>
  process.stdout.write(`${name.padEnd(38)} ${rate.toFixed(0).padStart(8)}   x${ratio.toFixed(3)}\n`)

if (only === 'course') {
  process.stdout.write(`${[...countCourse(), readHints(), readExamples(20)].join('\n')}\n`)
  process.exit(0)
}
if (only === 'grading') {
  for (const { type, answers, crashes, refused, meanMs, slowestMs, over50Ms } of benchGrading(20_000))
    process.stdout.write(
      `${type.padEnd(11)} ${answers} hostile answers: ${crashes} crashes, ${refused} refused, mean ${meanMs.toFixed(3)} ms, slowest ${slowestMs.toFixed(1)} ms, ${over50Ms} over 50 ms\n`,
    )
  process.exit(0)
}
if (only !== 'ingest') for (const [name, rate, ratio] of await benchRuns()) line(name, rate, ratio)
if (only !== 'runs') {
  // Last: it opens the domain twice in this process, and a process has one.
  const ingest = await benchIngest(Number(rowsAsked ?? (only === 'ingest' ? 1_000_000 : 200_000)))
  line(`events/s, bare COPY of ${ingest.rows} (ceiling)`, ingest.ceiling, 1)
  line('events/s, through the API', ingest.api, ingest.api / ingest.ceiling)
  line("ms, a neighbour's insert meanwhile", ingest.waitingMs, ingest.waitingMs / ingest.idleMs)
  process.stdout.write(`peak memory of the API process            ${ingest.peakMib} MiB\n`)
}
process.exit(0)
