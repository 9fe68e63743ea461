// Where things are: the data folder, the port asked for, and servers named by the environment. Secrets are made once, into a 0600 file.
import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { z } from 'zod'

export const root = join(import.meta.dirname, '../..')
export const defaultPort = 3000

const external = z.object({
  DATABASE_URL: z.string().optional(),
  DATABASE_OWNER_URL: z.string().optional(),
  REDIS_URL: z.string().optional(),
  AUTH_SECRET: z.string().optional(),
  PUBLIC_URL: z.string().optional(),
})

const secretsSchema = z.object({ owner: z.string(), app: z.string(), redis: z.string(), auth: z.string() })
export type Secrets = z.infer<typeof secretsSchema>

export type Settings = {
  dataDir: string
  /** Asked for by --port; then another port is no substitute. */
  port: number | null
  external: z.infer<typeof external>
}

export function settingsOf(options: { port?: string | undefined; data?: string | undefined }): Settings {
  const port = options.port === undefined ? null : Number(options.port)
  if (port !== null && !(Number.isInteger(port) && port >= 1 && port <= 65_535))
    throw new Error(`--port ${options.port} is no port. Cure: a number from 1 to 65535`)
  const from = process.env.GUILDHALL_CALLED_FROM ?? root
  const dataDir = options.data === undefined ? (process.env.GUILDHALL_DATA ?? join(root, '.guildhall')) : options.data
  return { dataDir: resolve(from, dataDir), port, external: external.parse(process.env) }
}

export function refuseBadSettings({ external: given }: Settings): void {
  const { AUTH_SECRET: secret } = given
  const isWeak = secret !== undefined && (secret.length < 32 || /^(secret|changeme|default|password)/i.test(secret))
  if (isWeak)
    throw new Error('AUTH_SECRET is short or a default. Cure: AUTH_SECRET=$(openssl rand -hex 32), or leave it out')
  if (given.DATABASE_URL && !given.DATABASE_OWNER_URL) {
    throw new Error(
      'DATABASE_URL is set without DATABASE_OWNER_URL. Cure: set both; migrations run as the owner, the server as guildhall_app',
    )
  }
}

/** Read, or made at the first start. */
export function readSecrets(dataDir: string): Secrets {
  const file = join(dataDir, 'secrets.json')
  // Postgres runs as a user of its own when we are root, and must pass through to its folder.
  mkdirSync(dataDir, { recursive: true, mode: 0o755 })
  if (!existsSync(file)) {
    const fresh = () => randomBytes(24).toString('hex')
    const secrets = { owner: fresh(), app: fresh(), redis: fresh(), auth: randomBytes(32).toString('hex') }
    // Whole or not at all, and never over another's: Postgres keeps the passwords it was made with.
    const draft = `${file}.${process.pid}`
    writeFileSync(draft, JSON.stringify(secrets), { mode: 0o600 })
    try {
      linkSync(draft, file)
    } catch (error) {
      if (!existsSync(file)) throw error
    } finally {
      rmSync(draft, { force: true })
    }
  }
  chmodSync(file, 0o600)
  return secretsSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
}
