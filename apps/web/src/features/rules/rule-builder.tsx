'use client'
// The rules of a template as sentences that can be edited: drawn from what the pack says of its rules, with the tenant's own records as suggestions
// and as the measure of each rule.
import type { RuleBuilder as Builder, RuleKind } from '@guildhall/verticals/kit/rule-builder'
import { ownAt, withOwn } from '@guildhall/verticals/kit/rule-place'
import { useLocale, useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { ProblemNote } from '../../ui/feedback.tsx'
import { Select } from '../../ui/field.tsx'
import { JsonBox } from '../template/json-box.tsx'
import { RuleLine } from './rule-row.tsx'
import { type RuleRow, removed, renamed, rowsOf, rulesIn, swapped, typed, type Unfinished } from './rule-rows.ts'
import { keysNamed, useRecordTitles, useRuleCounts, useRuleValues } from './use-rule-facts.ts'

type Content = Record<string, unknown>
type RuleBuilderProps = { id: string; builder: Builder; content: Content; onChange: (content: Content) => void }
type Place = { kind: string; at: number }

export function RuleBuilder({ id, builder, content, onChange }: RuleBuilderProps) {
  const t = useTranslations('editor.builder')
  const [unfinished, setUnfinished] = useState<readonly Unfinished[]>([])
  const [open, setOpen] = useState<Place | null>(null)
  const rules = { builder, content, unfinished }
  const { box, focusOn } = useFocus()
  const values = useRuleValues(id)
  const known = values.data
  const rows = builder.kinds.flatMap((kind) => rowsOf(rules, kind))
  const countOf = useRuleCounts(id, rows)
  const titleOf = useRecordTitles(id, keysNamed(builder, rows))
  const apply = (next: { content: Content; unfinished: readonly Unfinished[] }) => {
    setUnfinished(next.unfinished)
    if (next.content !== content) onChange(next.content)
  }
  const change = ({ kind, at, rule: before }: RuleRow, after: unknown) => {
    const isNamed = kind.slots.some((slot) => slot.input === 'localized')
    const says = (rule: unknown) => builder.sentence(kind.slug, rule, titleOf)
    apply(typed(rules, { kind, at, rule: isNamed ? renamed({ before, after }, says) : after }))
  }
  const begin = (kind: RuleKind, make: RuleKind['begins'][number]['rule']) => {
    const own = rowsOf(rules, kind)
    const busy = own.find((row) => row.at >= (rulesIn(rules, kind)?.length ?? 0))
    const at = busy?.at ?? (kind.isList ? own.length : 0)
    if (!busy) apply(typed(rules, { kind, at, rule: make(own.map((row) => row.rule)) }))
    setOpen({ kind: kind.slug, at })
    focusOn({ kind: kind.slug, at, isInside: kind.slots.length > 0 })
  }
  const remove = ({ kind, at }: RuleRow) => {
    apply(removed(rules, { kind, at }))
    setOpen(null)
    const left = rowsOf(rules, kind).length - 1
    focusOn(left > 0 ? { kind: kind.slug, at: Math.min(at, left - 1) } : null)
  }
  const move = ({ kind, at }: RuleRow, to: number) => {
    apply(swapped(rules, { kind, at, to }))
    if (open?.kind === kind.slug) setOpen({ kind: kind.slug, at: open.at === at ? to : open.at === to ? at : open.at })
    if (to >= 0 && to < rowsOf(rules, kind).length) focusOn({ kind: kind.slug, at: to })
  }
  const lineOf = (row: RuleRow, own: readonly RuleRow[]) => (
    <RuleLine
      key={row.at}
      {...{ id, builder, known, titleOf, row }}
      isOpen={open?.kind === row.kind.slug && open.at === row.at}
      isLast={row.at === own.length - 1}
      count={countOf(row)}
      mend={builder.mend(
        row.kind.slug,
        row.rule,
        own.filter((one) => one !== row).map((one) => one.rule),
      )}
      onToggle={() =>
        setOpen(open?.kind === row.kind.slug && open.at === row.at ? null : { kind: row.kind.slug, at: row.at })
      }
      onChange={(rule) => change(row, rule)}
      onMove={(to) => move(row, to)}
      onRemove={() => remove(row)}
    />
  )
  return (
    <div ref={box} className="flex flex-col gap-5">
      <p className="text-[13px] text-soft">
        {t('text')}
        {known?.records === 0 && ` ${t('noRecords', { collection: builder.collection })}`}
      </p>
      {values.isError && <ProblemNote error={values.error} onRetry={() => values.refetch()} />}
      {builder.kinds.map((kind) => (
        <Group key={kind.slug} kind={kind} isOdd={rulesIn(rules, kind) === null} content={content} onContent={onChange}>
          {rowsOf(rules, kind).map((row, _, own) => lineOf(row, own))}
        </Group>
      ))}
      <Begin kinds={builder.kinds} lengthOf={(kind) => rowsOf(rules, kind).length} onBegin={begin} />
    </div>
  )
}

type GroupProps = {
  kind: RuleKind
  isOdd: boolean
  content: Content
  onContent: (content: Content) => void
  children: React.ReactNode[]
}

/** What stands at its place and is no rule can be mended as JSON. */
function Group({ kind, isOdd, content, onContent, children }: GroupProps) {
  const t = useTranslations('editor.builder')
  const locale = useLocale()
  const title = kind.title[locale]
  if (isOdd)
    return (
      <JsonBox
        label={title}
        hint={t('odd')}
        value={ownAt(content, kind.path)}
        onChange={(value) => onContent({ ...content, ...Object(withOwn(content, kind.path, value)) })}
      />
    )
  if (children.length === 0) return null
  return (
    <section aria-label={title}>
      <h3 className="mb-1.5 font-medium text-[13px]">{title}</h3>
      <ol className="flex flex-col gap-2">{children}</ol>
    </section>
  )
}

type BeginProps = {
  kinds: readonly RuleKind[]
  lengthOf: (kind: RuleKind) => number
  onBegin: (kind: RuleKind, make: RuleKind['begins'][number]['rule']) => void
}

function Begin({ kinds, lengthOf, onBegin }: BeginProps) {
  const t = useTranslations('editor.builder')
  const locale = useLocale()
  const ways = kinds.flatMap((kind) =>
    kind.begins.map((one, at) => ({ key: `${kind.slug} ${at}`, kind, isFull: lengthOf(kind) >= kind.most, ...one })),
  )
  return (
    <Select
      aria-label={t('add')}
      data-rule-add
      className="w-auto max-w-full self-start"
      value=""
      onChange={(event) => {
        const way = ways.find((one) => one.key === event.target.value)
        if (way) onBegin(way.kind, way.rule)
      }}
    >
      <option value="">{t('add')}</option>
      {ways.map((way) => (
        <option key={way.key} value={way.key} disabled={way.isFull}>
          {way.title[locale]}
        </option>
      ))}
    </Select>
  )
}

type Target = (Place & { isInside?: boolean }) | null

/** Moves the focus to a row once it is drawn; null is the list of what can be added. */
function useFocus() {
  const box = useRef<HTMLDivElement>(null)
  const [target, setTarget] = useState<{ to: Target } | null>(null)
  useEffect(() => {
    if (!target) return
    const { to } = target
    const row = to && box.current?.querySelector(`[data-rule="${to.kind} ${to.at}"]`)
    const inside = to?.isInside ? row?.closest('li')?.querySelector('[data-rule-body] :is(input, select)') : null
    const element = inside ?? row ?? box.current?.querySelector('[data-rule-add]')
    if (element instanceof HTMLElement) element.focus()
  }, [target])
  return { box, focusOn: (to: Target) => setTarget({ to }) }
}
