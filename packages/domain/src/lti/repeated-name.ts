// Whether a JSON text names a member of one object twice: JSON.parse keeps the last in silence.

/** `json` must be valid JSON. */
export function repeatsName(json: string): boolean {
  // One set of names per open object; null for an array.
  const open: (Set<string> | null)[] = []
  for (const [token] of json.matchAll(/"(?:[^"\\]|\\.)*"\s*:?|[{}[\]]/g)) {
    if (token === '{') open.push(new Set())
    else if (token === '[') open.push(null)
    else if (token === '}' || token === ']') open.pop()
    else if (token.endsWith(':')) {
      const names = open.at(-1)
      // As parsed: an escaped letter is the same letter.
      const name = String(JSON.parse(token.slice(0, -1)))
      if (names?.has(name)) return true
      names?.add(name)
    }
  }
  return false
}
