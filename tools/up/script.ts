// Runs one of our TypeScript programs to its end, with the environment of the running server when it needs one.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { root, type Settings } from './settings.ts'
import { runningState } from './state.ts'

type ScriptOptions = { settings?: Settings; env?: Record<string, string>; cwd?: string | undefined }

/** Resolves with the exit code. Throws when it needs the server and none runs. */
export async function runScript(file: string, args: readonly string[], options: ScriptOptions = {}): Promise<number> {
  const state = options.settings ? runningState(options.settings.dataDir) : null
  if (options.settings && !state) throw new Error('Guildhall is not running. Cure: ./guildhall up')
  const child = spawn(process.execPath, [...tsxFlags, join(root, file), ...args], {
    stdio: 'inherit',
    cwd: options.cwd ?? root,
    env: { ...process.env, ...state?.env, ...options.env },
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => resolve(code ?? 1))
  })
}

/** The loader by its path, so that a program may run with another working directory. */
export const tsxFlags = ['--import', import.meta.resolve('tsx')]
