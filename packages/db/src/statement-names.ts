// Names for statements that come again, so that Postgres parses and plans them once a connection.
import { LRUCache } from 'lru-cache'

const maxNamed = 200
/** Postgres forgets a statement of this name at the next one. */
const unnamed = ''

/**
 * A statement gets its name at its second coming, and the first two hundred of a process get one: lists in a query make a statement of their
 * own for every length. Everything on one pool must be named by the same function.
 */
export function nameStatements(): (text: string) => string {
  const seen = new LRUCache<string, true>({ max: 1000 })
  const names = new Map<string, string>()
  return (text) => {
    const known = names.get(text)
    if (known !== undefined || names.size >= maxNamed) return known ?? unnamed
    if (!seen.has(text)) seen.set(text, true)
    else names.set(text, `guildhall_${names.size}`)
    return names.get(text) ?? unnamed
  }
}
