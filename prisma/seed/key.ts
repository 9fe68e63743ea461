// Prints a new API key of a tenant and nothing else: `./guildhall key [--tenant SLUG] [--scopes a,b]`.
import { parseArgs } from 'node:util'
import { AppError } from '@guildhall/contracts/errors'
import { scopeSchema } from '@guildhall/contracts/scopes'
import { openDomain } from '@guildhall/domain/boot'
import { createKey } from '@guildhall/domain/key/create'
import { operatorActor } from '@guildhall/domain/tenant/operator'
import { z } from 'zod'

const env = z.object({ DATABASE_URL: z.url(), REDIS_URL: z.url() }).parse(process.env)
const { values } = parseArgs({
  options: {
    tenant: { type: 'string', default: 'demo' },
    scopes: { type: 'string', default: 'runs:write,runs:read,templates:read' },
  },
})

const close = await openDomain({ databaseUrl: env.DATABASE_URL, redisUrl: env.REDIS_URL, poolSize: 1 })
try {
  const scopes = z.array(scopeSchema).parse(values.scopes.split(','))
  const key = await createKey.call(await operatorActor(values.tenant), { name: 'made by ./guildhall key', scopes })
  process.stdout.write(`${key.secret}\n`)
} catch (error) {
  process.stderr.write(`${error instanceof AppError ? error.publicText : String(error)}\n`)
  process.exitCode = 1
} finally {
  await close()
}
