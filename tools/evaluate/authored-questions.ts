// The authored questions on the sample articles, with the articles that answer them; none for an uncovered one.
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

const folder = join(
  dirname(fileURLToPath(import.meta.resolve('@guildhall/verticals/registry'))),
  'packs/retail/answers',
)

const questionSchema = z.object({ set: z.string(), question: z.string(), article: z.array(z.string()) })
export type AuthoredQuestion = z.infer<typeof questionSchema>

/** Sets: `tune`, `test` and `hard` in the articles' words, `words-tune` and `words-test` in other words. */
export function authoredQuestions(): AuthoredQuestion[] {
  return ['questions.json', 'paraphrases.json'].flatMap((name) =>
    z.array(questionSchema).parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))),
  )
}
