// `npm run verify`: every machine that holds a rule, without services. Steps run side by side where they can; all are reported.
import { spawn } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const withTests = !process.argv.includes('--without-tests')
const workspaces = ['packages', 'apps', 'workers']
  .flatMap((group) => readdirSync(join(root, group)).map((name) => `${group}/${name}`))
  .concat('tools')
  .filter((dir) => existsSync(join(root, dir, 'tsconfig.json')))

const bin = (name) => join(root, 'node_modules/.bin', name)
const script = (name) => ['npm', ['run', '--silent', `check:${name}`]]
const steps = [
  ['format and lint (biome)', ...script('biome')],
  ['lint with types (oxlint)', ...script('oxlint')],
  ['layers (dependency-cruiser)', ...script('layers')],
  ['dead code (knip)', ...script('dead')],
  ['workspaces (sherif)', ...script('workspaces')],
  ['house rules (tidy)', ...script('tidy')],
  ...workspaces.map((dir) => [`types ${dir}`, bin('tsc'), ['-p', dir]]),
  ...(withTests ? [['unit tests', bin('vitest'), ['run', '--project', 'unit']]] : []),
]

function run([name, command, args]) {
  const startedAt = Date.now()
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' } })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
    child.on('close', (code) => {
      process.stdout.write(
        `${code === 0 ? 'ok  ' : 'FAIL'} ${name} ${((Date.now() - startedAt) / 1000).toFixed(1)} s\n`,
      )
      if (code !== 0) process.stdout.write(`${output.slice(-8000)}\n`)
      resolve(code === 0)
    })
  })
}

const startedAt = Date.now()
const waiting = [...steps]
let failed = 0
const worker = async () => {
  for (let step = waiting.shift(); step; step = waiting.shift()) if (!(await run(step))) failed++
}
await Promise.all([worker(), worker()])
process.stdout.write(
  `${failed === 0 ? 'verified' : `${failed} failed`} in ${((Date.now() - startedAt) / 1000).toFixed(1)} s\n`,
)
process.exitCode = failed === 0 ? 0 : 1
