// The sections of a triage note: every figure is recorded as a fact, every line names the facts it states.
import type { AdditiveCard } from '@guildhall/contracts/model-card'
import { type FactBook, type FactRef, type Facts, openFactBook } from '../../kit/facts.ts'
import type { Localized } from '../../kit/localized.ts'
import { relate } from '../../kit/relation.ts'
import { type Line, line, type Section } from '../../kit/text.ts'
import type { Assessment, Estimate, Factor } from './assess.ts'
import type { Level, TriageNoteContent } from './content.ts'
import type { TriageNoteInput } from './input.ts'
import {
  aiLabel,
  becauseLabels,
  boundedLabel,
  decidedOnLabels,
  disclaimers,
  levelLabels,
  missingLabel,
} from './labels.ts'
import { type MeasurementName, measurements } from './measurements.ts'

type Source = { input: TriageNoteInput; content: TriageNoteContent; card: AdditiveCard; found: Assessment }
type Writing = Source & { book: FactBook }

export function noteSections(source: Source): { sections: Section[]; facts: Facts } {
  const book = openFactBook()
  const writing = { ...source, book }
  const sections: Section[] = [
    { id: 'disclosures', title: said('Read this first', '使用须知'), lines: disclosureLines(writing) },
    { id: 'summary', title: said('Summary', '摘要'), lines: summaryLines(writing) },
    { id: 'recommendation', title: said('Level and what it asks for', '等级与建议'), lines: triageLines(writing) },
    { id: 'reasons', title: said('What moved the estimate', '影响估计的因素'), lines: reasonLines(writing) },
    { id: 'data', title: said('Data and model', '数据与模型'), lines: dataLines(writing) },
  ]
  return { sections, facts: book.facts() }
}

const said = (en: string, zh: string): Localized => ({ en, 'zh-CN': zh })

/** A sentence that somebody wrote and that holds as a whole. */
function stated(book: FactBook, path: string, label: Localized): Line {
  return line(said('{text}', '{text}'), { text: book.record({ path, value: true, label }) })
}

const levelFact = (book: FactBook, path: string, level: Level): FactRef =>
  book.record({ path, value: level, unit: 'text', label: levelLabels[level] })

function summaryLines({ book, input, found, card }: Writing): Line[] {
  const { estimate, triage } = found
  const facts = {
    case_ref: book.record({ path: 'case_ref', value: input.case_ref, unit: 'text' }),
    as_of: book.record({ path: 'as_of', value: input.as_of, unit: 'date' }),
  }
  return [
    line(said('Case {case_ref}, measured on {as_of}.', '病例{case_ref}，测量日期{as_of}。'), facts),
    line(said('Triage level: {level}.', '分诊等级：{level}。'), {
      level: levelFact(book, 'triage.level', triage.level),
    }),
    ...(estimate ? estimateLines(book, estimate, card) : []),
  ]
}

function estimateLines(book: FactBook, { probability: value, interval, isBounded }: Estimate, card: AdditiveCard) {
  const probability = book.record({ path: 'score.probability', value, unit: 'fraction' })
  return [
    line(said('Estimated probability of malignancy: {probability}.', '恶性概率估计：{probability}。'), { probability }),
    ...(interval && card.interval
      ? [
          line(
            said('The {share} interval goes from {low} to {high}.', '{share}区间为{low}至{high}。'),
            intervalFacts(book, { interval, level: card.interval.level }),
          ),
        ]
      : []),
    ...(isBounded ? [stated(book, 'score.bounded', boundedLabel)] : []),
  ]
}

type Interval = { interval: [low: number, high: number]; level: number }

function intervalFacts(book: FactBook, { interval: [low, high], level }: Interval) {
  const share = (path: string, value: number) => book.record({ path, value, unit: 'fraction' })
  return {
    share: share('model.interval.level', level),
    low: share('score.interval.low', low),
    high: share('score.interval.high', high),
  }
}

function triageLines({ book, content, found }: Writing): Line[] {
  const { level, because, decided, decidedOn } = found.triage
  const action = stated(book, `recommendation.${level}`, content.actions[level])
  if (because) return [stated(book, `triage.because.${because}`, becauseLabels[because]), action]
  const of = book.record({ path: 'score.decided', value: decided, unit: 'fraction' })
  const on = book.record({ path: 'policy.on', value: decidedOn, unit: 'text', label: decidedOnLabels[decidedOn] })
  const compared = (['moderate', 'high'] as const).flatMap((name) => {
    const from = content[`${name}_from`]
    const to = book.record({ path: `policy.${name}_from`, value: from, unit: 'fraction' })
    const side = relate(book, `policy.${name}.side`, { kind: 'side', of, to })
    const text = said(
      'The {on}, {of}, is {side} the threshold of the level {name}, {to}.',
      '{on}{of}，{side}等级“{name}”的阈值{to}。',
    )
    const named = levelFact(book, `policy.${name}`, name)
    return side ? [line(text, { on, of, side, name: named, to })] : []
  })
  return [...compared, action]
}

function reasonLines({ book, found: { estimate }, card }: Writing): Line[] {
  if (!estimate) return []
  const starts = book.record({ path: 'model.bias', value: card.bias, unit: 'ratio' })
  const logit = book.record({ path: 'score.logit', value: estimate.logit, unit: 'ratio' })
  return [
    ...estimate.reasons.map((reason) => reasonLine(book, reason)),
    line(
      said(
        'All contributions and the starting value {starts} sum to {logit}, in log odds.',
        '各项贡献与起始值{starts}之和为{logit}（对数几率）。',
      ),
      { starts, logit },
    ),
  ]
}

function reasonLine(book: FactBook, { measurement, value, logOdds }: Factor): Line {
  const by = book.record({ path: `reasons.${measurement}.log_odds`, value: logOdds, unit: 'ratio' })
  const direction = relate(book, `reasons.${measurement}.direction`, { kind: 'sign', of: by, to: null })
  const facts = { name: nameFact(book, measurement), value: measureFact(book, measurement, value), by }
  const text = said(
    '{name}, {value}: {direction} the estimate; contribution {by} in log odds.',
    '{name}，{value}：{direction}估计值，贡献{by}（对数几率）。',
  )
  return direction ? line(text, { ...facts, direction }) : line(said('{name}, {value}.', '{name}，{value}。'), facts)
}

const nameFact = (book: FactBook, name: MeasurementName): FactRef =>
  book.record({ path: `names.${name}`, value: name, unit: 'text', label: measurements[name].label })

const measureFact = (book: FactBook, name: MeasurementName, value: number | null): FactRef =>
  book.record({ path: `measurements.${name}`, value, unit: 'measure' })

function dataLines({ book, found, card }: Writing): Line[] {
  const missing = found.missing.map((name) => stated(book, `missing.${name}`, missingLabel(measurements[name].label)))
  const outside = found.outside.map(({ measurement, value, low, high }) =>
    line(
      said(
        '{name}, {value}, lies outside of the data, which goes from {low} to {high}: check unit and reading.',
        '{name}为{value}，位于数据范围{low}至{high}之外：请核对单位与读数。',
      ),
      {
        name: nameFact(book, measurement),
        value: measureFact(book, measurement, value),
        low: book.record({ path: `model.data.${measurement}.low`, value: low, unit: 'measure' }),
        high: book.record({ path: `model.data.${measurement}.high`, value: high, unit: 'measure' }),
      },
    ),
  )
  const { rows, positives, source } = card.data
  const model = {
    model: book.record({ path: 'model.name', value: card.name, unit: 'text' }),
    rows: book.record({ path: 'model.data.rows', value: rows, unit: 'count' }),
    source: book.record({ path: 'model.data.source', value: source, unit: 'text' }),
    share: book.record({ path: 'model.data.malignant', value: positives / rows, unit: 'fraction' }),
  }
  const auc = book.record({ path: 'model.auc', value: card.metrics.auc.mean, unit: 'ratio' })
  return [
    ...missing,
    ...outside,
    line(
      said(
        'The model {model} has learnt from {rows} cases ({source}), of which {share} were malignant.',
        '模型{model}由{rows}例病例（{source}）训练，其中{share}为恶性。',
      ),
      model,
    ),
    line(said('Area under the curve on held-out cases: {auc}.', '留出病例上的曲线下面积：{auc}。'), { auc }),
  ]
}

function disclosureLines({ book, content }: Writing): Line[] {
  return [
    ...disclaimers.map((label, at) => stated(book, `disclosures.product.${at}`, label)),
    ...content.disclaimers.map((label, at) => stated(book, `disclosures.tenant.${at}`, label)),
    stated(book, 'disclosures.ai_label', aiLabel),
  ]
}
