'use client'
// The input as JSON. What does not parse stays in the box and is said; the form keeps the last input that did.
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { z } from 'zod'
import { Field } from '../../ui/field.tsx'

type Input = Record<string, unknown>
const shape = z.record(z.string(), z.unknown())

export function JsonInput({ input, onChange }: { input: Input; onChange: (input: Input) => void }) {
  const t = useTranslations('playground')
  const [draft, setDraft] = useState<string | null>(null)
  const edit = (text: string) => {
    const parsed = parse(text)
    setDraft(parsed ? null : text)
    if (parsed) onChange(parsed)
  }
  return (
    <Field label={t('json')} error={draft !== null && t('badJson')}>
      {(control) => (
        <textarea
          {...control}
          spellCheck={false}
          rows={24}
          value={draft ?? JSON.stringify(input, null, 2)}
          onChange={(event) => edit(event.target.value)}
          className="w-full rounded-lg border border-line bg-raised p-3 font-mono text-xs leading-5 aria-invalid:border-bad"
        />
      )}
    </Field>
  )
}

function parse(text: string): Input | null {
  try {
    return shape.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}
