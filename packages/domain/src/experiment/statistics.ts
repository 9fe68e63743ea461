// Intervals of shares and of ratios, the check of the sample ratio, and an interval that may be looked at every day. Pure; formulas named.
import type { Interval } from '@guildhall/contracts/experiment'

/** Two-sided normal quantiles. */
export const z = { p90: 1.6448536, p95: 1.959964 } as const
/** One-sided, for four times in five. */
const zPower = 0.8416212
const alpha = 0.05

/** Wilson's score interval of a share (Wilson 1927). Null without trials. */
export function wilson(hits: number, trials: number, quantile: number): Interval | null {
  if (trials === 0) return null
  const [share, square] = [hits / trials, quantile ** 2]
  const centre = (share + square / (2 * trials)) / (1 + square / trials)
  const half =
    (quantile * Math.sqrt((share * (1 - share)) / trials + square / (4 * trials ** 2))) / (1 + square / trials)
  return [Math.max(0, centre - half), Math.min(1, centre + half)]
}

export type Share = { hits: number; trials: number }
const fractionOf = ({ hits, trials }: Share) => hits / trials

/** Interval of b - a by Newcombe's hybrid score, method 10 (Newcombe 1998): two Wilson intervals joined. */
export function newcombe(a: Share, b: Share, quantile: number): Interval | null {
  const [ofA, ofB] = [wilson(a.hits, a.trials, quantile), wilson(b.hits, b.trials, quantile)]
  if (!ofA || !ofB) return null
  const [pa, pb] = [fractionOf(a), fractionOf(b)]
  return [pb - pa - Math.hypot(pb - ofB[0], ofA[1] - pa), pb - pa + Math.hypot(ofB[1] - pb, pa - ofA[0])]
}

export type Ratio = { value: number; variance: number }

/**
 * Sum of `tops` over sum of `bottoms`, and its variance by the delta method with one pair per shopper (Deng, Knoblich, Lu 2018):
 * var(top) + r^2 var(bottom) - 2 r cov(top, bottom), over n times the mean bottom squared. Null below two shoppers.
 */
export function ratioOf(pairs: readonly { top: number; bottom: number }[]): Ratio | null {
  const n = pairs.length
  const bottoms = pairs.reduce((sum, one) => sum + one.bottom, 0)
  if (n < 2 || bottoms === 0) return null
  const value = pairs.reduce((sum, one) => sum + one.top, 0) / bottoms
  // The mean of top - r bottom is 0, so its sum of squares is the variance of the difference.
  const squares = pairs.reduce((sum, { top, bottom }) => sum + (top - value * bottom) ** 2, 0)
  return { value, variance: squares / (n - 1) / n / (bottoms / n) ** 2 }
}

export function ratioInterval({ value, variance }: Ratio, quantile: number): Interval {
  const half = quantile * Math.sqrt(variance)
  return [value - half, value + half]
}

/** Variance of the difference of two shares, unpooled. */
export function differenceVariance(a: Share, b: Share): number {
  const of = (one: Share) => (fractionOf(one) * (1 - fractionOf(one))) / one.trials
  return of(a) + of(b)
}

/**
 * Half-width of the 95 % interval that holds at all looks at once: the mixture sequential probability ratio test with a normal mixture of
 * standard deviation `tau` around no difference (Johari, Pekelis, Walsh 2017): sqrt(V (V + tau^2) / tau^2 (2 ln(1/alpha) + ln((V + tau^2) / V))).
 */
export function alwaysValidRadius(variance: number, tau: number): number {
  const sum = variance + tau ** 2
  return Math.sqrt(((variance * sum) / tau ** 2) * (2 * Math.log(1 / alpha) + Math.log(sum / variance)))
}

/**
 * Shoppers of both variants together at which an effect of `smallest` is found four times in five: the first count at which the
 * always-valid half-width and 0.84 standard errors fit into it. Null where `share`, the conversion, is 0 or 1: then nothing can be said.
 */
export function shoppersNeeded({
  share,
  shareB,
  smallest,
}: {
  share: number
  shareB: number
  smallest: number
}): number | null {
  const spread = share * (1 - share)
  if (spread === 0) return null
  const perShopper = spread / shareB + spread / (1 - shareB)
  const fits = (shoppers: number) => {
    const variance = perShopper / shoppers
    return alwaysValidRadius(variance, smallest) + zPower * Math.sqrt(variance) <= smallest
  }
  let [low, high] = [1, 2]
  while (!fits(high)) [low, high] = [high, high * 2]
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (fits(middle)) high = middle
    else low = middle
  }
  return high
}

/** Chance of shares at least this far from what was asked for: chi-square with one degree of freedom. Null without shoppers. */
export function sampleRatioP({ a, b, shareB }: { a: number; b: number; shareB: number }): number | null {
  const all = a + b
  if (all === 0) return null
  const [expectedA, expectedB] = [all * (1 - shareB), all * shareB]
  const square = (a - expectedA) ** 2 / expectedA + (b - expectedB) ** 2 / expectedB
  return complementaryError(Math.sqrt(square / 2))
}

/** erfc for x >= 0, to 1.5e-7 absolute (Abramowitz and Stegun 7.1.26). */
function complementaryError(x: number): number {
  const t = 1 / (1 + 0.3275911 * x)
  const series = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))))
  return series * Math.exp(-x * x)
}
