// What the evaluations share: reading their options, and the end of their reports.
import { parseArgs } from 'node:util'
import { z } from 'zod'

/** Options by a schema of their names; booleans are flags. Throws one line per fault. */
export function readOptions<S extends z.ZodObject>(schema: S, args: readonly string[]): z.output<S> {
  const options = Object.fromEntries(
    Object.entries(schema.shape).map(([name, field]) => [
      name,
      { type: isFlag(field) ? 'boolean' : 'string' } as const,
    ]),
  )
  const parsed = schema.safeParse(parseArgs({ args: [...args], options }).values)
  if (parsed.success) return parsed.data
  throw new Error(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n'))
}

const isFlag = (field: unknown): boolean => field instanceof z.ZodDefault && field.unwrap() instanceof z.ZodBoolean

export const secondsSince = (startedAt: number): number => Math.round((performance.now() - startedAt) / 10) / 100

export const costSince = (startedAt: number) => ({
  seconds: secondsSince(startedAt),
  peak_memory_mib: Math.round(process.resourceUsage().maxRSS / 1024),
})

/** Progress on a terminal; nothing where the output is read by a program. */
export function showProgress(fraction: number, doing: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${Math.round(fraction * 100)} % ${doing.padEnd(30)}`)
}
