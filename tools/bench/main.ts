// `npm run bench [-- NAME [--rows N]]`: hot paths as ratios against a baseline and a ceiling of the same run. Machines are noisy, so no absolute
// figure is asserted. Without a name: runs, then ingest.
import { countCourse, readExamples, readHints } from './course.ts'
import { benchGrading } from './grading.ts'
import { benchFresh, benchGuard } from './guard.ts'
import { benchIngest } from './ingest.ts'
import { benchRetail } from './retail.ts'
import { benchRuns } from './runs.ts'

type Bench = (rows: number | undefined) => Promise<string[]> | string[]

const benches: Record<string, Bench> = { course, grading, guard, retail, runs, ingest }

const [name = '', , rowsAsked] = process.argv.slice(2)
const rows = rowsAsked === undefined ? undefined : Number(rowsAsked)
// Ingest last: it opens the domain twice in this process, and a process has one.
const chosen = name === '' ? [runs, () => ingest(rows ?? 200_000)] : [benches[name]]
for (const bench of chosen) {
  if (!bench) throw new Error(`bench knows: ${Object.keys(benches).join(', ')}`)
  for (const text of await bench(rows)) process.stdout.write(`${text}\n`)
}
process.exit(0)

function rated(what: string, rate: number, ratio: number): string {
  return `${what.padEnd(38)} ${rate.toFixed(0).padStart(8)}   x${ratio.toFixed(3)}`
}

function course(): string[] {
  return [...countCourse(), readHints(), readExamples(20)]
}

function grading(): string[] {
  return benchGrading(20_000).map(
    ({ type, answers, crashes, refused, meanMs, slowestMs, over50Ms }) =>
      `${type.padEnd(11)} ${answers} hostile answers: ${crashes} crashes, ${refused} refused, mean ${meanMs.toFixed(3)} ms, slowest ${slowestMs.toFixed(1)} ms, ${over50Ms} over 50 ms`,
  )
}

function guard(): string[] {
  const { hints, wronglyHeld, forms, meanMs } = benchGuard()
  const sum = (of: 'inserted' | 'caught') => forms.reduce((total, one) => total + one[of], 0)
  return [
    ...forms.map(
      ({ form, inserted, caught }) =>
        `${form.padEnd(24)} ${String(caught).padStart(6)} of ${String(inserted).padStart(6)}`,
    ),
    `caught ${sum('caught')} of ${sum('inserted')}; true hints wrongly held back ${wronglyHeld} of ${hints}; mean ${meanMs.toFixed(2)} ms a text`,
    ...benchFresh().map(
      ({ set, found, old, of, missed }) =>
        `fresh set, ${set}: at first contact ${found} of ${of} (the guard before: ${old}); now ${of - missed.length}`,
    ),
  ]
}

async function retail(items = 100_000): Promise<string[]> {
  const { single, many, bare, memory, cpuMs, ...figures } = await benchRetail(items)
  const times = ({ p50, p99 }: { p50: number; p99: number }) =>
    `${' '.repeat(38)} p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms`
  const cpu = Object.entries(cpuMs).map(([process, ms]) => `${ms.toFixed(1)} ms ${process}`)
  return [
    rated(`rows/s, bare session, ${figures.items} items (ceiling)`, bare.single, 1),
    rated('runs/s, HTTP API, one caller', single.perSecond, single.perSecond / bare.single),
    times(single),
    rated('rows/s, bare session, batch 64 (ceiling)', bare.many, 1),
    rated('runs/s, HTTP API, 64 callers', many.perSecond, many.perSecond / bare.many),
    times(many),
    `inference worker: ${memory.idle} MiB idle, ${memory.served} MiB serving (${memory.own} MiB its own), ${memory.peak} MiB peak; graph ${figures.graphMib.toFixed(0)} MiB; first run ${figures.firstMs.toFixed(0)} ms`,
    `processor time per run: ${cpu.join(', ')}`,
  ]
}

async function runs(): Promise<string[]> {
  return (await benchRuns()).map(([what, rate, ratio]) => rated(what, rate, ratio))
}

async function ingest(events = 1_000_000): Promise<string[]> {
  const figures = await benchIngest(events)
  return [
    rated(`events/s, bare COPY of ${figures.rows} (ceiling)`, figures.ceiling, 1),
    rated('events/s, through the API', figures.api, figures.api / figures.ceiling),
    rated("ms, a neighbour's insert meanwhile", figures.waitingMs, figures.waitingMs / figures.idleMs),
    `peak memory of the API process            ${figures.peakMib} MiB`,
  ]
}
