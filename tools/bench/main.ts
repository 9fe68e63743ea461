// `npm run bench`: hot paths as ratios against a baseline and a ceiling of the same run. Machines are noisy, so no absolute figure is asserted.
import { countCourse, readExamples, readHints } from './course.ts'
import { benchGrading } from './grading.ts'
import { benchFresh, benchGuard } from './guard.ts'
import { benchIngest } from './ingest.ts'
import { benchRetail } from './retail.ts'
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
if (only === 'guard') {
  const { hints, wronglyHeld, forms, meanMs } = benchGuard()
  for (const { form, inserted, caught } of forms)
    process.stdout.write(`${form.padEnd(24)} ${String(caught).padStart(6)} of ${String(inserted).padStart(6)}\n`)
  const sum = (of: 'inserted' | 'caught') => forms.reduce((total, one) => total + one[of], 0)
  process.stdout.write(
    `caught ${sum('caught')} of ${sum('inserted')}; true hints wrongly held back ${wronglyHeld} of ${hints}; mean ${meanMs.toFixed(2)} ms a text\n`,
  )
  for (const { set, found, old, of, missed } of benchFresh())
    process.stdout.write(
      `fresh set, ${set}: at first contact ${found} of ${of} (the guard before: ${old}); now ${of - missed.length}\n`,
    )
  process.exit(0)
}
if (only === 'retail') {
  const { single, many, bare, memory, cpuMs, ...retail } = await benchRetail(Number(rowsAsked ?? 100_000))
  const ms = (of: { p50: number; p99: number }) => `p50 ${of.p50.toFixed(1)} ms, p99 ${of.p99.toFixed(1)} ms\n`
  line(`rows/s, bare session, ${retail.items} items (ceiling)`, bare.single, 1)
  line('runs/s, HTTP API, one caller', single.perSecond, single.perSecond / bare.single)
  process.stdout.write(`                                       ${ms(single)}`)
  line('rows/s, bare session, batch 64 (ceiling)', bare.many, 1)
  line('runs/s, HTTP API, 64 callers', many.perSecond, many.perSecond / bare.many)
  process.stdout.write(`                                       ${ms(many)}`)
  process.stdout.write(
    `inference worker: ${memory.idle} MiB idle, ${memory.served} MiB serving (${memory.own} MiB its own), ${memory.peak} MiB peak; graph ${retail.graphMib.toFixed(0)} MiB; first run ${retail.firstMs.toFixed(0)} ms\nprocessor time per run: ${Object.entries(
      cpuMs,
    )
      .map(([name, ms]) => `${ms.toFixed(1)} ms ${name}`)
      .join(', ')}\n`,
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
