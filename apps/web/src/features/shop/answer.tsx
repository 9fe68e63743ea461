'use client'
// The answer as the shopper gets it, with what a merchandiser wants to know besides: the reason's share, what dropped, and pin and bury.
import type { RecommendOutput } from '@guildhall/verticals/packs/retail/output'
import { ArrowDownToLine, Pin } from 'lucide-react'
import Link from 'next/link'
import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Card, CardBody, CardHeader } from '../../ui/card.tsx'
import { useTenant } from '../shell/tenant.tsx'
import type { Steered } from './use-steering.ts'

/** `steering` is null for who may not change the template. */
type AnswerProps = { output: RecommendOutput; runId: string; steering: Steered | null }

export function Answer({ output, runId, steering }: AnswerProps) {
  const t = useTranslations('shop')
  const { tenant } = useTenant()
  return (
    <Card>
      <CardHeader
        title={t('answer')}
        text={
          <span className="flex flex-wrap items-center gap-1.5">
            <Badge tone={output.cold_start.user ? 'warn' : 'good'}>
              {t(`strategies.${output.cold_start.strategy}`)}
            </Badge>
            {output.fallback_used && <Badge tone="warn">{t('fallback')}</Badge>}
            {output.is_short && <Badge tone="warn">{t('short')}</Badge>}
          </span>
        }
        action={
          <Link href={`/t/${tenant.slug}/runs/${runId}`} className="rounded-md text-[13px] text-soft hover:text-ink">
            {t('run')}
          </Link>
        }
      />
      <CardBody>
        {output.items.length === 0 && <p className="text-soft">{t('emptyList')}</p>}
        <ol className="flex flex-col">
          {output.items.map((item) => (
            <Row key={item.item_id} item={item} steering={steering} />
          ))}
        </ol>
        <Dropped output={output} />
      </CardBody>
    </Card>
  )
}

type RowProps = { item: RecommendOutput['items'][number]; steering: Steered | null }

function Row({ item, steering }: RowProps) {
  const t = useTranslations('shop')
  const locale = useLocale()
  const format = useFormatter()
  const share = item.reason.evidence?.share
  const title = item.title[locale]
  return (
    <li className="flex flex-wrap items-start gap-x-3 gap-y-1 border-line border-t py-3 first:border-t-0 first:pt-0">
      <span className="w-6 pt-0.5 text-right text-soft tabular-nums">{item.rank}</span>
      <div className="min-w-0 flex-1 basis-48">
        <p className="break-words font-medium">
          {title} {item.price && <span className="font-normal text-soft">{priceOf(format, item)}</span>}
        </p>
        <p className="text-[13px] text-soft">{item.text[locale]}</p>
        <p className="mt-1 flex flex-wrap gap-1.5">
          <Badge>{t(`sources.${item.source}`)}</Badge>
          {share !== null && share !== undefined && (
            <Badge tone="info">{t('reasonShare', { share: format.number(share, { style: 'percent' }) })}</Badge>
          )}
          {item.is_new && <Badge tone="good">{t('new')}</Badge>}
          {item.boosts.map((boost) => (
            <Badge key={boost}>{boost}</Badge>
          ))}
        </p>
      </div>
      {steering && (
        <span className="flex gap-1">
          <Button
            size="sm"
            variant="ghost"
            disabled={steering.isSaving}
            aria-label={t('pinItem', { item: title, rank: item.rank })}
            title={t('pinItem', { item: title, rank: item.rank })}
            onClick={() => steering.pin(item.item_id, item.rank)}
          >
            <Pin className="size-4" aria-hidden />
          </Button>
          <Button
            size="sm"
            variant="ghost"
            disabled={steering.isSaving}
            aria-label={t('buryItem', { item: title })}
            title={t('buryItem', { item: title })}
            onClick={() => steering.bury(item.item_id)}
          >
            <ArrowDownToLine className="size-4" aria-hidden />
          </Button>
        </span>
      )}
    </li>
  )
}

type Format = ReturnType<typeof useFormatter>

export function priceOf(
  format: Format,
  { price, currency }: { price: string | null; currency: string | null },
): string {
  if (price === null) return ''
  return currency ? format.number(Number(price), { style: 'currency', currency }) : price
}

function Dropped({ output }: { output: RecommendOutput }) {
  const t = useTranslations('shop')
  const locale = useLocale()
  const { candidates, dropped, pinned } = output.rules
  return (
    <div className="mt-4 border-line border-t pt-4 text-[13px]">
      <h3 className="font-medium">{t('rules')}</h3>
      <p className="mt-1 text-soft">{t('candidates', { count: candidates, pinned: pinned.length })}</p>
      <ul className="mt-2 flex flex-col gap-1">
        {dropped.map((one) => (
          <li key={one.rule} className="flex justify-between gap-3">
            <span>{one.title[locale]}</span>
            <span className="tabular-nums">{one.count}</span>
          </li>
        ))}
      </ul>
      {dropped.length === 0 && <p className="text-soft">{t('nothingDropped')}</p>}
    </div>
  )
}
