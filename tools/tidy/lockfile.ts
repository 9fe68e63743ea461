// Every native family in the lockfile must list darwin-arm64 beside Linux, or `npm ci` fails on a Mac with EUSAGE.
import { z } from 'zod'

// An optional accelerator of msgpackr, absent on some platforms by design of its authors.
const excused = new Set(['@msgpackr-extract/msgpackr-extract'])

export function checkLockfile(text: string): string[] {
  const { packages } = z.object({ packages: z.record(z.string(), z.unknown()) }).parse(JSON.parse(text))
  const families = new Map<string, Set<string>>()
  for (const path of Object.keys(packages)) {
    const name = path.split('node_modules/').at(-1) ?? ''
    const match = /[-_/]?(darwin|linux|win32|windows)[-_](arm64|x64|64)/.exec(name)
    if (!match) continue
    const family = name.slice(0, match.index)
    families.set(family, (families.get(family) ?? new Set()).add(`${match[1]}-${match[2]}`))
  }
  return [...families]
    .filter(
      ([family, platforms]) => platforms.has('linux-x64') && !platforms.has('darwin-arm64') && !excused.has(family),
    )
    .map(
      ([family]) =>
        `package-lock.json: ${family} has no darwin-arm64. Cure: pin an older version whose platforms are all published`,
    )
}
