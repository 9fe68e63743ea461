// Probability of default -> points and band. points = offset + factor * ln(odds of good), factor = pdo / ln 2,
// offset = base_points - factor * ln(base_odds): the scaling of Siddiqi, Credit Risk Scorecards (2006), ch. 6.
import type { RiskNoteContent } from './content.ts'

export type Scale = { factor: number; offset: number }

export function scaleOf({ pdo, base_points, base_odds }: RiskNoteContent['scale']): Scale {
  const factor = pdo / Math.LN2
  return { factor, offset: base_points - factor * Math.log(base_odds) }
}

/** `logit` is of default, so the odds of good are e^-logit. Unrounded. */
export function pointsOf({ factor, offset }: Scale, logit: number): number {
  return offset - factor * logit
}

/** The first band whose floor the points reach; bands are listed best first. */
export function bandOf(bands: RiskNoteContent['bands'], points: number): string {
  return (bands.find((band) => points >= band.from_points) ?? bands.at(-1))?.band ?? ''
}
