// Every pack goes through the same checks, with its own built-in champion's card. `npm run new pack` scaffolds one that passes.
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { examples } from '../examples.gen.ts'
import { verticals } from '../registry.ts'
import { formPaths } from './form.ts'
import { checkGolden, type GoldenCase, valueAt } from './golden.ts'
import { readHighlights } from './highlight.ts'
import { languages } from './localized.ts'
import { verifyNote } from './verify.ts'
import type { Task } from './vertical.ts'

const tasks = verticals.flatMap((vertical) =>
  vertical.tasks.map((task) => ({ name: `${vertical.slug}/${task.slug}`, vertical, task })),
)

test('every name is one pack’s alone: folders, starters, collections', () => {
  const unique = (names: readonly string[]) => expect(names.toSorted()).toEqual([...new Set(names)].toSorted())
  unique(verticals.map((one) => one.slug))
  unique(tasks.flatMap(({ task }) => task.starters.map((one) => one.slug)))
  unique(verticals.flatMap((one) => one.collections.map((collection) => collection.name)))
  for (const { slug } of verticals)
    expect(existsSync(join(import.meta.dirname, `../packs/${slug}/pack.ts`)), slug).toBe(true)
})

const asOf = '2026-11-02T00:00:00.000Z'
const run = { id: 'run_conformance', seed: 42, asOf }

describe.each(tasks)('$name', ({ name, vertical, task }) => {
  const example = examples[vertical.slug]?.[task.slug]
  if (!example) throw new Error(`${name} has no example: write its example.ts, then npm run registry`)
  const { card } = example

  /** As the worker does it, with the example's prediction. */
  function composed(raw: unknown, content: unknown = task.starters[0].content, shift = 0) {
    const parsedContent = task.content.parse(content)
    const { input, faults } = task.arrange(raw, parsedContent)
    expect(faults).toEqual([])
    const parsedInput = task.input.parse(input)
    const asked = (one: unknown) => {
      const features = task.features({ input: one, content: parsedContent, records: example?.records ?? {}, asOf, run })
      return { input: one, features, prediction: example?.predict(shift) }
    }
    const own = asked(parsedInput)
    const given = { ...own, content: parsedContent, card }
    const probed = task.probes(given).map(asked)
    return task.compose({ ...given, records: example?.found ?? {}, probed, run, languages })
  }

  const starterOf = (slug: string | undefined) =>
    slug ? task.starters.find((one) => one.slug === slug) : task.starters[0]

  function goldenOutput(golden: GoldenCase) {
    const starter = golden.template ? task.starters.find((one) => one.slug === golden.template) : task.starters[0]
    const note = composed(golden.input, { ...starter?.content, ...golden.content })
    expect(verifyNote(note, languages).problems).toEqual([])
    return { ...note.output, note: note.text }
  }

  test.each(task.starters.map((one) => one.slug))(
    'the content of the starter %s is what its schema accepts, unchanged',
    (slug) => {
      const content = task.starters.find((one) => one.slug === slug)?.content
      expect(task.content.parse(content)).toEqual(content)
    },
  )

  test('the model and its card belong together', () => {
    expect(card === null).toBe(task.model === null)
    expect(example.graph === null).toBe((task.model?.builtin ?? null) === null)
    if (example.graph && card) expect(createHash('sha256').update(example.graph).digest('hex')).toBe(card.onnx_sha256)
  })

  test('the form fills every field a sample needs', () => {
    const paths = formPaths(task.form)
    expect(new Set(paths).size).toBe(paths.length)
    const required = task.form.groups.flatMap((group) => group.fields.filter((field) => field.required))
    for (const field of required)
      for (const sample of task.samples) expect(valueAt(sample.input, field.path)).toBeDefined()
  })

  test('features encode to tensors as large as they say', () => {
    const { model } = task
    if (!model || !card) return
    for (const sample of task.samples) {
      const [input, content] = [task.input.parse(sample.input), task.content.parse(task.starters[0].content)]
      const features = task.features({ input, content, records: example.records, asOf, run })
      for (const tensor of Object.values(model.encode([features, features], card)))
        expect(tensor.data.length).toBe(tensor.dims.reduce((product, dim) => product * dim, 1))
    }
  })

  test.each(task.samples.map((sample) => sample.slug))(
    'sample %s: the note passes verification in both languages',
    (slug) => {
      const sample = task.samples.find((one) => one.slug === slug)
      for (const shift of [-0.3, 0, 0.3]) {
        const note = composed(sample?.input, starterOf(sample?.template)?.content, shift)
        expect(verifyNote(note, languages).problems).toEqual([])
        expect(Object.keys(note.text).sort()).toEqual([...languages].sort())
      }
    },
  )

  test.each(task.goldens.map((golden) => golden.slug))('golden case %s passes', (slug) => {
    const golden = task.goldens.find((one) => one.slug === slug)
    expect(golden && checkGolden(golden, goldenOutput(golden))).toEqual([])
  })

  test('highlights are found in the output, in both languages', () => {
    const { highlights } = task
    if (!highlights) return
    for (const sample of task.samples) {
      const { output } = composed(sample.input, starterOf(sample.template)?.content)
      for (const language of languages) {
        const shown = readHighlights(highlights, output, language)
        expect(shown?.figures.map((one) => one.path)).toEqual(highlights.figures.map((one) => one.path))
        for (const bar of shown?.bars?.entries ?? [])
          expect([bar.label === '', Number.isFinite(bar.value)], bar.label).toEqual([false, true])
      }
    }
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
