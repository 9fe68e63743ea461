'use client'
// The rule builder: typed by the figures of the task, so that a limit can only be of its figure's kind.
import type { RiskNoteContent, Rule } from '@guildhall/verticals/packs/finance/content'
import { levelLabels, yesNoLabels } from '@guildhall/verticals/packs/finance/labels'
import { ruleVariables, type VariableName, variableNames } from '@guildhall/verticals/packs/finance/rule-variables'
import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { Button } from '../../ui/button.tsx'
import { Field, Select, TextInput } from '../../ui/field.tsx'
import { NumberInput } from './number-input.tsx'
import { formOf, isText, levelsOf, newRule, type RuleForm, withForm, withMetric } from './rule-form.ts'

const outcomes = ['condition', 'cap', 'refer', 'decline'] as const

type RulesProps = { content: RiskNoteContent; onChange: (change: Partial<RiskNoteContent>) => void }

export function Rules({ content, onChange }: RulesProps) {
  const t = useTranslations('templates')
  const { rules } = content
  const put = (at: number, rule: Rule) => onChange({ rules: rules.map((one, index) => (index === at ? rule : one)) })
  const move = (at: number, by: -1 | 1) => {
    const next = [...rules]
    const [one] = next.splice(at, 1)
    if (one) next.splice(at + by, 0, one)
    onChange({ rules: next })
  }
  return (
    <div className="flex flex-col gap-4">
      <Field label={t('resolution')} hint={t(`resolutionHint.${content.resolution}`)} className="max-w-sm">
        {(control) => (
          <Select
            {...control}
            value={content.resolution}
            onChange={(event) => onChange({ resolution: event.target.value === 'first' ? 'first' : 'strictest' })}
          >
            <option value="strictest">{t('strictest')}</option>
            <option value="first">{t('first')}</option>
          </Select>
        )}
      </Field>
      <ol className="flex flex-col gap-3">
        {rules.map((rule, at) => (
          <li key={rule.id} className="rounded-lg border border-line p-4">
            <OneRule
              rule={rule}
              conditions={content.conditions}
              onChange={(next) => put(at, next)}
              actions={
                <>
                  <Button
                    variant="ghost"
                    size="sm"
                    className="px-2"
                    disabled={at === 0}
                    aria-label={t('up')}
                    onClick={() => move(at, -1)}
                  >
                    <ArrowUp className="size-4" aria-hidden />
                  </Button>
                  <Button
                    variant="ghost"
                    size="sm"
                    className="px-2"
                    disabled={at === rules.length - 1}
                    aria-label={t('down')}
                    onClick={() => move(at, 1)}
                  >
                    <ArrowDown className="size-4" aria-hidden />
                  </Button>
                  <Button
                    variant="ghost"
                    size="sm"
                    className="px-2"
                    aria-label={t('removeRule', { rule: rule.id })}
                    onClick={() => onChange({ rules: rules.filter((_, index) => index !== at) })}
                  >
                    <Trash2 className="size-4" aria-hidden />
                  </Button>
                </>
              }
            />
          </li>
        ))}
      </ol>
      <Button
        variant="secondary"
        className="self-start"
        onClick={() => onChange({ rules: [...rules, newRule(rules.map((rule) => rule.id))] })}
      >
        <Plus className="size-4" aria-hidden />
        {t('addRule')}
      </Button>
    </div>
  )
}

type OneRuleProps = {
  rule: Rule
  conditions: RiskNoteContent['conditions']
  onChange: (rule: Rule) => void
  actions: React.ReactNode
}

function OneRule({ rule, conditions, onChange, actions }: OneRuleProps) {
  const t = useTranslations('templates')
  const locale = useLocale()
  const form = formOf(rule)
  return (
    <div className="flex flex-col gap-3">
      <div className="flex items-center justify-between gap-2">
        <code className="font-mono text-soft text-xs">{rule.id}</code>
        <span className="flex">{actions}</span>
      </div>
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label={t('nameEn')}>
          {(control) => (
            <TextInput
              {...control}
              lang="en"
              value={rule.name.en}
              onChange={(event) => onChange({ ...rule, name: { ...rule.name, en: event.target.value } })}
            />
          )}
        </Field>
        <Field label={t('nameZh')}>
          {(control) => (
            <TextInput
              {...control}
              lang="zh-CN"
              value={rule.name['zh-CN']}
              onChange={(event) => onChange({ ...rule, name: { ...rule.name, 'zh-CN': event.target.value } })}
            />
          )}
        </Field>
      </div>
      {form ? (
        <Comparison form={form} locale={locale} onChange={(next) => onChange(withForm(rule, next))} />
      ) : (
        <p className="rounded-lg bg-raised p-3 text-[13px] text-soft">{t('ownLogic')}</p>
      )}
      <div className="grid gap-3 sm:grid-cols-3">
        <Field label={t('otherwise')}>
          {(control) => (
            <Select
              {...control}
              value={rule.outcome}
              onChange={(event) => {
                const outcome = outcomes.find((one) => one === event.target.value) ?? 'refer'
                const condition = outcome === 'condition' ? (rule.condition ?? conditions[0]?.code ?? null) : null
                onChange({ ...rule, outcome, condition })
              }}
            >
              {outcomes.map((one) => (
                <option key={one} value={one}>
                  {t(`outcome.${one}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        {rule.outcome === 'condition' && (
          <Field label={t('condition')}>
            {(control) => (
              <Select
                {...control}
                value={rule.condition ?? ''}
                onChange={(event) => onChange({ ...rule, condition: event.target.value })}
              >
                {conditions.map((one) => (
                  <option key={one.code} value={one.code}>
                    {one.text[locale]}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        )}
        <Field label={t('onUnknown')}>
          {(control) => (
            <Select
              {...control}
              value={rule.on_unknown}
              onChange={(event) => onChange({ ...rule, on_unknown: event.target.value === 'skip' ? 'skip' : 'refer' })}
            >
              <option value="refer">{t('outcome.refer')}</option>
              <option value="skip">{t('skip')}</option>
            </Select>
          )}
        </Field>
      </div>
    </div>
  )
}

type ComparisonProps = { form: RuleForm; locale: 'en' | 'zh-CN'; onChange: (form: RuleForm) => void }

function Comparison({ form, locale, onChange }: ComparisonProps) {
  const t = useTranslations('templates')
  const { unit } = ruleVariables[form.metric]
  const named = (name: string): VariableName => variableNames.find((one) => one === name) ?? form.metric
  return (
    <div className="grid gap-3 sm:grid-cols-3">
      <Field label={t('figure')}>
        {(control) => (
          <Select
            {...control}
            value={form.metric}
            onChange={(event) => onChange(withMetric(form, named(event.target.value)))}
          >
            {variableNames.map((name) => (
              <option key={name} value={name}>
                {ruleVariables[name].label[locale]}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {'text' in form ? (
        <Field label={t('is')} className="sm:col-span-2">
          {(control) =>
            levelsOf(form.metric).length > 0 ? (
              <Select
                {...control}
                value={form.text}
                onChange={(event) => onChange({ ...form, text: event.target.value })}
              >
                {levelsOf(form.metric).map((level) => (
                  <option key={level} value={level}>
                    {(form.metric === 'income_verified' ? yesNoLabels : levelLabels)[level]?.[locale] ?? level}
                  </option>
                ))}
              </Select>
            ) : (
              <TextInput
                {...control}
                value={form.text}
                onChange={(event) => onChange({ ...form, text: event.target.value })}
              />
            )
          }
        </Field>
      ) : (
        <>
          <Field label={t('compare')}>
            {(control) => (
              <Select
                {...control}
                value={form.bound}
                disabled={isText(form.metric)}
                onChange={(event) => onChange({ ...form, bound: event.target.value === 'min' ? 'min' : 'max' })}
              >
                <option value="max">{t('atMost')}</option>
                <option value="min">{t('atLeast')}</option>
              </Select>
            )}
          </Field>
          <Field label={`${t('limit')}${unit === 'fraction' ? ' (%)' : ` (${t(`unit.${unit as 'count'}`)})`}`}>
            {(control) => (
              <NumberInput
                {...control}
                isPercent={unit === 'fraction'}
                value={form.limit}
                onChange={(limit) => onChange({ ...form, limit })}
              />
            )}
          </Field>
        </>
      )}
    </div>
  )
}
