'use client'
// A part of the content as JSON, for what no form can draw. What does not parse stays in the box and is said.
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Field } from '../../ui/field.tsx'

type JsonBoxProps = { label: string; hint: string | undefined; value: unknown; onChange: (value: unknown) => void }

export function JsonBox({ label, hint, value, onChange }: JsonBoxProps) {
  const t = useTranslations('playground')
  const [typed, setTyped] = useState<string | null>(null)
  const edit = (text: string) => {
    try {
      onChange(JSON.parse(text))
      setTyped(null)
    } catch {
      setTyped(text)
    }
  }
  return (
    <Field label={label} hint={hint} error={typed !== null && t('badJson')}>
      {(control) => (
        <textarea
          {...control}
          spellCheck={false}
          rows={6}
          value={typed ?? JSON.stringify(value ?? null, null, 2)}
          onChange={(event) => edit(event.target.value)}
          className="w-full rounded-lg border border-line bg-raised p-3 font-mono text-xs leading-5 aria-invalid:border-bad"
        />
      )}
    </Field>
  )
}
