// The form of a task as data: the web draws any pack from it, so it holds no React and no code.
import type { Localized } from './localized.ts'

type FieldKind = 'text' | 'number' | 'money' | 'fraction' | 'select' | 'boolean' | 'date'

export type FormField = {
  /** Dotted path into the input, as in `product.amount`. */
  path: string
  label: Localized
  kind: FieldKind
  required: boolean
  options?: readonly { value: string; label: Localized }[]
  unit?: 'months' | 'years' | 'points' | 'count'
  /** In the unit of the input: a fraction is 0–1. */
  min?: number
  max?: number
  help?: Localized
}

type FormGroup = { id: string; title: Localized; fields: readonly FormField[] }
export type FormDescriptor = { groups: readonly FormGroup[] }

/** Every path a form can fill. */
export function formPaths(form: FormDescriptor): string[] {
  return form.groups.flatMap((group) => group.fields.map((field) => field.path))
}
