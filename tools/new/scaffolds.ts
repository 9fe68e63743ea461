// The texts of new files. Each compiles and passes the house rules as written.

export type Scaffold = { files: Record<string, string>; next: string }

const camel = (text: string) => text.replace(/[-.](\w)/g, (_, letter: string) => letter.toUpperCase())

export function verbFiles(name: string): Scaffold {
  const [entity = '', verb = ''] = name.split('.')
  const constant = camel(`${verb}-${entity}`)
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

export const ${camel(name)} = defineJob({
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

export function packFiles(slug: string): Scaffold {
  const folder = `packages/verticals/src/packs/${slug}`
  const readme = `# ${slug}\n\nWho asks, what it decides, its limits, and the source of its data and model.\n`
  return {
    files: { [`${folder}/README.md`]: readme, [`${folder}/input.ts`]: inputText(slug) },
    next: `next: pack.ts after packages/verticals/src/packs/finance/pack.ts, a model in builtin/, one line in packages/verticals/src/registry.ts; kit/conformance.test.ts says what is missing`,
  }
}

function inputText(slug: string): string {
  return `// What a caller of ${slug} sends.
import { z } from 'zod'

export const ${camel(slug)}Input = z.strictObject({
  reference: z.string().trim().min(1).max(80).describe('A pseudonym; never a name'),
})
`
}
