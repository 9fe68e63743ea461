'use client'
// The model card: data, method, figures. Every number is the trainer's own.
import type { VersionDetail } from '@guildhall/contracts/model'
import { useFormatter, useTranslations } from 'next-intl'

export function CardFacts({ value }: { value: VersionDetail }) {
  const t = useTranslations('models')
  const format = useFormatter()
  const { card } = value
  const number = (one: number) => format.number(one, { maximumFractionDigits: 4 })
  const span = card.data.window ? `${card.data.window.from.slice(0, 10)} – ${card.data.window.to.slice(0, 10)}` : '–'
  const facts: [string, string][] = [
    [t('fact.family'), card.family],
    [t('fact.data'), card.data.source],
    [t('fact.licence'), card.data.licence],
    [t('fact.rows'), format.number(card.data.rows)],
    [t('fact.window'), span],
    [t('fact.precision'), card.precision],
    [t('fact.size'), value.bytes === null ? '–' : `${format.number(Math.round(value.bytes / 1024))} KB`],
    [t('fact.seed'), String(card.seed)],
    [t('fact.trained'), card.trained_s === undefined ? '–' : `${number(card.trained_s)} s`],
    [
      t('fact.libraries'),
      Object.entries(card.libraries ?? {})
        .map((one) => one.join(' '))
        .join(', ') || '–',
    ],
    ...(card.family === 'item-linear' ? itemFacts(card) : []),
    ...(card.family === 'tutor' ? tutorFacts(card) : []),
    ...(card.family === 'demand' ? demandFacts(card) : []),
    ...(card.family === 'text-embedding' ? embeddingFacts(card) : []),
    ...(card.family === 'additive-logit' || card.family === 'woe-scorecard'
      ? ([
          [t('fact.features'), card.features.map((feature) => feature.name).join(', ')],
          [t('fact.excluded'), card.excluded.join(', ') || '–'],
          ['AUC', `${number(card.metrics.auc.mean)} ± ${number(card.metrics.auc.sd)}`],
          [t('fact.slope'), number(card.metrics.calibration_slope.mean)],
        ] as [string, string][])
      : []),
    [t('fact.digest'), value.digest],
    [t('fact.dataDigest'), `sha256:${card.data.sha256}`],
  ]
  function tutorFacts(tutor: Extract<typeof card, { family: 'tutor' }>): [string, string][] {
    return [
      [t('fact.chosen'), tutor.chosen],
      [t('fact.skills'), format.number(tutor.skills.length)],
      [t('fact.catalogue'), format.number(tutor.items.length)],
      [t('fact.learners'), format.number(tutor.data.learners)],
      ...tutor.metrics.map((one): [string, string] => [
        `AUC, ${one.family}`,
        `${number(one.auc)} (log loss ${number(one.log_loss)})`,
      ]),
    ]
  }
  function demandFacts(demand: Extract<typeof card, { family: 'demand' }>): [string, string][] {
    const { wape, naive_wape: naive, coverage_90: coverage, held_out_periods: periods } = demand.metrics
    return [
      [t('fact.catalogue'), format.number(demand.items.length)],
      [t('fact.settings'), JSON.stringify({ period: demand.period, ...demand.settings })],
      ['WAPE', `${number(wape)} (${number(naive)}), n = ${format.number(periods)}`],
      [t('fact.coverage90'), number(coverage)],
      ...demand.categories.map((one): [string, string] => [
        `${t('fact.elasticity')}, ${one.name || '–'}`,
        `${number(one.elasticity)} (n = ${format.number(one.items)})`,
      ]),
    ]
  }
  function embeddingFacts(meaning: Extract<typeof card, { family: 'text-embedding' }>): [string, string][] {
    const { asked, bm25_first: words, first } = meaning.metrics
    return [
      [t('fact.cuts'), `en: ${meaning.cuts.en ?? '–'}, zh-CN: ${meaning.cuts['zh-CN'] ?? '–'}`],
      [t('fact.settings'), JSON.stringify({ dims: meaning.dims, confidence: meaning.confidence })],
      [t('fact.firstRight'), `${number(first)} (${number(words)}), n = ${format.number(asked)}`],
      [t('fact.base'), meaning.base?.name ?? '–'],
    ]
  }
  function itemFacts(items: Extract<typeof card, { family: 'item-linear' }>): [string, string][] {
    return [
      [t('fact.catalogue'), format.number(items.items.length)],
      [t('fact.users'), format.number(items.data.users)],
      [t('fact.settings'), JSON.stringify(items.settings)],
      ...items.metrics.map((one): [string, string] => [
        `NDCG@10, ${one.family}`,
        `${number(one.ndcg_at_10)} (recall@10 ${number(one.recall_at_10)}, coverage ${number(one.coverage_at_10)})`,
      ]),
    ]
  }
  return (
    <dl className="grid gap-x-6 gap-y-2 text-[13px] sm:grid-cols-[180px_1fr]">
      {facts.map(([name, fact]) => (
        <div key={name} className="contents">
          <dt className="text-soft">{name}</dt>
          <dd className="break-all">{fact}</dd>
        </div>
      ))}
    </dl>
  )
}
