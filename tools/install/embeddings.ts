// `./guildhall install embeddings`: stores the encoder as the model of meaning of every tenant that has not trained its own; `--remove` takes it away.
import { parseArgs } from 'node:util'
import { openDomain } from '@guildhall/domain/boot'
import { retireBuiltIn, storeBuiltIn } from '@guildhall/domain/model/builtin'
import { z } from 'zod'
import { withEncoderFiles } from './encoder-package.ts'
import { installedModel } from './installed-model.ts'

const env = z.object({ DATABASE_URL: z.url(), REDIS_URL: z.url() }).parse(process.env)
const { values } = parseArgs({ options: { file: { type: 'string' }, remove: { type: 'boolean', default: false } } })

async function install(): Promise<string> {
  const model = await withEncoderFiles(values.file ?? null, installedModel)
  const { isNew } = await storeBuiltIn(model)
  const mib = (model.bytes.length / 1_048_576).toFixed(1)
  const state = isNew ? 'now answers' : 'already answers'
  return `The model of meaning (${mib} MiB, English, ${model.card.data.licence}) ${state} customer questions of tenants without their own`
}

async function remove(): Promise<string> {
  const count = await retireBuiltIn({ vertical: 'retail', task: 'answer_question' })
  return count === 0
    ? 'No model of meaning was installed'
    : 'The installed model of meaning answers no more; words alone do'
}

const close = await openDomain({ databaseUrl: env.DATABASE_URL, redisUrl: env.REDIS_URL, poolSize: 1 })
try {
  process.stdout.write(`${values.remove ? await remove() : await install()}\n`)
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
} finally {
  await close()
}
