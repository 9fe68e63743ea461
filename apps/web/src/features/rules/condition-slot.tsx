'use client'
// A condition on records: a field of the pack's or of the records' own attributes, how to compare, and with what; each only as the field allows.
import type { RuleValues } from '@guildhall/contracts/template-rules'
import { ownAt } from '@guildhall/verticals/kit/rule-place'
import { useLocale, useTranslations } from 'next-intl'
import { Field, Select } from '../../ui/field.tsx'
import { NumberInput } from '../template/number-input.tsx'
import { RecordField } from './record-field.tsx'
import { type RuleContext, valuesOf } from './rule-context.ts'
import { ValuesInput } from './values-input.tsx'

type ConditionSlotProps = RuleContext & { label: string; value: unknown; onChange: (value: unknown) => void }
type Kind = 'text' | 'number' | 'boolean' | 'record'

export function ConditionSlot(props: ConditionSlotProps) {
  const { label, value, onChange } = props
  const t = useTranslations('editor.builder')
  const fields = useFields(props)
  const [field, attribute] = [ownAt(value, 'field'), ownAt(value, 'attribute') ?? null]
  const own = fields.find((one) => one.field === field && one.attribute === attribute) ?? fields[0]
  const op = operators[own?.kind ?? 'text'].find((one) => one === ownAt(value, 'op')) ?? 'is'
  const pick = (name: string) => {
    const next = fields.find((one) => one.name === name)
    if (next)
      onChange({
        ...next.of,
        op: next.kind === 'number' ? 'at_least' : op === 'is_not' ? 'is_not' : 'is',
        value: next.first,
      })
  }
  if (!own) return null
  return (
    <div className="grid items-start gap-3 sm:grid-cols-[1fr_1fr_2fr]">
      <Field label={label}>
        {(control) => (
          <Select {...control} value={own.name} onChange={(event) => pick(event.target.value)}>
            {fields.map((one) => (
              <option key={one.name} value={one.name}>
                {one.label}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label={t('compare')}>
        {(control) => (
          <Select
            {...control}
            value={op}
            onChange={(event) => onChange({ ...Object(value), ...own.of, op: event.target.value })}
          >
            {operators[own.kind].map((one) => (
              <option key={one} value={one}>
                {t(`op.${one}`)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Comparand {...props} own={own} onChange={(next) => onChange({ ...Object(value), ...own.of, op, value: next })} />
    </div>
  )
}

const operators = {
  text: ['is', 'is_not'],
  record: ['is', 'is_not'],
  boolean: ['is', 'is_not'],
  number: ['at_least', 'at_most', 'is', 'is_not'],
} as const

type OwnField = {
  name: string
  field: string
  attribute: string | null
  /** The part of the condition that names it. */
  of: { field: string; attribute?: string }
  label: string
  kind: Kind
  unit: string | null
  first: unknown
}

/** The pack's fields, then the attributes that records have; one that a rule names and no record has stays choosable. */
function useFields({ builder, known, value }: ConditionSlotProps): OwnField[] {
  const locale = useLocale()
  const t = useTranslations('editor.builder')
  const all = known?.fields ?? []
  const own = builder.fields.map(({ slug, label, kind }): OwnField => {
    const said = all.find((one) => one.field === slug && one.attribute === null)
    return { ...named(slug, null), label: label[locale], kind, unit: said?.unit ?? null, first: firstOf(kind, said) }
  })
  const attributes = all.flatMap((said): OwnField[] =>
    said.attribute === null
      ? []
      : [
          {
            ...named(said.field, said.attribute),
            label: t('attribute', { name: said.attribute }),
            kind: said.kind,
            unit: said.unit,
            first: firstOf(said.kind, said),
          },
        ],
  )
  const asked = ownAt(value, 'attribute')
  const isMissing = typeof asked === 'string' && asked !== '' && !attributes.some((one) => one.attribute === asked)
  const missing: OwnField[] = isMissing
    ? [
        {
          ...named('attribute', asked),
          label: t('attribute', { name: asked }),
          kind: kindOf(ownAt(value, 'value')),
          unit: null,
          first: [],
        },
      ]
    : []
  return [...own, ...attributes, ...missing]
}

const named = (field: string, attribute: string | null) => ({
  name: `${field} ${attribute ?? ''}`,
  field,
  attribute,
  of: attribute === null ? { field } : { field, attribute },
})

function kindOf(value: unknown): Kind {
  return typeof value === 'number' ? 'number' : typeof value === 'boolean' ? 'boolean' : 'text'
}

function firstOf(kind: Kind, said: RuleValues['fields'][number] | undefined): unknown {
  if (kind === 'boolean') return true
  return kind === 'number' ? (said?.min ?? 0) : []
}

type ComparandProps = ConditionSlotProps & { own: OwnField }

function Comparand({ own, value: condition, onChange, ...context }: ComparandProps) {
  const t = useTranslations('editor.builder')
  const value = ownAt(condition, 'value')
  const label = own.unit === null ? t('value') : `${t('value')} (${own.unit})`
  const texts = (Array.isArray(value) ? value : [value]).filter(
    (one): one is string => typeof one === 'string' && one !== '',
  )
  if (own.kind === 'record') return <RecordField {...context} label={label} values={texts} onChange={onChange} />
  if (own.kind === 'boolean')
    return (
      <Field label={label}>
        {(control) => (
          <Select {...control} value={String(value)} onChange={(event) => onChange(event.target.value === 'true')}>
            <option value="true">{t('yes')}</option>
            <option value="false">{t('no')}</option>
          </Select>
        )}
      </Field>
    )
  if (own.kind === 'number')
    return (
      <Field label={label}>
        {(control) => <NumberInput {...control} value={typeof value === 'number' ? value : 0} onChange={onChange} />}
      </Field>
    )
  const options = valuesOf(context.known, own.field, own.attribute)
  return (
    <Field label={label} hint={t('severalHint')}>
      {(control) => <ValuesInput {...control} values={texts} options={options} onChange={onChange} />}
    </Field>
  )
}
