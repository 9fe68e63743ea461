// Our own processes: how each is started, with which environment, and when all of them are ready.
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type ChildSpec, lastWords } from './children.ts'
import { tsxFlags } from './script.ts'
import { root } from './settings.ts'
import type { ChildState } from './state.ts'

const readyLimitMs = 120_000
/** One restart may be bad luck; a child that ends this often will not come up by waiting. */
const hopelessRestarts = 3

type Ports = { port: number; webPort: number; env: Record<string, string> }

export function processSpecs({ port, webPort, env: all }: Ports): ChildSpec[] {
  // The owner's password stays with the supervisor.
  const { DATABASE_OWNER_URL: _, ...env } = all
  const ours = (name: string, file: string, own: number | null) => ({
    name,
    args: [...tsxFlags, join(root, file)],
    env,
    cwd: root,
    port: own,
  })
  const next = join(root, 'node_modules/next/dist/bin/next')
  const web = join(root, 'apps/web')
  return [
    ours('inference', 'workers/inference/src/main.ts', null),
    ours('training', 'workers/training/src/main.ts', null),
    ours('delivery', 'workers/delivery/src/main.ts', null),
    ours('api', 'apps/api/src/main.ts', port),
    { name: 'web', args: [next, 'start', '-H', '127.0.0.1', '-p', String(webPort)], env, cwd: web, port: webPort },
  ]
}

/** Throws with the last words of a child that ends again and again; its log tells what is wrong and the cure. */
export function refuseHopeless(dataDir: string, children: readonly ChildState[]): void {
  const failing = children.find((child) => child.restarts >= hopelessRestarts)
  if (!failing) return
  throw new Error(
    `${failing.name} ends again and again. Cure: mend what it says, then ./guildhall down and ./guildhall up. It says:\n${lastWords(dataDir, failing.name)}`,
  )
}

type Waiting = { dataDir: string; url: string; children: () => ChildState[] }

/** Ready when the API says so and a page comes through it. */
export async function untilReady({ dataDir, url, children }: Waiting): Promise<void> {
  const giveUpAt = Date.now() + readyLimitMs
  const answers = async (path: string) => {
    const signal = AbortSignal.timeout(10_000)
    return (await fetch(url + path, { signal }).catch(() => null))?.ok === true
  }
  while (!((await answers('/health/ready')) && (await answers('/sign-in')))) {
    refuseHopeless(dataDir, children())
    if (Date.now() > giveUpAt) {
      const words = children().map(({ name }) => `  ${name}\n${lastWords(dataDir, name)}`)
      throw new Error(
        `not ready after ${readyLimitMs / 1000} s. Cure: mend what the logs say, then ./guildhall up\n${words.join('\n')}`,
      )
    }
    await sleep(150)
  }
}
