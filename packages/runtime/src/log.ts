// One structured logger per process. Secrets are removed by path before a line is written.
import { type Logger, pino } from 'pino'

let current: Logger | undefined

const secretPaths = [
  'authorization',
  'cookie',
  'password',
  'key',
  'token',
  'secret',
  '*.authorization',
  '*.cookie',
  '*.password',
  '*.token',
  '*.secret',
]

/** Names the process in every line. Call once at boot. */
export function openLog(options: { process: string; level?: string }): Logger {
  current = pino({
    name: options.process,
    level: options.level ?? 'info',
    redact: { paths: secretPaths, censor: '[removed]' },
  })
  return current
}

/** The logger of this process; silent when none was opened, as in unit tests. */
export function logger(): Logger {
  current ??= pino({ level: 'silent' })
  return current
}
