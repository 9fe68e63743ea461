// Reads and writes a value at a dotted path of the input. Unknown is left out, never an empty text.
type Tree = Record<string, unknown>

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null && !Array.isArray(value)

export function valueAt(tree: Tree, path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => (isTree(value) ? value[key] : undefined), tree)
}

/** A copy with the value set; undefined removes the key, and an object that becomes empty goes with it. */
export function withValue(tree: Tree, path: string, value: unknown): Tree {
  const [key = '', ...rest] = path.split('.')
  const copy = { ...tree }
  const inner = rest.length === 0 ? value : withValue(isTree(copy[key]) ? copy[key] : {}, rest.join('.'), value)
  const isGone = inner === undefined || (rest.length > 0 && isTree(inner) && Object.keys(inner).length === 0)
  if (isGone) delete copy[key]
  else copy[key] = inner
  return copy
}
