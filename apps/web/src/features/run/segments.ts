// A sentence -> pieces, each plain or bound to the fact it states, so that the page can show where a figure comes from.

import type { Language } from '@guildhall/contracts/run'
import type { Facts } from '@guildhall/verticals/kit/facts'
import { formatFact } from '@guildhall/verticals/kit/format'

export type Segment = { key: string; text: string; fact: string | null }

type Piece = { text: string; fact: string | null }

/** The longest renderings are found first, as in the verifier; a fact that is not found word for word stays plain text. */
export function segmentsOf(
  sentence: { text: string; facts: readonly string[] },
  at: { facts: Facts; language: Language },
): Segment[] {
  const renderings = sentence.facts
    .flatMap((id) => {
      const fact = at.facts[id]
      return fact ? [{ id, text: formatFact(fact, at.language) }] : []
    })
    .sort((a, b) => b.text.length - a.text.length)
  let pieces: Piece[] = [{ text: sentence.text, fact: null }]
  for (const { id, text } of renderings) {
    pieces = pieces.flatMap((piece) => (piece.fact === null ? splitOnce(piece.text, text, id) : [piece]))
  }
  let offset = 0
  return pieces
    .filter((piece) => piece.text !== '')
    .map((piece) => {
      const key = `${offset}`
      offset += piece.text.length
      return { ...piece, key }
    })
}

function splitOnce(text: string, rendering: string, fact: string): Piece[] {
  const from = rendering === '' ? -1 : text.indexOf(rendering)
  if (from < 0) return [{ text, fact: null }]
  return [
    { text: text.slice(0, from), fact: null },
    { text: rendering, fact },
    { text: text.slice(from + rendering.length), fact: null },
  ]
}
