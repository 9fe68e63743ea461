// What words and meaning together are worth: a logistic regression with no weight below 0, so that more of either never makes an answer less sure.
import type { ConfidenceWeights } from '@guildhall/contracts/model-card'

/** `lexical` is the confidence by BM25, 0 to 1; `cosine` and `lead` lie between -1 and 1. */
export type Evidence = { lexical: number; cosine: number; lead: number }

/** 0 to 1: the chance that the passage's article answers the question, as far as the questions it was fitted to are like this one. */
export function confidenceOf(
  { lexical, cosine, lead }: Evidence,
  weights: Pick<ConfidenceWeights, 'bias' | 'lexical' | 'cosine' | 'lead'>,
): number {
  return 1 / (1 + Math.exp(-(weights.bias + weights.lexical * lexical + weights.cosine * cosine + weights.lead * lead)))
}
