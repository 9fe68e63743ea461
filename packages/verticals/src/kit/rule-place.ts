// Reads and writes one place of a content, or of a rule in it, by its dotted path. Nothing is changed in place.
import { isPlain, ownValue } from './keyed.ts'

/** Undefined where there is no such place. An empty path is the value itself. */
export function ownAt(of: unknown, path: string): unknown {
  if (path === '') return of
  return path.split('.').reduce<unknown>((found, key) => (isPlain(found) ? ownValue(found, key) : undefined), of)
}

export function withOwn(of: unknown, path: string, value: unknown): unknown {
  if (path === '') return value
  const [key = '', ...rest] = path.split('.')
  const tree = isPlain(of) ? of : {}
  return { ...tree, [key]: withOwn(ownValue(tree, key), rest.join('.'), value) }
}
