// The page of a lesson draws what the pack really answers: every sample, in both languages, with every text in its place.
import { samples } from '@guildhall/verticals/packs/education/samples'
import { tryTutor } from '@guildhall/verticals/packs/education/try-tutor'
import { NextIntlClientProvider } from 'next-intl'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import en from '../../../messages/en.json' with { type: 'json' }
import zh from '../../../messages/zh-CN.json' with { type: 'json' }
import { educationOutput } from './education-output.ts'
import { EducationView } from './education-view.tsx'

const flagged = {
  slug: 'flagged',
  input: { task: 'hint', item_id: 'frac-add-like-01', message: 'I want to kill myself' },
}

const drawn = (input: Record<string, unknown>, starter: string | undefined, locale: 'en' | 'zh-CN') => {
  const { output } = tryTutor(input, starter ? { starter } : {})
  const parsed = educationOutput.parse(output)
  const faults: string[] = []
  const page = renderToStaticMarkup(
    <NextIntlClientProvider
      locale={locale}
      timeZone="UTC"
      messages={locale === 'en' ? en : zh}
      onError={(error) => faults.push(error.message)}
    >
      <EducationView output={parsed} />
    </NextIntlClientProvider>,
  )
  expect(faults).toEqual([])
  return { page, output: parsed }
}

const plain = (text: string) => text.replaceAll('&', '&amp;').replaceAll("'", '&#x27;').replaceAll('"', '&quot;')

test.each(samples.map((one) => [one.slug, one] as const))('%s', (_, sample) => {
  for (const locale of ['en', 'zh-CN'] as const) {
    const { page, output } = drawn(sample.input, sample.template, locale)
    for (const text of [output.hint?.text, output.feedback?.text, output.next_exercise?.why.text])
      if (text) expect(page).toContain(plain(text[locale]))
    for (const skill of output.mastery) expect(page).toContain(plain(skill.title?.[locale] ?? skill.skill))
  }
})

test('a stopped lesson is an alert and shows no lesson', () => {
  const { page } = drawn(flagged.input, undefined, 'en')
  expect(page).toContain('role="alert"')
  expect(page).toContain('self-harm')
  expect(page).not.toContain('<table')
})
