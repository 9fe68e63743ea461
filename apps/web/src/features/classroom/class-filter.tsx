'use client'
// Which class a page is about: one, or every class.
import { useTranslations } from 'next-intl'
import { Field, Select } from '../../ui/field.tsx'

type Props = { classes: readonly string[]; inClass: string | null; onChange: (inClass: string | null) => void }

export function ClassFilter({ classes, inClass, onChange }: Props) {
  const t = useTranslations('classroom')
  return (
    <Field label={t('class')}>
      {(control) => (
        <Select {...control} value={inClass ?? ''} onChange={(event) => onChange(event.target.value || null)}>
          <option value="">{t('everyClass')}</option>
          {classes.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </Select>
      )}
    </Field>
  )
}
