// Characters that no text of a template may hold: they are not seen, or turn round what is seen beside them, such as a figure.

// Control, format (bidirectional marks, zero width), surrogate, private use and unassigned characters, and the two odd line ends.
const stray = /[^\P{C}\n\t]|[\p{Zl}\p{Zp}]/u

/** The first one, as `U+202E`; null where a text holds only what is seen. */
export function strayCharacterIn(text: string): string | null {
  const found = stray.exec(text)?.[0].codePointAt(0)
  return found === undefined ? null : `U+${found.toString(16).toUpperCase().padStart(4, '0')}`
}

export type StrayCharacter = { path: string; character: string }

/** Every text of a content that holds one, by its dotted path; names of fields too. At most twenty. */
export function strayCharacters(value: unknown, path = ''): StrayCharacter[] {
  if (typeof value === 'string') {
    const character = strayCharacterIn(value)
    return character === null ? [] : [{ path, character }]
  }
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value)
    .flatMap(([key, inner]) => {
      const at = path === '' ? key : `${path}.${key}`
      const inName = strayCharacterIn(key)
      return [...(inName === null ? [] : [{ path, character: inName }]), ...strayCharacters(inner, at)]
    })
    .slice(0, 20)
}
