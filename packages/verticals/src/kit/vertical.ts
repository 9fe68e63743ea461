// The type of a pack: everything the platform knows of a vertical. A pack is pure data and pure functions; a worker, a page or a test can hold one.
import type { ModelCard } from '@guildhall/contracts/model-card'
import type { Language } from '@guildhall/contracts/run'
import type { z } from 'zod'
import type { Collection } from './collection.ts'
import type { Composed } from './composed.ts'
import type { ContentWords } from './document-diff.ts'
import { arrangeFlatRow } from './flat-row.ts'
import type { FormDescriptor } from './form.ts'
import type { GoldenCase } from './golden.ts'
import type { Highlights } from './highlight.ts'
import type { Localized } from './localized.ts'
import type { RuleBuilder } from './rule-builder.ts'

/** A number, the name of a level, or null for unknown. Unknown is never 0. */
export type FeatureValue = number | string | null
export type Features = Record<string, FeatureValue>

/** Contributions and logit are of the positive class (for finance: default); probability is the sigmoid of the logit. */
export type Prediction = {
  contributions: Record<string, number>
  logit: number
  probability: number
  /** Standard deviation of the logit over the model's bags, where it has some. */
  spread?: number
}

export type Tensor = { data: Float32Array; dims: number[] }
/** Whole numbers: item numbers, ids of a vocabulary. */
type WholeTensor = { data: BigInt64Array; dims: number[] }
export type Tensors = Record<string, Tensor | WholeTensor>

/** What a task reads of the tenant's collections: one subject's records or the collection's, newest first, or those of these keys. */
export type RecordQuery = { collection: string; limit: number } & (
  | { subject: string }
  | { keys: readonly string[] }
  | { newest: true }
  /** The record whose key stands in a field of another record, such as the class of a learner. */
  | { namedBy: { collection: string; key: string; field: string } }
)
/** Whether a model answers this run, or the pack alone. */
export type Serving = { isServed: boolean }
export type TenantRecord = { key: string; body: Record<string, unknown> }
/** By the names the task gave its queries. */
export type TenantRecords = Record<string, readonly TenantRecord[]>

/** What a pack may know of the run: it has no clock and no randomness but these. `asOf` is when the run was created, ISO 8601. */
export type RunFacts = { id: string; seed: number; asOf: string }

/** `asOf` is that of the run. */
export type FeatureArgs<Input = unknown, Content = unknown> = {
  input: Input
  content: Content
  records: TenantRecords
  asOf: string
  run: RunFacts
}

export type ComposeArgs<Input = unknown, Content = unknown, Card = unknown, F = unknown, P = unknown> = {
  input: Input
  content: Content
  /** Null where no model answered: the task has none, or `withoutModel` stood in. Only packs that allow it need to know. */
  card: Card
  features: F
  prediction: P
  /** What `looksUp` asked for. */
  records: TenantRecords
  /** Answers to what `probes` asked, in its order. */
  probed: readonly Probed<Input, F, P>[]
  run: RunFacts
  languages: readonly Language[]
}

/** What the same model says of another input, for "what if". */
export type Probed<Input = unknown, F = unknown, P = unknown> = { input: Input; features: F; prediction: P }

type ProbeArgs<Input = unknown, Content = unknown, Card = unknown, F = unknown, P = unknown> = {
  input: Input
  content: Content
  card: Card
  features: F
  prediction: P
}

/**
 * Texts that come again from run to run, such as passages. The worker puts each through the same graph once and keeps what comes out, by tenant,
 * model and the digest of the text; `attach` gives a row what belongs to it, in the order of `of`.
 */
type PartSpec<Card, F> = {
  of: (features: F, card: Card) => readonly string[]
  encode: (texts: readonly string[], card: Card) => Tensors
  decode: (outputs: Tensors, texts: readonly string[], card: Card) => Float32Array[]
  attach: (features: F, parts: readonly Float32Array[]) => F
}

export type ModelSpec<Card = ModelCard, F = unknown, P = unknown> = {
  name: string
  /** Folder of the built-in champion (model.onnx, card.json), relative to the pack file; null where only a tenant's own can serve. */
  builtin: string | null
  /** The card of this task's family; throws on another. */
  card: (card: ModelCard) => Card
  /** Rows of features -> the graph's inputs. Missing values and unknown levels become NaN. */
  encode: (rows: readonly F[], card: Card) => Tensors
  /** The graph's outputs -> one prediction per row. Throws when a tensor is absent, has a wrong shape or is not finite. */
  decode: (outputs: Tensors, rows: number, card: Card, features: readonly F[]) => P[]
  parts?: PartSpec<Card, F>
  /** What answers while no model serves, such as before a tenant's first training; left out where only a model can. The result says so. */
  withoutModel?: (features: F) => P
  /** How far two predictions of one input are apart, for shadows: whether the decision differs, and what their lists share. */
  compare: (champion: P, candidate: P, features: F) => { isFlipped: boolean; overlap: number }
}

/**
 * What a stored result would have come to under another content. `loss` is in the currency, for what is not declined; where nothing is lost in
 * money, it is 0 and the currency is empty. */
export type Redecided = {
  subject: string
  decision: string
  because: string | null
  score: number
  band: string
  loss: number
  currency: string
}

/** `template` is the starter it belongs to; the first one when left out. */
export type Sample = { slug: string; title: Localized; input: Record<string, unknown>; template?: string }

/** A template every new tenant begins with, published as its version 1. */
export type Starter = { slug: string; title: Localized; content: Record<string, unknown> }

/** A field that was refused before the input's own schema saw it; `path` is dotted, in the caller's own names. */
export type InputFault = { path: string; message: string; fix: string }

/**
 * `open` is stored as the run's input. `sealed` is kept apart from it, for the fairness figures; null when there is nothing of the kind.
 * `fleeting` replaces fields of `open` while the run is worked on and is forgotten when it ends.
 */
export type Sealed = {
  open: Record<string, unknown>
  sealed: Record<string, unknown> | null
  fleeting?: Record<string, unknown> | null
}

type TaskData = {
  slug: string
  title: Localized
  summary: Localized
  /** The first one is the task's default. */
  starters: readonly [Starter, ...Starter[]]
  form: FormDescriptor
  samples: readonly Sample[]
  goldens: readonly GoldenCase[]
  /** What of the output a page draws first, where no page was made for this task. */
  highlights?: Highlights
  /** Names of its content as people read them, for differences of versions. */
  words?: ContentWords
  /** How its rules are made without code; where left out, the form drawn from the schema stands alone. */
  ruleBuilder?: RuleBuilder
  /** What an output decides and lists, for impacts; where left out, `recommendation.action` and the `item_id` of `items`. */
  decisionOf?: (output: Record<string, unknown>) => string | null
  listOf?: (output: Record<string, unknown>) => readonly string[] | null
  /** Paths a run is held to when it is kept as a golden case; where left out, its short plain values. */
  goldenPaths?: readonly string[]
}

/** A task as consumers hold it: parse with `input` and `content`, then hand the parsed values on. */
export type Task = TaskData & {
  input: z.ZodType
  content: z.ZodType
  /** Null where rules and records alone answer: then the prediction is null. */
  model: ModelSpec<ModelCard> | null
  /** A tenant's own names and rules for what is missing -> the task's input, before its schema parses it. By the form where a pack has none. */
  arrange: (raw: unknown, content: unknown) => { input: unknown; faults: readonly InputFault[] }
  /** Takes out what no model and no reader of a run may see, and what may not outlive the run. */
  seal: (input: Record<string, unknown>) => Sealed
  /** Records to read before the model runs; more of them where none serves. */
  reads: (input: unknown, serving: Serving) => Record<string, RecordQuery>
  features: (args: FeatureArgs) => unknown
  /** Records to read once the prediction is known. */
  looksUp: (prediction: unknown) => Record<string, RecordQuery>
  /** Inputs that the same model shall answer as well, at most `maxProbes`. */
  probes: (args: ProbeArgs) => readonly unknown[]
  compose: (args: ComposeArgs) => Composed
  /** For simulations; null where this task decides nothing, or the result cannot be judged. */
  redecide: (stored: { input: unknown; output: unknown }, content: unknown) => Redecided | null
  /** Whether it decides anything that could be simulated. */
  hasDecisions: boolean
  /** What is wrong with a content beyond its schema, such as a rule that gives no answer on the golden cases. */
  contentFaults: (content: unknown) => readonly InputFault[]
}

const maxProbes = 400

/** A task as a pack writes it: typed by its own schemas, card, features and prediction. */
type TaskDefinition<I extends z.ZodType, C extends z.ZodType, Card, F, P> = TaskData & {
  input: I
  content: C
  model: ModelSpec<Card, F, P> | null
  reads?: (input: z.output<I>, serving: Serving) => Record<string, RecordQuery>
  features: (args: FeatureArgs<z.output<I>, z.output<C>>) => F
  looksUp?: (prediction: P) => Record<string, RecordQuery>
  arrange?: (raw: unknown, content: z.output<C>) => { input: unknown; faults: readonly InputFault[] }
  seal?: Task['seal']
  probes?: (args: ProbeArgs<z.output<I>, z.output<C>, Card, F, P>) => readonly z.output<I>[]
  compose: (args: ComposeArgs<z.output<I>, z.output<C>, Card, F, P>) => Composed
  redecide?: (stored: { input: unknown; output: unknown }, content: z.output<C>) => Redecided | null
  contentFaults?: (content: z.output<C>) => readonly InputFault[]
}

export type Vertical = {
  slug: string
  title: Localized
  /** What it is for and what it is not, as the settings page says before somebody switches it on. */
  summary?: Localized
  /** A tenant has it only once an admin has switched it on: no starters, no runs before. */
  isOffByDefault?: boolean
  /** What its tasks and trainers read of a tenant. */
  collections: readonly Collection[]
  /** Records to begin with, by collection: a course, a small shop. The demo tenant has them; others may load them. */
  starterRecords?: Record<string, () => readonly Record<string, unknown>[]>
  tasks: readonly Task[]
}

/** Declares a vertical; the only thing a pack file exports. Throws on two tasks of one name, which is a slip of its author. */
export function defineVertical(vertical: Vertical): Vertical {
  const slugs = new Set(vertical.tasks.map((task) => task.slug))
  if (slugs.size !== vertical.tasks.length) throw new Error(`vertical ${vertical.slug} names a task twice`)
  return vertical
}

/** Makes a typed task into one a consumer can hold without knowing its types. Values must come from the task's own schemas and rooms. */
export function defineTask<I extends z.ZodType, C extends z.ZodType, Card, F, P>(
  definition: TaskDefinition<I, C, Card, F, P>,
): Task {
  const { model, reads, looksUp, probes, arrange } = definition
  if (model?.parts && probes) throw new Error(`${definition.slug}: what is probed gets no parts`)
  const cardOf = (card: unknown) => (model && card !== null ? model.card(trusted(card)) : null)
  return {
    ...definition,
    model: model && untyped(model),
    reads: (input, serving) => reads?.(trusted(input), serving) ?? {},
    features: (args) => definition.features(trusted(args)),
    looksUp: (prediction) => looksUp?.(trusted(prediction)) ?? {},
    arrange: (raw, content) => arrange?.(raw, trusted(content)) ?? arrangeFlatRow(definition.form, raw),
    seal: definition.seal ?? ((open) => ({ open, sealed: null })),
    probes: (args) => probes?.(trusted({ ...args, card: cardOf(args.card) })).slice(0, maxProbes) ?? [],
    hasDecisions: definition.redecide !== undefined,
    redecide: (stored, content) => definition.redecide?.(stored, trusted(content)) ?? null,
    contentFaults: (content) => definition.contentFaults?.(trusted(content)) ?? [],
    compose: (args) => definition.compose(trusted({ ...args, card: cardOf(args.card) })),
  }
}

function untyped<Card, F, P>(model: ModelSpec<Card, F, P>): ModelSpec<ModelCard> {
  const { withoutModel, parts, ...rest } = model
  return {
    ...rest,
    card: (card) => trusted(model.card(card)),
    encode: (rows, card) => model.encode(trusted(rows), model.card(card)),
    decode: (outputs, rows, card, features) => model.decode(outputs, rows, model.card(card), trusted(features)),
    compare: (champion, candidate, features) => model.compare(trusted(champion), trusted(candidate), trusted(features)),
    ...(withoutModel ? { withoutModel: (features) => withoutModel(trusted(features)) } : {}),
    ...(parts ? { parts: untypedParts(parts, model.card) } : {}),
  }
}

function untypedParts<Card, F>(
  parts: PartSpec<Card, F>,
  cardOf: (card: ModelCard) => Card,
): PartSpec<ModelCard, unknown> {
  return {
    of: (features, card) => parts.of(trusted(features), cardOf(card)),
    encode: (texts, card) => parts.encode(texts, cardOf(card)),
    decode: (outputs, texts, card) => parts.decode(outputs, texts, cardOf(card)),
    attach: (features, own) => parts.attach(trusted(features), own),
  }
}

/** Guarantee: callers hand over what the task's own schema or room made, so the value has that type. */
function trusted<T>(value: unknown): T {
  return value as T
}
