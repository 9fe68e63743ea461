'use client'
// One or several records of the tenant, found by their titles.
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { Field } from '../../ui/field.tsx'
import type { RuleContext } from './rule-context.ts'
import { useRecordSearch } from './use-rule-facts.ts'
import { ValuesInput } from './values-input.tsx'

type RecordFieldProps = Pick<RuleContext, 'id' | 'titleOf'> & {
  label: string
  values: readonly string[]
  isSingle?: boolean
  onChange: (values: string[]) => void
}

export function RecordField({ id, titleOf, label, values, isSingle = false, onChange }: RecordFieldProps) {
  const t = useTranslations('editor.builder')
  const locale = useLocale()
  const [text, setText] = useState('')
  const found = useRecordSearch(id, text) ?? []
  return (
    <Field label={label} hint={t('search')}>
      {(control) => (
        <ValuesInput
          {...control}
          values={values}
          options={found.map((one) => ({ value: one.key, label: one.title[locale] }))}
          labelOf={(key) => titleOf(key)[locale]}
          isSingle={isSingle}
          isClosed
          onType={setText}
          onChange={onChange}
        />
      )}
    </Field>
  )
}
