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

const cardHead = {
  name: z.string(),
  vertical: z.string(),
  task: z.string(),
  seed: z.int(),
  onnx_sha256: z.string(),
  precision: z.enum(['fp32', 'fp16', 'int8']).default('fp32'),
  /** Versions of what trained it, and how long that took. Absent on models that ship with the product: equal data must give equal cards. */
  libraries: z.record(z.string(), z.string()).optional(),
  trained_s: z.number().optional(),
}
const cardData = {
  source: z.string(),
  licence: z.string(),
  rows: z.int(),
  sha256: z.string().describe('Of the data the model was trained on'),
  window: z.object({ from: z.string(), to: z.string() }).nullable().default(null),
}

/** A probability as a sum over features: the finance models. */
const additiveCardSchema = z.object({
  ...cardHead,
  family: z.enum(['additive-logit', 'woe-scorecard']),
  data: z.object({ ...cardData, positives: z.int() }),
  features: z.array(cardFeatureSchema),
  /** logit = bias + sum of the contributions. */
  bias: z.number(),
  excluded: z.array(z.string()).describe('Columns left out before training: protected attributes and identifiers'),
  metrics: cardMetricsSchema,
  /**
   * How the interval of a probability is made: logit ± z(level) · scale · the standard deviation over `bags` bootstrap models. `scale` is
   * what held-out coverage asked for, `coverage` what it then gave: the share of held-out groups of like scores whose default rate lay inside.
   */
  interval: z
    .object({
      level: z.number(),
      bags: z.int(),
      scale: z.number(),
      coverage: z.number(),
      unscaled_coverage: z.number(),
    })
    .optional(),
})
export type AdditiveCard = z.infer<typeof additiveCardSchema>

const rankingFiguresSchema = z.object({
  family: z.string(),
  recall_at_10: z.number(),
  ndcg_at_10: z.number(),
  ndcg_at_100: z.number(),
  coverage_at_10: z.number(),
})

/** A linear item model: the retail recommender. */
const itemCardSchema = z.object({
  ...cardHead,
  family: z.literal('item-linear'),
  form: z.enum(['dense', 'factored']),
  data: z.object({ ...cardData, users: z.int() }),
  /** The catalogue in the order of the graph's item numbers; the count of items pads. */
  items: z.array(z.string()),
  settings: z.object({
    ridge: z.number(),
    /** Days; null counts every event alike. */
    half_life_days: z.number().nullable(),
    own_weight: z.number(),
    transition: z.object({ weight: z.number(), ridge: z.number(), decay: z.number() }).nullable(),
    /** Of the popularity that answers whom nothing is known of. Days; null counts every event alike. */
    popularity_half_life_days: z.number().nullable().optional(),
  }),
  /** What the graph also holds of orders: how many there were, and how many partners of an item it keeps. Absent on older graphs. */
  orders: z.object({ count: z.int(), partners: z.int(), gap_minutes: z.number() }).optional(),
  /** The category path of each item by its number, as a place in `paths`; -1 where the catalogue did not say. */
  categories: z.object({ paths: z.array(z.array(z.string())), of: z.array(z.int()) }).optional(),
  /** Items that entered by what they read like, without shoppers of their own. */
  cold_items: z.int().optional(),
  /** Held-out figures by time split, the recommender first. */
  metrics: z.array(rankingFiguresSchema),
})
export type ItemCard = z.infer<typeof itemCardSchema>

/** A tutor: mastery by BKT, and the probability of a correct answer by the family that won on held-out learners. */
const tutorCardSchema = z.object({
  ...cardHead,
  family: z.literal('tutor'),
  chosen: z.enum(['bkt', 'pfa', 'logistic', 'boosted_trees']),
  data: z.object({ ...cardData, learners: z.int() }),
  /** In the order of the graph's numbers; the count of skills pads. Difficulty in log odds of a correct answer. */
  skills: z.array(
    z.object({
      name: z.string(),
      known: z.number(),
      learn: z.number(),
      slip: z.number(),
      guess: z.number(),
      difficulty: z.number(),
    }),
  ),
  items: z.array(z.object({ name: z.string(), difficulty: z.number() })),
  /** Held-out figures of all families. */
  metrics: z.array(z.object({ family: z.string(), auc: z.number(), log_loss: z.number() })),
})
export type TutorCard = z.infer<typeof tutorCardSchema>

/** Demand by price: log units of an item as a line in the log price, shrunk towards its category. */
const demandCardSchema = z.object({
  ...cardHead,
  family: z.literal('demand'),
  data: z.object({ ...cardData, items: z.int() }),
  period: z.enum(['day', 'week']),
  /** In the order of the graph's item numbers; the count of items pads. */
  items: z.array(z.string()),
  settings: z.object({
    /** Pairs of sine and cosine of the year. */
    harmonics: z.int(),
    /** In periods; null: all periods say alike what the level is. */
    half_life: z.number().nullable(),
    /** What held-out periods asked the variance of one period to be multiplied by. */
    noise_scale: z.number(),
    /** Correlation of neighbouring periods' errors, which the fit takes off. */
    memory: z.number(),
  }),
  /** Mean price elasticity by category, and its standard deviation among a category's items. */
  categories: z.array(z.object({ name: z.string(), items: z.int(), elasticity: z.number() })),
  elasticity_spread: z.number(),
  metrics: z.object({
    held_out_periods: z.int(),
    wape: z.number(),
    naive_wape: z.number(),
    coverage_90: z.number(),
  }),
})
export type DemandCard = z.infer<typeof demandCardSchema>

/** confidence = 1 / (1 + e^-(bias + lexical·l + cosine·c + lead·d)): l the BM25 confidence, c the nearness in meaning, d how far c leads the best of any other article. No weight is below 0. */
const confidenceSchema = z.object({
  bias: z.number(),
  lexical: z.number().min(0),
  cosine: z.number().min(0),
  lead: z.number().min(0),
  /** Questions it was fitted to, and what held-out ones say: mean |confidence - share right| over five bins. */
  asked: z.int(),
  error: z.number(),
})
export type ConfidenceWeights = z.infer<typeof confidenceSchema>
const perLanguage = <S extends z.ZodType>(schema: S) => z.object({ en: schema.nullable(), 'zh-CN': schema.nullable() })

/** Texts as vectors of length 1 whose product says how near two of them are in meaning: customer questions. */
const embeddingCardSchema = z.object({
  ...cardHead,
  family: z.literal('text-embedding'),
  data: z.object(cardData),
  /** Of each output of the graph: subword pieces, terms of the tenant's own texts, words of a dictionary. */
  dims: z.object({ pieces: z.int(), terms: z.int(), words: z.int() }).partial(),
  /** How a text of a language is cut, and so which output it is read from. Null: the language is not known. */
  cuts: perLanguage(z.enum(['pieces', 'terms', 'words'])),
  /** In the order of the graph's piece numbers; `scores` are log probabilities. */
  pieces: z.object({ texts: z.array(z.string()), scores: z.array(z.number()) }).optional(),
  /** In the order of the graph's numbers; their count pads. */
  terms: z.array(z.string()).optional(),
  words: z.array(z.string()).optional(),
  /** What was installed and this model stands on: the first bytes of its graph. */
  base: z
    .object({
      name: z.string(),
      licence: z.string(),
      sha256: z.string(),
      bytes: z.int(),
      cuts: perLanguage(z.enum(['pieces', 'words'])),
    })
    .optional(),
  confidence: perLanguage(confidenceSchema),
  /** Held-out: share of questions whose right article comes first, by words alone and with the model; share of foreign ones refused. */
  metrics: z.object({ asked: z.int(), bm25_first: z.number(), first: z.number(), foreign_refused: z.number() }),
})
export type EmbeddingCard = z.infer<typeof embeddingCardSchema>

export const modelCardSchema = z.discriminatedUnion('family', [
  additiveCardSchema,
  itemCardSchema,
  tutorCardSchema,
  demandCardSchema,
  embeddingCardSchema,
])
export type ModelCard = z.infer<typeof modelCardSchema>

/** Throws when the card is of another family: the model was promoted for the wrong task. */
export function additiveCard(card: ModelCard): AdditiveCard {
  if (card.family !== 'additive-logit' && card.family !== 'woe-scorecard')
    throw new Error(`${card.name} is ${card.family}, not additive`)
  return card
}
export function tutorCard(card: ModelCard): TutorCard {
  if (card.family !== 'tutor') throw new Error(`${card.name} is ${card.family}, not a tutor`)
  return card
}
export function itemCard(card: ModelCard): ItemCard {
  if (card.family !== 'item-linear') throw new Error(`${card.name} is ${card.family}, not a recommender`)
  return card
}
export function demandCard(card: ModelCard): DemandCard {
  if (card.family !== 'demand') throw new Error(`${card.name} is ${card.family}, not a demand model`)
  return card
}
export function embeddingCard(card: ModelCard): EmbeddingCard {
  if (card.family !== 'text-embedding') throw new Error(`${card.name} is ${card.family}, not a text embedding`)
  return card
}
