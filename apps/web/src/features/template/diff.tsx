'use client'
// What changed between two versions, or since the live one: by group, in words, before and after. The address holds both sides.
import type { TemplateChange } from '@guildhall/contracts/template-change'
import { changeGroups } from '@guildhall/contracts/template-change'
import { useQuery } from '@tanstack/react-query'
import { GitCompareArrows } from 'lucide-react'
import { usePathname, useRouter, useSearchParams } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { useTRPC } from '../../trpc/client.tsx'
import { Badge, type Tone } from '../../ui/badge.tsx'
import { Card, CardHeader } from '../../ui/card.tsx'
import { EmptyState, ProblemNote, Skeleton } from '../../ui/feedback.tsx'
import { Field, Select } from '../../ui/field.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { TemplateFrame } from './template-frame.tsx'

type Side = 'draft' | 'live' | number
const sideOf = (text: string | null, other: Side): Side =>
  text === 'draft' || text === 'live' ? text : Number(text) > 0 ? Number(text) : other

export function Diff({ id }: { id: string }) {
  const t = useTranslations('editor')
  const trpc = useTRPC()
  const router = useRouter()
  const path = usePathname()
  const asked = useSearchParams()
  const from = sideOf(asked.get('from'), 'live')
  const to = sideOf(asked.get('to'), 'draft')
  const diff = useQuery(trpc.template.diff.queryOptions({ id, from, to }))
  const versions = useQuery(trpc.template.versions.queryOptions({ id, limit: 100 }))
  const pick = (name: 'from' | 'to', value: string) => {
    const next = new URLSearchParams({ from: String(from), to: String(to), [name]: value })
    router.replace(`${path}?${next.toString()}`)
  }
  const sides: Side[] = ['draft', 'live', ...(versions.data?.data.map((one) => one.version) ?? [])]
  return (
    <TemplateFrame id={id} page="diff">
      <PageHeader title={t('diffTitle')} text={t('diffText')} />
      <div className="mb-5 grid max-w-md grid-cols-2 gap-3">
        {(['from', 'to'] as const).map((name) => (
          <Field key={name} label={t(name)}>
            {(control) => (
              <Select
                {...control}
                value={name === 'from' ? from : to}
                onChange={(event) => pick(name, event.target.value)}
              >
                {sides.map((side) => (
                  <option key={side} value={side}>
                    {typeof side === 'number' ? t('versionNumber', { version: side }) : t(`side.${side}`)}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        ))}
      </div>
      {diff.isPending && <Skeleton className="h-64" />}
      {diff.isError && <ProblemNote error={diff.error} onRetry={() => diff.refetch()} />}
      {diff.data?.changes.length === 0 && (
        <Card>
          <EmptyState icon={<GitCompareArrows className="size-5" />} title={t('sameTitle')} text={t('sameText')} />
        </Card>
      )}
      <div className="flex flex-col gap-5">
        {changeGroups.map((group) => {
          const own = diff.data?.changes.filter((change) => change.group === group) ?? []
          return (
            own.length > 0 && (
              <Card key={group}>
                <CardHeader title={t(`group.${group}`)} text={t('changes', { count: own.length })} />
                <ul className="mt-3 divide-y divide-line border-line border-t">
                  {own.map((change) => (
                    <Change key={`${change.path} ${change.kind}`} change={change} />
                  ))}
                </ul>
              </Card>
            )
          )
        })}
      </div>
    </TemplateFrame>
  )
}

const tones: Record<TemplateChange['kind'], Tone> = { added: 'good', removed: 'bad', changed: 'info', moved: 'neutral' }

function Change({ change }: { change: TemplateChange }) {
  const t = useTranslations('editor')
  const locale = useLocale()
  return (
    <li className="flex flex-col gap-2 px-5 py-3 text-[13px]">
      <div className="flex flex-wrap items-center gap-2">
        <Badge tone={tones[change.kind]}>{t(`kind.${change.kind}`)}</Badge>
        <span className="font-medium">{change.title[locale]}</span>
        <code className="break-all font-mono text-soft text-xs">{change.path}</code>
      </div>
      <div className="grid gap-2 sm:grid-cols-2">
        <Value label={t('before')} value={change.before} tone="bg-bad-wash" />
        <Value label={t('after')} value={change.after} tone="bg-good-wash" />
      </div>
    </li>
  )
}

export function Value({ label, value, tone }: { label: string; value: unknown; tone: string }) {
  if (value === null || value === undefined) return <div className="hidden sm:block" />
  const text = typeof value === 'string' ? value : JSON.stringify(value, null, 1)
  return (
    <div>
      <p className="sr-only">{label}</p>
      <pre
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
        tabIndex={0}
        className={`max-h-60 overflow-auto whitespace-pre-wrap rounded-lg p-2.5 font-mono text-xs ${tone}`}
      >
        {text}
      </pre>
    </div>
  )
}
