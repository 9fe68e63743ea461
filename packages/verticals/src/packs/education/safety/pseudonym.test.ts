// Pseudonyms pass; names, addresses, telephone and identity numbers and dates of birth are refused, and the refusal never repeats them.
import { describe, expect, it } from 'vitest'
import { nameFault } from './pseudonym.ts'

const passes = [
  'L-0193',
  'kid_7f3a',
  'e58ed763-928c-4155-bee9-fdbaaadc15f3',
  'E58ED763928C4155BEE9FDBAAADC15F3',
  'learner-12',
  'student042',
  'p007',
  'usr_9f8e7d',
  'ANON-3F2',
  '20193',
  '7',
  'a1b2c3',
  'stu-2024-0017',
  'S1',
  '5b',
  '7B',
  'class-5a',
  'year6-group2',
  'blue-otter-17',
  'x93kd02',
  'cohort-2026-03',
  'seat 12',
  '学生12',
  '三年二班07号',
  '用户a93',
  '学号20230115',
  'user:4711',
  'sha256:ab12cd34',
  '9007199254740991',
  'LRN.00421',
  'pupil_A',
  'test-learner',
  'id_3e8',
  'Kd93-Xz2',
  'demo learner 3',
]

const refused: readonly [string, RegExp][] = [
  ['mira.holm@example.org', /e-mail/],
  ['mira at example dot org', /e-mail/],
  ['+49 151 2345678', /telephone/],
  ['13812345678', /telephone/],
  ['(030) 123 4567', /telephone/],
  ['555-123-4567', /telephone/],
  ['020 7946 0958', /telephone/],
  ['11010519491231002X', /identity/],
  ['110105194912310021', /identity/],
  ['2013-05-04', /birth/],
  ['4.5.2013', /birth/],
  ['b-2013/05/04', /birth/],
  ['Anna Miller', /name/],
  ['anna.miller', /name/],
  ['anna_miller', /name/],
  ['AnnaMiller', /name/],
  ['ANNA', /name/],
  ['anna', /name/],
  ['Mira Holm', /name/],
  ['Mr Holm', /name/],
  ['Dr. Okafor', /name/],
  ['anna2013', /name/],
  ['emma_07', /name/],
  ['Li.Wei.2011', /name/],
  ['wangxiaoming', /name/],
  ['zhang-wei-3', /name/],
  ['Mira-Holm-07', /name/],
  ['mueller12', /name/],
  ['Okonkwo', /name/],
  ['ａｎｎａ', /name/],
  ['an\u200bna', /name/],
  ['王小明', /name/],
  ['李娜', /name/],
  ['欧阳娜娜', /name/],
  ['王小明12', /name/],
  ['', /empty/],
  ['  ', /empty/],
]

describe('nameFault', () => {
  it.each(passes)('"%s" passes', (ref) => {
    expect(nameFault(ref)).toBeNull()
  })

  it.each(refused)('"%s" is refused: %s', (ref, why) => {
    expect(nameFault(ref)).toMatch(why)
  })

  it.each(refused.filter(([ref]) => ref.trim().length > 3))('the refusal of "%s" does not repeat it', (ref) => {
    expect(nameFault(ref)).not.toContain(ref)
  })
})
