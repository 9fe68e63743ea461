// Figures of two variants -> intervals, the check of the sample ratio and a verdict. Looking often does no harm: the verdict reads the
// interval that holds at all looks at once, and the smallest effect that mixes it is fixed before the start.
import type { ExperimentResults, Variant, VariantResults } from '@guildhall/contracts/experiment'
import { type ArmFigures, buyersOf, revenueOf, sessionsOf, shareOf } from '../attribution/figures.ts'
import {
  alwaysValidRadius,
  differenceVariance,
  newcombe,
  type Ratio,
  ratioInterval,
  ratioOf,
  type Share,
  sampleRatioP,
  shoppersNeeded,
  wilson,
  z,
} from './statistics.ts'

type Judged = Omit<ExperimentResults, 'object' | 'experiment' | 'is_truncated'>
type Design = { versionA: number; versionB: number; shareB: number; smallestEffect: number }

const mismatchP = 0.001
/** Below these the normal approximation of a difference of shares is not to be trusted. */
const fewest = { shoppers: 100, buyers: 10 } as const

export function judge(figures: Record<Variant, ArmFigures>, design: Design): Judged {
  const [a, b] = [shareIn(figures.a), shareIn(figures.b)]
  const pooled = shareOf(a.hits + b.hits, a.trials + b.trials)
  const needed =
    pooled === null ? null : shoppersNeeded({ share: pooled, shareB: design.shareB, smallest: design.smallestEffect })
  const p = sampleRatioP({ a: a.trials, b: b.trials, shareB: design.shareB })
  const isMismatch = p !== null && p < mismatchP
  const always = alwaysValid(a, b, design.smallestEffect)
  return {
    variants: [variantOf('a', design.versionA, figures.a), variantOf('b', design.versionB, figures.b)],
    conversion_difference: {
      value: a.trials > 0 && b.trials > 0 ? b.hits / b.trials - a.hits / a.trials : null,
      interval_90: newcombe(a, b, z.p90),
      interval_95: newcombe(a, b, z.p95),
      always_valid_95: always,
    },
    revenue_difference: revenueDifference(revenueRatio(figures.a), revenueRatio(figures.b)),
    sample_ratio: {
      expected_b: design.shareB,
      observed_b: shareOf(b.trials, a.trials + b.trials),
      p,
      is_mismatch: isMismatch,
    },
    verdict: isMismatch ? 'mismatch' : verdictOf(always, design.smallestEffect),
    shoppers_needed: needed,
    shoppers_more: needed === null ? null : Math.max(0, needed - a.trials - b.trials),
  }
}

const shareIn = (figures: ArmFigures): Share => ({ hits: buyersOf(figures), trials: figures.shoppers.length })

/** Null while too few came or bought: a verdict needs it. */
export function alwaysValid(a: Share, b: Share, tau: number): [number, number] | null {
  const isEnough = Math.min(a.trials, b.trials) >= fewest.shoppers && a.hits + b.hits >= fewest.buyers
  const variance = isEnough ? differenceVariance(a, b) : 0
  if (variance === 0) return null
  const [value, radius] = [b.hits / b.trials - a.hits / a.trials, alwaysValidRadius(variance, tau)]
  return [value - radius, value + radius]
}

export function verdictOf(always: [number, number] | null, smallest: number): ExperimentResults['verdict'] {
  if (!always) return 'too_few'
  const [low, high] = always
  if (low > 0) return 'b_better'
  if (high < 0) return 'a_better'
  return low > -smallest && high < smallest ? 'no_difference' : 'not_decided'
}

function variantOf(variant: Variant, version: number, figures: ArmFigures): VariantResults {
  const { hits, trials } = shareIn(figures)
  const ratio = revenueRatio(figures)
  return {
    variant,
    version,
    shoppers: trials,
    sessions: sessionsOf(figures),
    lists: figures.lists,
    click_rate: shareOf(figures.clickedLists, figures.lists),
    buyers: hits,
    conversion: shareOf(hits, trials),
    conversion_90: wilson(hits, trials, z.p90),
    conversion_95: wilson(hits, trials, z.p95),
    revenue: revenueOf(figures),
    revenue_per_session: ratio?.value ?? null,
    revenue_per_session_90: ratio && ratioInterval(ratio, z.p90),
    revenue_per_session_95: ratio && ratioInterval(ratio, z.p95),
  }
}

const revenueRatio = (figures: ArmFigures) =>
  ratioOf(figures.shoppers.map(({ revenue, sessions }) => ({ top: revenue, bottom: sessions })))

function revenueDifference(a: Ratio | null, b: Ratio | null): Judged['revenue_difference'] {
  if (!a || !b) return { value: null, interval_90: null, interval_95: null }
  const difference = { value: b.value - a.value, variance: a.variance + b.variance }
  return {
    value: difference.value,
    interval_90: ratioInterval(difference, z.p90),
    interval_95: ratioInterval(difference, z.p95),
  }
}
