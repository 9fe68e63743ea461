// Figures of a binary score on held-out rows. `logits` and `labels` have one entry per row; label 1 is the event.

export const sigmoid = (logit: number): number => 1 / (1 + Math.exp(-logit))

/** log(1 + e^x) without overflow. */
export function softplus(x: number): number {
  return x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x))
}

function byLogit(logits: Float64Array): Int32Array {
  return Int32Array.from(logits.keys()).sort((a, b) => (logits[a] ?? 0) - (logits[b] ?? 0))
}

/** Area under the ROC curve as the Mann-Whitney statistic; ties count a half. NaN when a class is absent. */
export function auc(labels: Uint8Array, logits: Float64Array): number {
  const order = byLogit(logits)
  let positives = 0
  let rankSum = 0
  for (let from = 0; from < order.length; ) {
    let to = from
    while (to < order.length && logits[order[to] ?? 0] === logits[order[from] ?? 0]) to++
    const rank = (from + 1 + to) / 2
    for (let at = from; at < to; at++) {
      if (labels[order[at] ?? 0] !== 1) continue
      positives++
      rankSum += rank
    }
    from = to
  }
  const negatives = labels.length - positives
  return (rankSum - (positives * (positives + 1)) / 2) / (positives * negatives)
}

/** Kolmogorov-Smirnov: the largest distance between the two classes' cumulative distributions, in [0, 1]. */
export function ks(labels: Uint8Array, logits: Float64Array): number {
  const order = byLogit(logits)
  const positives = labels.reduce((sum, label) => sum + label, 0)
  const negatives = labels.length - positives
  let seenPositives = 0
  let seenNegatives = 0
  let widest = 0
  for (let at = 0; at < order.length; at++) {
    if (labels[order[at] ?? 0] === 1) seenPositives++
    else seenNegatives++
    const isTied = at + 1 < order.length && logits[order[at] ?? 0] === logits[order[at + 1] ?? 0]
    if (!isTied) widest = Math.max(widest, Math.abs(seenPositives / positives - seenNegatives / negatives))
  }
  return widest
}

/** Mean squared distance of probability and outcome. */
export function brier(labels: Uint8Array, logits: Float64Array): number {
  return logits.reduce((sum, logit, row) => sum + (sigmoid(logit) - (labels[row] ?? 0)) ** 2, 0) / labels.length
}

/** Mean negative log likelihood in nats. */
export function logLoss(labels: Uint8Array, logits: Float64Array): number {
  return logits.reduce((sum, logit, row) => sum + softplus(labels[row] === 1 ? -logit : logit), 0) / labels.length
}

/** Slope of the logistic regression of the outcome on the logit, by Newton's method; 1 is calibrated, below 1 is overconfident. */
export function calibrationSlope(labels: Uint8Array, logits: Float64Array): number {
  // From zero, where every weight is a quarter: from the logits themselves an overconfident model would overshoot for good.
  let intercept = 0
  let slope = 0
  for (let step = 0; step < 50; step++) {
    let [g0, g1, h00, h01, h11] = [0, 0, 0, 0, 0]
    for (const [row, x] of logits.entries()) {
      const p = sigmoid(intercept + slope * x)
      const error = (labels[row] ?? 0) - p
      const weight = p * (1 - p)
      g0 += error
      g1 += error * x
      h00 += weight
      h01 += weight * x
      h11 += weight * x * x
    }
    const determinant = h00 * h11 - h01 * h01
    if (determinant < 1e-12) break
    const by = (h00 * g1 - h01 * g0) / determinant
    intercept += (h11 * g0 - h01 * g1) / determinant
    slope += by
    if (Math.abs(by) < 1e-10) break
  }
  return slope
}

export function meanAndSd(values: readonly number[]): { mean: number; sd: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  return { mean, sd: values.length > 1 ? Math.sqrt(squares / (values.length - 1)) : 0 }
}
