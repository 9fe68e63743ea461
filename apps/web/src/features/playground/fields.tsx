'use client'
// The form of any pack, drawn from its descriptor. Problems of the server stand at their field.
import type { FieldError } from '@guildhall/contracts/errors'
import type { FormDescriptor, FormField } from '@guildhall/verticals/kit/form'
import { useLocale, useTranslations } from 'next-intl'
import { Checkbox, Field, Select, TextInput } from '../../ui/field.tsx'
import { valueAt, withValue } from './paths.ts'

type Input = Record<string, unknown>
type FieldsProps = {
  form: FormDescriptor
  input: Input
  errors: readonly FieldError[]
  onChange: (input: Input) => void
}

export function Fields({ form, input, errors, onChange }: FieldsProps) {
  const locale = useLocale()
  return (
    <div className="flex flex-col gap-6">
      {form.groups.map((group) => (
        <fieldset key={group.id}>
          <legend className="mb-3 font-semibold text-[13px] text-soft uppercase tracking-wide">
            {group.title[locale]}
          </legend>
          <div className="grid gap-x-4 gap-y-3.5 sm:grid-cols-2">
            {group.fields.map((field) => (
              <OneField
                key={field.path}
                field={field}
                value={valueAt(input, field.path)}
                error={errors.find((error) => error.location === `body.input.${field.path}`)}
                onChange={(value) => onChange(withValue(input, field.path, value))}
              />
            ))}
          </div>
        </fieldset>
      ))}
    </div>
  )
}

type OneFieldProps = {
  field: FormField
  value: unknown
  error: FieldError | undefined
  onChange: (value: unknown) => void
}

function OneField({ field, value, error, onChange }: OneFieldProps) {
  const t = useTranslations('playground')
  const locale = useLocale()
  if (field.kind === 'boolean')
    return (
      <div className="flex items-center pt-6">
        <Checkbox
          label={field.label[locale]}
          checked={value === true}
          onChange={(event) => onChange(event.target.checked)}
        />
      </div>
    )
  const label = `${field.label[locale]}${field.required ? ' *' : ''}`
  const hint =
    field.kind === 'fraction' && typeof value === 'number'
      ? t('percent', { percent: `${(value * 100).toFixed(2)}%` })
      : field.help?.[locale]
  return (
    <Field label={label} hint={hint} error={error && `${error.message}. ${error.fix}`}>
      {(control) =>
        field.kind === 'select' ? (
          <Select
            {...control}
            value={typeof value === 'string' ? value : ''}
            onChange={(event) => onChange(event.target.value || undefined)}
          >
            {!field.required && <option value="">{t('choose')}</option>}
            {field.options?.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label[locale]}
              </option>
            ))}
          </Select>
        ) : (
          <TextInput
            {...control}
            {...inputOf(field)}
            value={typeof value === 'string' || typeof value === 'number' ? value : ''}
            onChange={(event) => onChange(read(field, event.target.value))}
          />
        )
      }
    </Field>
  )
}

function inputOf(field: FormField) {
  if (field.kind === 'date') return { type: 'date' }
  if (field.kind === 'text') return { type: 'text' }
  return {
    type: field.kind === 'money' ? 'text' : 'number',
    inputMode: 'decimal' as const,
    step: 'any',
    min: field.min,
    max: field.max,
  }
}

/** Money stays text, as on the wire; a number that is no number stays text too, so that the server can say so. */
function read(field: FormField, text: string): unknown {
  if (text === '') return undefined
  const isNumber = field.kind === 'number' || field.kind === 'fraction'
  return isNumber && Number.isFinite(Number(text)) ? Number(text) : text
}
