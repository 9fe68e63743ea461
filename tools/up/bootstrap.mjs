// Plain JavaScript, because nothing is installed yet: brings node_modules and the Prisma client up to date, then hands over to main.ts.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')
const leastNode = [20, 19]

function refuseOldNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > leastNode[0] || (major === leastNode[0] && minor >= leastNode[1])) return
  process.stderr.write(`Node ${process.versions.node} is too old. Cure: install Node ${leastNode.join('.')} or newer\n`)
  process.exit(1)
}

const digestOf = (files) => {
  const hash = createHash('sha256')
  for (const file of files) hash.update(readFileSync(join(root, file)))
  return hash.digest('hex')
}

/** Runs the step when what it was made from has changed since, or what it makes is gone. */
function ensure({ title, stamp, files, makes, command, env }) {
  const digest = digestOf(files)
  const path = join(root, stamp)
  const isThere = existsSync(join(root, makes)) && existsSync(path)
  if (isThere && readFileSync(path, 'utf8') === digest) return
  process.stderr.write(`${title} …\n`)
  const startedAt = Date.now()
  const { status } = spawnSync(command[0], command.slice(1), {
    cwd: root,
    stdio: ['ignore', 2, 2],
    env: { ...process.env, ...env },
    shell: process.platform === 'win32',
  })
  if (status !== 0) {
    process.stderr.write(`${title} failed. Cure: read the lines above; then run the same command again\n`)
    process.exit(status ?? 1)
  }
  writeFileSync(path, digest)
  process.stderr.write(`${title}: ${((Date.now() - startedAt) / 1000).toFixed(1)} s\n`)
}

refuseOldNode()
ensure({
  title: 'Installing packages',
  stamp: 'node_modules/.guildhall-lock',
  files: ['package-lock.json'],
  makes: 'node_modules/tsx',
  command: ['npm', 'ci', '--no-audit', '--no-fund', '--loglevel=error'],
  env: { NODE_ENV: 'development' },
})
ensure({
  title: 'Generating the database client',
  stamp: 'node_modules/.guildhall-schema',
  files: readdirSync(join(root, 'prisma/schema')).map((file) => `prisma/schema/${file}`),
  makes: 'packages/db/src/generated',
  command: ['npx', 'prisma', 'generate', '--schema', 'prisma/schema'],
  // Generating needs no engine; any existing file satisfies the CLI, which would else try to download one.
  env: { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, CHECKPOINT_DISABLE: '1', PRISMA_HIDE_UPDATE_MESSAGE: '1' },
})
const child = spawn(process.execPath, ['--import', 'tsx', join(root, 'tools/up/main.ts'), ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, GUILDHALL_CALLED_FROM: process.cwd() },
  cwd: root,
})
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)))
