// The directory says of every pack what the pack itself says, and stays small enough to travel with each page.
import { expect, test } from 'vitest'
import { verticals } from '../registry.ts'
import { directoryOf } from './directory.ts'

const directory = directoryOf(verticals)

test('it names every vertical, task, starter and collection', () => {
  const namesOf = (
    all: readonly { slug: string; tasks: readonly { slug: string; starters: readonly { slug: string }[] }[] }[],
  ) =>
    all.flatMap(({ slug, tasks }) =>
      tasks.flatMap((task) => task.starters.map((one) => [slug, task.slug, one.slug].join())),
    )
  expect(namesOf(directory)).toEqual(namesOf(verticals))
  expect(directory.flatMap((one) => one.collections.map(({ name }) => name))).toEqual(
    verticals.flatMap((one) => one.collections.map(({ name }) => name)),
  )
})

test('it knows what can be had before a training and what comes with records', () => {
  const retail = directory.find((one) => one.slug === 'retail')
  expect(retail?.tasks.every((task) => task.answersUntrained)).toBe(true)
  expect(retail?.collections.find((one) => one.name === 'items')?.hasStarterRecords).toBe(true)
  const finance = directory.find((one) => one.slug === 'finance')
  expect(finance?.tasks.find((task) => task.slug === 'risk_note')?.takesFlatRows).toBe(true)
  expect(finance?.collections.some((one) => one.hasStarterRecords)).toBe(false)
})

test('it is below 12 kB and plain data', () => {
  const text = JSON.stringify(directory)
  expect(text.length).toBeLessThan(12_000)
  expect(JSON.parse(text)).toEqual(directory)
})
