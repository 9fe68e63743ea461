'use client'
// A list of rows: each folds to one line, can be moved and removed, and a new one begins with what its schema asks for.
import { ArrowDown, ArrowUp, ChevronRight, Plus, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ComponentType, memo, useCallback, useRef, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { cn } from '../../ui/cn.ts'
import { emptyOf, type Node, nodeOf, type Schema } from './content-schema.ts'

type SchemaRowsProps = {
  label: string
  hint: string | undefined
  node: Extract<Node, { kind: 'rows' }>
  value: unknown
  onChange: (value: unknown) => void
  /** Draws what a row holds; handed in, because a row may hold rows. */
  Body: Body
}
type Body = ComponentType<{
  label: string
  schema: Schema
  node: Node
  value: unknown
  isBare: boolean
  onChange: (value: unknown) => void
}>
type Move = (at: number, to: number) => void
type SetRow = (at: number, row: unknown) => void

export function SchemaRows({ label, hint, node, value, onChange, Body }: SchemaRowsProps) {
  const t = useTranslations('editor')
  const rows: readonly unknown[] = Array.isArray(value) ? value : []
  const now = useRef(rows)
  now.current = rows
  const setRow = useCallback<SetRow>(
    (at, row) =>
      onChange(row === undefined ? now.current.filter((_, index) => index !== at) : now.current.with(at, row)),
    [onChange],
  )
  const move = useCallback<Move>(
    (at, to) => {
      const moved = now.current[at]
      const rest = now.current.filter((_, index) => index !== at)
      onChange([...rest.slice(0, to), moved, ...rest.slice(to)])
    },
    [onChange],
  )
  const isFull = node.maxRows !== null && rows.length >= node.maxRows
  return (
    <fieldset>
      <legend className="mb-1.5 font-medium text-[13px]">
        {label} <span className="font-normal text-soft tabular-nums">{rows.length}</span>
      </legend>
      {hint && <p className="mb-2 text-soft text-xs">{hint}</p>}
      <ol className="flex flex-col gap-2">
        {rows.map((row, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place
          <Row key={at} {...{ row, at, setRow, move, Body }} schema={node.row} isLast={at === rows.length - 1} />
        ))}
      </ol>
      <Button
        size="sm"
        variant="secondary"
        className="mt-2"
        disabled={isFull}
        onClick={() => onChange([...rows, emptyOf(node.row)])}
      >
        <Plus className="size-4" aria-hidden />
        {t('addRow')}
      </Button>
    </fieldset>
  )
}

type RowProps = { row: unknown; at: number; isLast: boolean; schema: Schema; setRow: SetRow; move: Move; Body: Body }

const Row = memo(function Row({ row, at, isLast, schema, setRow, move, Body }: RowProps) {
  const t = useTranslations('editor')
  const node = nodeOf(schema)
  const [isOpen, setOpen] = useState(false)
  const change = useCallback((next: unknown) => setRow(at, next), [at, setRow])
  const name = nameOf(row, t('row', { at: at + 1 }))
  const isPlain = node.kind === 'text' || node.kind === 'number' || node.kind === 'choice'
  return (
    <li className="rounded-lg border border-line">
      <div className="flex items-center gap-1 p-1.5">
        {isPlain ? (
          <div className="min-w-0 flex-1 px-1">
            <Body label={t('row', { at: at + 1 })} {...{ schema, node }} value={row} isBare onChange={change} />
          </div>
        ) : (
          <button
            type="button"
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpen)}
            className="flex min-w-0 flex-1 items-center gap-2 rounded-md px-2 py-1.5 text-left text-[13px] hover:bg-raised"
          >
            <ChevronRight className={cn('size-4 shrink-0 text-soft', isOpen && 'rotate-90')} aria-hidden />
            <span className="truncate">{name}</span>
          </button>
        )}
        <Small label={t('moveUp', { name })} disabled={at === 0} onClick={() => move(at, at - 1)}>
          <ArrowUp className="size-4" aria-hidden />
        </Small>
        <Small label={t('moveDown', { name })} disabled={isLast} onClick={() => move(at, at + 1)}>
          <ArrowDown className="size-4" aria-hidden />
        </Small>
        <Small label={t('removeRow', { name })} onClick={() => setRow(at, undefined)}>
          <Trash2 className="size-4" aria-hidden />
        </Small>
      </div>
      {!isPlain && isOpen && (
        <div className="border-line border-t p-4">
          <Body label={name} {...{ schema, node }} value={row} isBare onChange={change} />
        </div>
      )}
    </li>
  )
})

type SmallProps = { label: string; disabled?: boolean; onClick: () => void; children: React.ReactNode }

function Small({ label, disabled, onClick, children }: SmallProps) {
  return (
    <Button size="sm" variant="ghost" className="px-2" aria-label={label} title={label} {...{ disabled, onClick }}>
      {children}
    </Button>
  )
}

/** What a person would call the row: its id, code, name or title; else its place. */
function nameOf(row: unknown, place: string): string {
  if (typeof row !== 'object' || row === null) return place
  const parts = ['id', 'code', 'slug', 'name', 'title', 'text']
    .map((key): unknown => Reflect.get(row, key))
    .map((value) => (typeof value === 'object' && value !== null ? Reflect.get(value, 'en') : value))
    .filter((value): value is string => typeof value === 'string' && value !== '')
  return parts.length === 0 ? place : parts.slice(0, 2).join(' · ').slice(0, 120)
}
