// The type of a pack: everything the platform knows of a vertical. A pack is pure data and pure functions; a worker, a page or a test can hold one.
import type { ModelCard } from '@guildhall/contracts/model-card'
import type { Language } from '@guildhall/contracts/run'
import type { z } from 'zod'
import type { Composed } from './composed.ts'
import type { FormDescriptor } from './form.ts'
import type { GoldenCase } from './golden.ts'
import type { Localized } from './localized.ts'

/** A number, the name of a level, or null for unknown. Unknown is never 0. */
export type FeatureValue = number | string | null
export type Features = Record<string, FeatureValue>

/** Contributions and logit are of the positive class (for finance: default); probability is the sigmoid of the logit. */
export type Prediction = { contributions: Record<string, number>; logit: number; probability: number }

export type Tensor = { data: Float32Array; dims: number[] }

export type ModelSpec = {
  name: string
  /** Folder of the built-in champion (model.onnx, card.json), relative to the pack file. */
  builtin: string
  /** Rows of features -> the graph's inputs. Missing values and unknown levels become NaN. */
  encode: (rows: readonly Features[], card: ModelCard) => Record<string, Tensor>
  /** The graph's outputs -> one prediction per row. Throws when a tensor is absent, has a wrong shape or is not finite. */
  decode: (outputs: Record<string, Tensor>, rows: number, card: ModelCard) => Prediction[]
}

export type ComposeArgs<Input = unknown, Content = unknown> = {
  input: Input
  content: Content
  card: ModelCard
  features: Features
  prediction: Prediction
  languages: readonly Language[]
}

export type Sample = { slug: string; title: Localized; input: Record<string, unknown> }

type TaskData = {
  /** Slug of the template every new tenant begins with. */
  starter: string
  slug: string
  title: Localized
  summary: Localized
  defaultContent: Record<string, unknown>
  form: FormDescriptor
  samples: readonly Sample[]
  goldens: readonly GoldenCase[]
  model: ModelSpec
}

/** A task as consumers hold it: parse with `input` and `content`, then hand the parsed values on. */
export type Task = TaskData & {
  input: z.ZodType
  content: z.ZodType
  features: (input: unknown, content: unknown) => Features
  compose: (args: ComposeArgs) => Composed
}

/** A task as a pack writes it: typed by its own two schemas. */
export type TaskDefinition<I extends z.ZodType, C extends z.ZodType> = TaskData & {
  input: I
  content: C
  features: (input: z.output<I>, content: z.output<C>) => Features
  compose: (args: ComposeArgs<z.output<I>, z.output<C>>) => Composed
}

export type Vertical = { slug: string; title: Localized; tasks: readonly Task[] }

/** Declares a vertical; the only thing a pack file exports. Throws on two tasks of one name, which is a slip of its author. */
export function defineVertical(vertical: Vertical): Vertical {
  const slugs = new Set(vertical.tasks.map((task) => task.slug))
  if (slugs.size !== vertical.tasks.length) throw new Error(`vertical ${vertical.slug} names a task twice`)
  return vertical
}

/** Makes a typed task into one a consumer can hold without knowing its types. Values must come from the task's own schemas. */
export function defineTask<I extends z.ZodType, C extends z.ZodType>(definition: TaskDefinition<I, C>): Task {
  return {
    ...definition,
    features: (input, content) => definition.features(trusted(input), trusted(content)),
    compose: (args) => definition.compose({ ...args, input: trusted(args.input), content: trusted(args.content) }),
  }
}

/** Guarantee: callers hand over what the task's own schema parsed, so the value has the schema's output type. */
function trusted<T>(value: unknown): T {
  return value as T
}
