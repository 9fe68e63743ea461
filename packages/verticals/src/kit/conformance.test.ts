// Every pack goes through the same checks, with its own built-in champion's card. `npm run new pack` scaffolds one that passes.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { modelCardSchema } from '@guildhall/contracts/model-card'
import { describe, expect, test } from 'vitest'
import { verticals } from '../registry.ts'
import { formPaths } from './form.ts'
import { checkGolden, valueAt } from './golden.ts'
import { languages } from './localized.ts'
import { verifyNote } from './verify.ts'
import type { Task } from './vertical.ts'

const tasks = verticals.flatMap((vertical) =>
  vertical.tasks.map((task) => ({ name: `${vertical.slug}/${task.slug}`, vertical, task })),
)

describe.each(tasks)('$name', ({ vertical, task }) => {
  const folder = join(import.meta.dirname, '../packs', vertical.slug, task.model.builtin)
  const card = modelCardSchema.parse(JSON.parse(readFileSync(join(folder, 'card.json'), 'utf8')))

  /** As the worker does it, with contributions that grow along the card so that some help and some hurt. */
  function composed(input: unknown, content: unknown = task.defaultContent, shift = 0) {
    const [parsedInput, parsedContent] = [task.input.parse(input), task.content.parse(content)]
    const features = task.features(parsedInput, parsedContent)
    const half = card.features.length / 2
    const contributions = Object.fromEntries(card.features.map((one, at) => [one.name, (at - half) * 0.11 + shift]))
    const logit = Object.values(contributions).reduce((sum, one) => sum + one, card.bias)
    const prediction = { contributions, logit, probability: 1 / (1 + Math.exp(-logit)) }
    return task.compose({ input: parsedInput, content: parsedContent, card, features, prediction, languages })
  }

  test('the default content is what its schema accepts, unchanged', () => {
    expect(task.content.parse(task.defaultContent)).toEqual(task.defaultContent)
  })

  test('the model and its card belong together', () => {
    const digest = createHash('sha256')
      .update(readFileSync(join(folder, 'model.onnx')))
      .digest('hex')
    expect(digest).toBe(card.onnx_sha256)
  })

  test('the form fills every field a sample needs', () => {
    const paths = formPaths(task.form)
    expect(new Set(paths).size).toBe(paths.length)
    const required = task.form.groups.flatMap((group) => group.fields.filter((field) => field.required))
    for (const field of required)
      for (const sample of task.samples) expect(valueAt(sample.input, field.path)).toBeDefined()
  })

  test('features are those of the card, and encode to one number each', () => {
    for (const sample of task.samples) {
      const features = task.features(task.input.parse(sample.input), task.content.parse(task.defaultContent))
      expect(Object.keys(features).sort()).toEqual(card.features.map((one) => one.name).sort())
      for (const tensor of Object.values(task.model.encode([features, features], card)))
        expect(tensor.data.length).toBe(tensor.dims.reduce((product, dim) => product * dim, 1))
    }
  })

  test.each(task.samples.map((sample) => sample.slug))(
    'sample %s: the note passes verification in both languages',
    (slug) => {
      const sample = task.samples.find((one) => one.slug === slug)
      for (const shift of [-0.3, 0, 0.3]) {
        const note = composed(sample?.input, task.defaultContent, shift)
        expect(verifyNote(note, languages).problems).toEqual([])
        expect(Object.keys(note.text).sort()).toEqual([...languages].sort())
      }
    },
  )

  test.each(task.goldens.map((golden) => golden.slug))('golden case %s passes', (slug) => {
    const golden = task.goldens.find((one) => one.slug === slug)
    expect(
      golden && checkGolden(golden, composed(golden.input, { ...task.defaultContent, ...golden.content }).output),
    ).toEqual([])
  })

  test('a figure changed anywhere in a note is refused', () => mutateEveryFigure(composed(task.samples[0]?.input)))
})

/** Every digit run of every sentence, each changed in five ways. */
function mutateEveryFigure(note: ReturnType<Task['compose']>): void {
  expect(verifyNote(note, languages).status).toBe('passed')
  let mutations = 0
  for (const language of languages) {
    for (const [s, section] of (note.text[language]?.sections ?? []).entries()) {
      for (const [at, sentence] of section.sentences.entries()) {
        for (const match of sentence.text.matchAll(/\d[\d,]*(?:\.\d+)?/g)) {
          for (const changed of changesOf(sentence.text, match.index, match[0])) {
            const copy = structuredClone(note)
            const target = copy.text[language]?.sections[s]?.sentences[at]
            if (!target) throw new Error('the copy lost its sentence')
            target.text = changed
            expect(verifyNote(copy, languages).status, changed).toBe('failed')
            mutations++
          }
        }
      }
    }
  }
  expect(mutations).toBeGreaterThan(20)
}

function changesOf(text: string, at: number, figure: string): string[] {
  const put = (changed: string) => text.slice(0, at) + changed + text.slice(at + figure.length)
  const digit = (Number(figure.at(-1)) + 1) % 10
  return [put(`${figure.slice(0, -1)}${digit}`), put(`1${figure}`), put(`${figure}0`), put(`−${figure}`), put('')]
}
