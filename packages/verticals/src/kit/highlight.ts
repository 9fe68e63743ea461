// What a reader of an output looks for first, as data of the pack: a page draws it without knowing the vertical.
import type { Language } from '@guildhall/contracts/run'
import type { Fact, FactUnit } from './facts.ts'
import { formatFact } from './format.ts'
import { valueAt } from './golden.ts'
import type { Localized } from './localized.ts'

type HighlightTone = 'plain' | 'good' | 'warn' | 'bad'

/** A figure of the output; a list of two numbers is a range. `levels` says how the values of a code read. */
type Figure = {
  path: string
  label: Localized
  unit?: FactUnit
  levels?: Readonly<Record<string, { label: Localized; tone: HighlightTone }>>
}

/** A list in the output whose entries push to one side or the other. `label` and `value` are paths within an entry. */
type Bars = {
  path: string
  title: Localized
  label: string
  value: string
  unit?: FactUnit
  isMoreWorse: boolean
}

/** The first figure is drawn large. */
export type Highlights = { figures: readonly [Figure, ...Figure[]]; bars?: Bars }

type ShownFigure = { path: string; label: string; text: string; tone: HighlightTone }
type ShownBar = { label: string; value: number; text: string; tone: HighlightTone }
export type ShownHighlights = { figures: ShownFigure[]; bars: { title: string; entries: ShownBar[] } | null }

/** Null where the output has none of it: then it is of another task, or of a version before. */
export function readHighlights(
  { figures, bars }: Highlights,
  output: Record<string, unknown>,
  language: Language,
): ShownHighlights | null {
  const shown = figures.flatMap((figure) => {
    const value = valueAt(output, figure.path)
    return value === undefined ? [] : [shownFigure(figure, value, language)]
  })
  if (shown.length === 0) return null
  const entries = bars && valueAt(output, bars.path)
  return {
    figures: shown,
    bars:
      bars && Array.isArray(entries) && entries.length > 0
        ? { title: bars.title[language], entries: entries.map((entry) => shownBar(bars, entry, language)) }
        : null,
  }
}

function shownFigure({ path, label, unit, levels }: Figure, value: unknown, language: Language): ShownFigure {
  const level = typeof value === 'string' ? levels?.[value] : undefined
  const read = (one: unknown) => formatFact(factOf(path, { value: one, unit }), language)
  const text = level?.label[language] ?? (Array.isArray(value) ? value.map(read).join(' – ') : read(value))
  return { path, label: label[language], text, tone: level?.tone ?? 'plain' }
}

function shownBar({ label, value, unit, isMoreWorse }: Bars, entry: unknown, language: Language): ShownBar {
  const amount = Number(valueAt(entry, value))
  const named = valueAt(entry, label)
  return {
    label: typeof named === 'string' ? named : textOf(valueAt(named, language)),
    value: amount,
    text: formatFact(factOf(value, { value: amount, unit }), language),
    tone: amount === 0 ? 'plain' : amount > 0 === isMoreWorse ? 'bad' : 'good',
  }
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : '')

/** What is neither a figure nor a text reads as its JSON. */
function factOf(path: string, { value, unit }: { value: unknown; unit: FactUnit | undefined }): Fact {
  const isPlain = value === null || typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean'
  return { path, value: isPlain ? value : JSON.stringify(value), ...(unit ? { unit } : {}) }
}
