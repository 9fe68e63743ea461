// The report counts what is there: a text in two languages is present as a whole and in its parts.
import { expect, test } from 'vitest'
import { findCollection } from '../registry.ts'
import { reportOf } from './expectations.ts'

test('a title in two languages is not missing, one without any is', () => {
  const items = findCollection('items')
  if (!items) throw new Error('no items')
  const titles = [{ en: 'Tea', 'zh-CN': '茶' }, 'Milk', { en: 'Salt' }, undefined]
  const records = titles.map((title, at) => ({ id: `i${at}`, ...(title ? { title } : {}) }))
  const { fields } = reportOf(items, records)
  const missingOf = (name: string) => fields.find((field) => field.field === name)?.missing
  expect([missingOf('title'), missingOf('title.en'), missingOf('title.zh-CN')]).toEqual([1, 2, 3])
})

test('a field that only its parts fill has no range of its own, and no infinite one', () => {
  const items = findCollection('items')
  if (!items) throw new Error('no items')
  const { fields } = reportOf(items, [{ id: 'i1', title: { en: 'Tea', 'zh-CN': '茶' } }])
  expect(fields.find((field) => field.field === 'title')).toMatchObject({ present: 1, from: null, to: null })
})
