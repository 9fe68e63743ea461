'use client'
// One thing a rule asks for. The pack says which kind of thing; nothing here knows of which vertical.
import type { RuleSlot } from '@guildhall/verticals/kit/rule-builder'
import { ownAt, withOwn } from '@guildhall/verticals/kit/rule-place'
import { useLocale, useTranslations } from 'next-intl'
import { Field } from '../../ui/field.tsx'
import { LocalizedInput } from '../template/localized-input.tsx'
import { NumberInput } from '../template/number-input.tsx'
import { ConditionSlot } from './condition-slot.tsx'
import { RecordField } from './record-field.tsx'
import { attributesOf, type RuleContext, valuesOf } from './rule-context.ts'
import { ValuesInput } from './values-input.tsx'

type RuleSlotProps = RuleContext & { slot: RuleSlot; rule: unknown; onChange: (rule: unknown) => void }

export function Slot({ slot, rule, onChange, ...context }: RuleSlotProps) {
  const t = useTranslations('editor.builder')
  const locale = useLocale()
  const value = ownAt(rule, slot.at)
  const label = slot.label[locale]
  const set = (next: unknown) => onChange(withOwn(rule, slot.at, next))
  const text = typeof value === 'string' && value !== '' ? [value] : []
  switch (slot.input) {
    case 'condition':
      return <ConditionSlot {...context} label={label} value={value} onChange={set} />
    case 'number':
      return (
        <Field label={`${label} (${slot.unit[locale]})`} hint={t('range', { min: slot.min, max: slot.max })}>
          {(control) => (
            <NumberInput
              {...control}
              value={typeof value === 'number' ? value : slot.min}
              onChange={(next) => set(slot.isWhole ? Math.round(next) : next)}
            />
          )}
        </Field>
      )
    case 'record':
      return <RecordField {...context} label={label} values={text} isSingle onChange={([next = '']) => set(next)} />
    case 'value':
    case 'attribute': {
      const options = slot.input === 'value' ? valuesOf(context.known, slot.field) : attributesOf(context.known)
      return (
        <Field label={label}>
          {(control) => (
            <ValuesInput {...control} values={text} options={options} isSingle onChange={([next = '']) => set(next)} />
          )}
        </Field>
      )
    }
    case 'localized':
      return (
        <details>
          <summary className="cursor-pointer rounded-md text-[13px] text-soft hover:text-ink">{label}</summary>
          <div className="mt-3">
            <LocalizedInput label={label} hint={t('nameHint')} value={value} isLong={false} onChange={set} />
          </div>
        </details>
      )
  }
}
