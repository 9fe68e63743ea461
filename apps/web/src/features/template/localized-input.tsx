'use client'
// A text in both languages, side by side; the one that is missing says so.
import { useTranslations } from 'next-intl'
import type { ComponentProps } from 'react'
import { Badge } from '../../ui/badge.tsx'
import { Field, TextInput } from '../../ui/field.tsx'

const languages = [
  ['en', 'English'],
  ['zh-CN', '中文'],
] as const

type LocalizedInputProps = {
  label: string
  hint: string | undefined
  value: unknown
  isLong: boolean
  onChange: (value: unknown) => void
}

export function LocalizedInput({ label, hint, value, isLong, onChange }: LocalizedInputProps) {
  const t = useTranslations('editor')
  const texts = typeof value === 'object' && value !== null ? value : {}
  const textIn = (language: string) => {
    const text: unknown = Reflect.get(texts, language)
    return typeof text === 'string' ? text : ''
  }
  return (
    <fieldset>
      <legend className="mb-1.5 font-medium text-[13px]">{label}</legend>
      {hint && <p className="mb-2 text-soft text-xs">{hint}</p>}
      <div className="grid gap-3 sm:grid-cols-2">
        {languages.map(([language, name]) => {
          const text = textIn(language)
          const other = textIn(language === 'en' ? 'zh-CN' : 'en')
          const isMissing = text.trim() === '' && other.trim() !== ''
          const set = (next: string) => onChange({ ...texts, [language]: next })
          return (
            <Field
              key={language}
              label={
                <span className="flex items-center gap-2 font-normal text-soft text-xs">
                  {name}
                  {isMissing && <Badge tone="warn">{t('missingTranslation')}</Badge>}
                </span>
              }
            >
              {(control) =>
                isLong ? (
                  <LongText {...control} lang={language} value={text} onText={set} />
                ) : (
                  <TextInput {...control} lang={language} value={text} onChange={(event) => set(event.target.value)} />
                )
              }
            </Field>
          )
        })}
      </div>
    </fieldset>
  )
}

type LongTextProps = Omit<ComponentProps<'textarea'>, 'onChange'> & { onText: (text: string) => void }

export function LongText({ onText, ...rest }: LongTextProps) {
  return (
    <textarea
      rows={4}
      {...rest}
      onChange={(event) => onText(event.target.value)}
      className="w-full rounded-lg border border-line bg-surface p-3 text-ink text-[13px] leading-5"
    />
  )
}
