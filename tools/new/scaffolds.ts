// The texts of new verbs and jobs. Each compiles and passes the house rules as written.
import { camelCase } from './camel-case.ts'

export type Scaffold = { files: Record<string, string>; next: string }

export function verbFiles(name: string): Scaffold {
  const [entity = '', verb = ''] = name.split('.')
  const constant = camelCase(`${verb}-${entity}`)
  const text = `// ${verb} of ${entity}: say what it does and the one thing you would not guess.
import { z } from 'zod'
import { defineVerb } from '../verb.ts'

export const ${constant} = defineVerb({
  name: '${entity}.${verb.replaceAll('-', '_')}',
  scope: 'admin',
  input: z.strictObject({ id: z.string() }),
  output: z.object({ id: z.string() }),
  run: async ({ note }, { id }) => {
    note({ subject: id })
    return { id }
  },
})
`
  return {
    files: { [`packages/domain/src/${entity}/${verb}.ts`]: text },
    next: `next: one line in apps/api/src/routes/${entity}.ts and one in apps/web/src/routers/${entity}.ts; a test by status`,
  }
}

export function jobFiles(name: string): Scaffold {
  const text = `// ${name}: say what the job does. The payload carries ids, never the truth.
import { z } from 'zod'
import { defineJob } from '../job.ts'

export const ${camelCase(name)} = defineJob({
  name: '${name}',
  consumer: 'delivery',
  payload: z.object({ rowId: z.string() }),
  attempts: 5,
  backoffMs: 1000,
  timeoutMs: 30_000,
})
`
  return {
    files: { [`packages/contracts/src/jobs/${name}.ts`]: text },
    next: 'next: add it to `jobs` and `handlers` of its worker; it does not compile until the handler is there',
  }
}
