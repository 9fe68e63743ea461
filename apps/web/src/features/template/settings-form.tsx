'use client'
// What any template sets: which model answers, in which languages it writes, and its limits.
import type { TemplateSettings } from '@guildhall/contracts/template-document'
import { useTranslations } from 'next-intl'
import { Checkbox, Field, Select } from '../../ui/field.tsx'
import { NumberInput } from './number-input.tsx'

type SettingsProps = { settings: TemplateSettings; onChange: (settings: TemplateSettings) => void }

const languages = [
  ['en', 'English'],
  ['zh-CN', '中文'],
] as const
const firstLimits = { deadline_s: 60, max_text_chars: 20_000 } as const

export function Settings({ settings, onChange }: SettingsProps) {
  const t = useTranslations('editor')
  const { kind, number } = pinOf(settings.model.binding)
  const bind = (to: string, version: number) =>
    onChange({ ...settings, model: { binding: bindingOf(to, Math.max(1, Math.round(version))) } })
  const { languages: written } = settings.output
  const toggle = (language: 'en' | 'zh-CN', isOn: boolean) => {
    const next = languages.map(([one]) => one).filter((one) => (one === language ? isOn : written.includes(one)))
    if (next.length > 0) onChange({ ...settings, output: { languages: next } })
  }
  return (
    <div className="flex flex-col gap-6">
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t('model')} hint={t('modelHint')}>
          {(control) => (
            <Select {...control} value={kind} onChange={(event) => bind(event.target.value, number)}>
              <option value="champion">{t('champion')}</option>
              <option value="own">{t('pinned')}</option>
              <option value="builtin">{t('pinnedBuiltin')}</option>
            </Select>
          )}
        </Field>
        {kind !== 'champion' && (
          <Field label={t('modelVersion')}>
            {(control) => <NumberInput {...control} value={number} onChange={(version) => bind(kind, version)} />}
          </Field>
        )}
      </div>
      <fieldset>
        <legend className="mb-2 font-medium text-[13px]">{t('languages')}</legend>
        <div className="flex gap-6">
          {languages.map(([language, name]) => (
            <Checkbox
              key={language}
              label={name}
              checked={written.includes(language)}
              onChange={(event) => toggle(language, event.target.checked)}
            />
          ))}
        </div>
      </fieldset>
      <div className="grid gap-4 sm:grid-cols-2">
        {(['deadline_s', 'max_text_chars'] as const).map((name) => {
          const limit = settings.limits[name]
          const set = (value: number | null) =>
            onChange({ ...settings, limits: { ...settings.limits, [name]: value === null ? null : Math.round(value) } })
          return (
            <div key={name} className="flex flex-col gap-2">
              <Checkbox
                label={t(`limit.${name}`)}
                checked={limit !== null}
                onChange={(event) => set(event.target.checked ? firstLimits[name] : null)}
              />
              {limit !== null && (
                <Field label={t(`limitUnit.${name}`)}>
                  {(control) => <NumberInput {...control} value={limit} onChange={set} />}
                </Field>
              )}
            </div>
          )
        })}
      </div>
    </div>
  )
}

type Binding = TemplateSettings['model']['binding']

const pinOf = (binding: Binding) =>
  typeof binding === 'number'
    ? { kind: 'own', number: binding }
    : { kind: binding === 'champion' ? 'champion' : 'builtin', number: Number(binding.split('@')[1] ?? 1) }

function bindingOf(kind: string, version: number): Binding {
  if (kind === 'own') return version
  return kind === 'builtin' ? `builtin@${version}` : 'champion'
}
