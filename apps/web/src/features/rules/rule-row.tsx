'use client'
// One rule on one line: what it says, how many records it is about, what to mend; open, what it is made of. Alt and an arrow move it, Delete takes it out.
import { ArrowDown, ArrowUp, ChevronRight, Trash2 } from 'lucide-react'
import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { type KeyboardEvent, type ReactNode, useId } from 'react'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { cn } from '../../ui/cn.ts'
import type { RuleContext } from './rule-context.ts'
import type { RuleRow } from './rule-rows.ts'
import { Slot } from './rule-slot.tsx'

type Count = { count: number; records: number; isTruncated: boolean } | null
type RuleLineProps = RuleContext & {
  row: RuleRow
  isOpen: boolean
  isLast: boolean
  count: Count
  mend: { en: string; 'zh-CN': string } | null
  onToggle: () => void
  onChange: (rule: unknown) => void
  onMove: (to: number) => void
  onRemove: () => void
}

export function RuleLine(props: RuleLineProps) {
  const { row, isOpen, isLast, count, mend, onToggle, onChange, onMove, onRemove, ...context } = props
  const t = useTranslations('editor.builder')
  const editor = useTranslations('editor')
  const locale = useLocale()
  const bodyId = useId()
  const { kind, at, rule } = row
  const says = context.builder.sentence(kind.slug, rule, context.titleOf)
  const name = says[locale]
  const isFixed = kind.slots.length === 0
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key] ?? 0
    if (event.altKey && kind.isOrdered && step !== 0) onMove(at + step)
    else if (event.key === 'Delete') onRemove()
    else return
    event.preventDefault()
  }
  return (
    <li className="rounded-lg border border-line">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1 p-1.5">
        <button
          type="button"
          data-rule={`${kind.slug} ${at}`}
          aria-expanded={isFixed ? undefined : isOpen}
          aria-controls={isOpen ? bodyId : undefined}
          aria-keyshortcuts={kind.isOrdered ? 'Alt+ArrowUp Alt+ArrowDown Delete' : 'Delete'}
          onClick={isFixed ? undefined : onToggle}
          onKeyDown={onKeyDown}
          className={cn(
            'flex min-w-0 flex-1 basis-56 items-center gap-2 rounded-md px-2 py-1.5 text-left text-[13px]',
            !isFixed && 'hover:bg-raised',
          )}
        >
          <ChevronRight
            className={cn('size-4 shrink-0 text-soft', isOpen && 'rotate-90', isFixed && 'invisible')}
            aria-hidden
          />
          <span className="min-w-0 break-words">{name}</span>
        </button>
        {mend ? <Badge tone="warn">{mend[locale]}</Badge> : <Matches row={row} count={count} />}
        <span className="ml-auto flex">
          {kind.isOrdered && (
            <>
              <Small label={editor('moveUp', { name })} isOff={at === 0} onClick={() => onMove(at - 1)}>
                <ArrowUp className="size-4" aria-hidden />
              </Small>
              <Small label={editor('moveDown', { name })} isOff={isLast} onClick={() => onMove(at + 1)}>
                <ArrowDown className="size-4" aria-hidden />
              </Small>
            </>
          )}
          <Small label={editor('removeRow', { name })} onClick={onRemove}>
            <Trash2 className="size-4" aria-hidden />
          </Small>
        </span>
      </div>
      {isOpen && !isFixed && (
        <div id={bodyId} data-rule-body className="flex flex-col gap-4 border-line border-t p-4">
          {kind.slots.map((slot) => (
            <Slot key={slot.at} {...context} slot={slot} rule={rule} onChange={onChange} />
          ))}
          <div className="rounded-lg bg-raised px-3 py-2 text-[13px]" aria-live="polite">
            <p className="sr-only">{t('reads')}</p>
            <p lang="en">{says.en}.</p>
            <p lang="zh-CN">{says['zh-CN']}。</p>
            {mend && <p className="mt-1 text-warn">{t('mend', { what: mend[locale] })}</p>}
          </div>
        </div>
      )}
    </li>
  )
}

/** A rule about nothing is rarely meant. */
function Matches({ row, count }: { row: RuleRow; count: Count }) {
  const t = useTranslations('editor.builder')
  const format = useFormatter()
  const { effect, mayBeIdle = false } = row.kind
  if (!count || effect === null || count.records === 0) return null
  const facts = { count: format.number(count.count), records: format.number(count.records) }
  return (
    <Badge tone={count.count === 0 && !mayBeIdle ? 'warn' : 'neutral'}>
      {t(`effect.${effect}`, facts)}
      {count.isTruncated && ` ${t('ofFirst')}`}
    </Badge>
  )
}

type SmallProps = { label: string; isOff?: boolean; onClick: () => void; children: ReactNode }

function Small({ label, isOff = false, onClick, children }: SmallProps) {
  return (
    <Button
      size="sm"
      variant="ghost"
      className="px-2"
      aria-label={label}
      title={label}
      disabled={isOff}
      onClick={onClick}
    >
      {children}
    </Button>
  )
}
