'use client'
// A list of recommendations as a merchandiser reads it: each item with its place, score and reason, how the list came about, and what rules left out.
import type { RecommendOutput } from '@guildhall/verticals/packs/retail/output'
import { useLocale, useTranslations } from 'next-intl'
import { Badge, type Tone } from '../../ui/badge.tsx'
import { Card, CardBody, CardHeader } from '../../ui/card.tsx'
import { percent } from './format.ts'

type Item = RecommendOutput['items'][number]

const tones: Record<Item['source'], Tone> = {
  model: 'good',
  co_purchase: 'good',
  repurchase: 'good',
  content: 'info',
  trending: 'neutral',
  popularity: 'neutral',
  pin: 'warn',
  exploration: 'warn',
  given: 'neutral',
}

export function RetailView({ output }: { output: RecommendOutput }) {
  return (
    <>
      <Origin output={output} />
      <div className="grid items-start gap-5 lg:grid-cols-[2fr_1fr]">
        <Items output={output} />
        <Rules output={output} />
      </div>
    </>
  )
}

function Origin({ output }: { output: RecommendOutput }) {
  const t = useTranslations('retailView')
  const { cold_start: cold, diversity, exploration, personalization } = output
  const figures: [name: string, figure: string][] = [
    [t('shown'), `${output.items.length} / ${output.rules.candidates}`],
    [t('intraList'), diversity.intra_list === null ? t('none') : diversity.intra_list.toFixed(2)],
    [t('coverage'), percent(diversity.category_coverage, t('none'))],
    [
      t('explored'),
      exploration.share === 0
        ? t('none')
        : t('exploredOf', { places: exploration.places, share: percent(exploration.share, '') }),
    ],
  ]
  return (
    <Card className="grid gap-5 p-5 md:grid-cols-[auto_1fr] md:items-center">
      <div>
        <p className="text-soft text-xs">{t(`scenario.${output.scenario}`)}</p>
        <p className="mt-0.5 font-semibold text-lg">{t(`strategy.${cold.strategy}`)}</p>
        <p className="mt-1.5 flex flex-wrap gap-1">
          {output.fallback_used && <Badge tone="warn">{t('fallback')}</Badge>}
          {cold.user && <Badge tone="warn">{t('cold')}</Badge>}
          {!personalization.asked && <Badge tone="info">{t('unasked')}</Badge>}
          {output.is_short && <Badge tone="warn">{t('short')}</Badge>}
          {output.experiment && (
            <Badge tone="info">
              {t('experiment', { id: output.experiment.id, variant: output.experiment.variant })}
            </Badge>
          )}
        </p>
      </div>
      <dl className="grid grid-cols-2 gap-4 sm:grid-cols-4">
        {figures.map(([label, figure]) => (
          <div key={label}>
            <dt className="text-soft text-xs leading-snug">{label}</dt>
            <dd className="mt-1 font-medium text-[15px] tabular-nums">{figure}</dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}

function Items({ output }: { output: RecommendOutput }) {
  const t = useTranslations('retailView')
  const largest = Math.max(...output.items.map((one) => Math.abs(one.score)), 1e-9)
  return (
    <Card>
      <CardHeader title={t('items')} text={t('itemsText')} />
      <CardBody>
        {output.items.length === 0 && <p className="text-soft text-[13px]">{t('empty')}</p>}
        <ol className="flex flex-col gap-3">
          {output.items.map((item) => (
            <ItemRow key={item.item_id} item={item} width={Math.abs(item.score) / largest} />
          ))}
        </ol>
      </CardBody>
    </Card>
  )
}

function ItemRow({ item, width }: { item: Item; width: number }) {
  const t = useTranslations('retailView')
  const locale = useLocale()
  const about = [item.brand, item.category_path.join(' › ')].filter(Boolean).join(' · ')
  return (
    <li className="grid grid-cols-[2rem_1fr] gap-x-3 rounded-lg border border-line p-3 text-[13px]">
      <span aria-hidden className="pt-0.5 text-right font-semibold text-lg text-soft tabular-nums leading-none">
        {item.rank}
      </span>
      <div className="min-w-0">
        <div className="flex flex-wrap items-baseline justify-between gap-x-3">
          <h3 className="min-w-0 break-words font-medium text-[15px]">{item.title[locale]}</h3>
          {item.price && (
            <span className="text-soft tabular-nums">
              {item.currency} {item.price}
            </span>
          )}
        </div>
        {about && <p className="text-soft text-xs">{about}</p>}
        <p className="mt-1.5">{item.text[locale]}</p>
        <p className="mt-1.5 flex flex-wrap items-center gap-1">
          <Badge tone={tones[item.source]}>{t(`source.${item.source}`)}</Badge>
          {item.is_new && <Badge tone="info">{t('new')}</Badge>}
          {item.boosts.map((boost) => (
            <Badge key={boost}>{t('boost', { boost })}</Badge>
          ))}
          <Evidence item={item} />
        </p>
        <div className="mt-2 flex items-center gap-2">
          <div aria-hidden className="h-1.5 flex-1 rounded-full bg-raised">
            <div className="h-full rounded-full bg-accent" style={{ width: `${width * 100}%` }} />
          </div>
          <span className="text-soft text-xs tabular-nums">{t('score', { score: item.score.toFixed(3) })}</span>
        </div>
      </div>
    </li>
  )
}

/** The figures behind the reason: the share of what speaks for the item, and orders. */
function Evidence({ item }: { item: Item }) {
  const t = useTranslations('retailView')
  const { evidence } = item.reason
  const parts = [
    evidence?.share != null && t('share', { share: percent(evidence.share, '') }),
    evidence?.support != null && t('support', { orders: evidence.support }),
    evidence?.lift != null && t('lift', { lift: evidence.lift.toFixed(1) }),
    item.repurchase && t('due', { due: percent(item.repurchase.due, '') }),
    item.propensity < 1 && t('propensity', { propensity: item.propensity.toFixed(3) }),
  ].filter(Boolean)
  return <span className="text-soft text-xs">{parts.join(' · ')}</span>
}

function Rules({ output }: { output: RecommendOutput }) {
  const t = useTranslations('retailView')
  const locale = useLocale()
  const { dropped, pinned } = output.rules
  return (
    <Card>
      <CardHeader title={t('rules')} text={t('rulesText')} />
      <CardBody className="flex flex-col gap-4 text-[13px]">
        {dropped.length === 0 && <p className="text-soft">{t('noneDropped')}</p>}
        <dl className="flex flex-col gap-2">
          {dropped.map(({ rule, title, count }) => (
            <div key={rule} className="flex justify-between gap-3">
              <dt>
                {title[locale]}
                <code className="block font-mono text-soft text-xs">{rule}</code>
              </dt>
              <dd className="tabular-nums">{count}</dd>
            </div>
          ))}
        </dl>
        {pinned.length > 0 && (
          <div>
            <h3 className="mb-1 font-medium">{t('pinned')}</h3>
            <p className="flex flex-wrap gap-1">
              {pinned.map((id) => (
                <Badge key={id} tone="warn">
                  {id}
                </Badge>
              ))}
            </p>
          </div>
        )}
      </CardBody>
    </Card>
  )
}
