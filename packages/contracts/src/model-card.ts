// The model card: what a trainer says of the model it wrote, and all a worker needs to feed it. Stored with every model version.
import { z } from 'zod'

/** One input column of the graph, in tensor order. A category is fed as the index of its level; missing and unknown are NaN. */
const cardFeatureSchema = z.object({
  name: z.string(),
  kind: z.enum(['number', 'category']),
  levels: z.array(z.string()),
  /** Mean contribution over the training rows, in logits: the population reference of the reasons. */
  mean_contribution: z.number(),
  /** Smallest contribution the feature can make, in logits: the best attainable reference. */
  best_contribution: z.number(),
  missing_share: z.number().min(0).max(1),
})

const spreadSchema = z.object({ mean: z.number(), sd: z.number() })

/** Held-out figures of repeated stratified cross-validation. AUC and KS are fractions; log loss in nats. */
const cardMetricsSchema = z.object({
  folds: z.int(),
  repeats: z.int(),
  auc: spreadSchema,
  ks: spreadSchema,
  brier: spreadSchema,
  log_loss: spreadSchema,
  /** Slope of the logistic regression of the outcome on the held-out logit; 1 is calibrated. */
  calibration_slope: spreadSchema,
})
export type CardMetrics = z.infer<typeof cardMetricsSchema>

export const modelCardSchema = z.object({
  name: z.string(),
  vertical: z.string(),
  task: z.string(),
  family: z.literal('additive-logit'),
  data: z.object({
    source: z.string(),
    licence: z.string(),
    rows: z.int(),
    positives: z.int(),
    sha256: z.string().describe('Of the file the model was trained on'),
  }),
  features: z.array(cardFeatureSchema),
  /** logit = bias + sum of the contributions. */
  bias: z.number(),
  excluded: z.array(z.string()).describe('Columns left out before training: protected attributes and identifiers'),
  metrics: cardMetricsSchema,
  seed: z.int(),
  onnx_sha256: z.string(),
})
export type ModelCard = z.infer<typeof modelCardSchema>
