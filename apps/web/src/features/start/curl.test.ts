// The command must survive a shell, whatever the input holds.
import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { curlOf } from './curl.ts'

test('a shell reads the body back as it was, quotes and all', () => {
  const input = { purpose: `O'Neil's "shop" $HOME \`x\` 店` }
  const command = curlOf({ origin: 'http://127.0.0.1:3000', secret: 'gh_live_x', input })
  const args = execFileSync('sh', ['-c', `curl() { printf '%s\\0' "$@"; }\n${command}`], { encoding: 'utf8' }).split(
    '\0',
  )
  expect(JSON.parse(args[args.indexOf('-d') + 1] ?? '')).toEqual({ template: 'consumer-risk-note', input })
  expect(args).toContain('Authorization: Bearer gh_live_x')
})
