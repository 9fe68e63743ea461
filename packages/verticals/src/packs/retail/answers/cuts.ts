// A text as a model of meaning reads it: subword pieces, the terms of the word search, or the longest words the model knows.
import type { EmbeddingCard } from '@guildhall/contracts/model-card'
import { type PieceTable, piecesOf, pieceTable } from './pieces.ts'
import { languageOf, passageTerms } from './terms.ts'

/** What is longer is cut off: pieces by what the encoder was trained on, terms so that one passage stays one small row. */
const maxPieces = 128
const maxTerms = 256
/** Characters of the longest word that is looked up. */
const maxWordLength = 8

export type Cut = { pieces: number[]; terms: number[] }

type Tables = { pieces: PieceTable | null; terms: ReadonlyMap<string, number> }
const tablesByCard = new WeakMap<EmbeddingCard, Tables>()

function tablesOf(card: EmbeddingCard): Tables {
  const known = tablesByCard.get(card)
  if (known) return known
  const tables = {
    pieces: card.pieces ? pieceTable(card.pieces.texts, card.pieces.scores) : null,
    terms: new Map(card.terms.map((term, at) => [term, at])),
  }
  tablesByCard.set(card, tables)
  return tables
}

/** Numbers in the card's order; empty where the text says nothing to the model. */
export function cutText(text: string, card: EmbeddingCard): Cut {
  const { pieces, terms } = tablesOf(card)
  const how = card.cuts[languageOf(text)]
  if (how === 'pieces') return { pieces: pieces ? piecesOf(text, pieces).slice(0, maxPieces) : [], terms: [] }
  if (how === null) return { pieces: [], terms: [] }
  const found = how === 'terms' ? passageTerms(text) : wordsOf(text, terms)
  return { pieces: [], terms: found.flatMap((term) => terms.get(term) ?? []).slice(0, maxTerms) }
}

const hanRun = /\p{Script=Han}+/gu

/** From the left, always the longest word that is known; what is none is passed over. */
function wordsOf(text: string, known: ReadonlyMap<string, number>): string[] {
  const found: string[] = []
  for (const [run] of text.normalize('NFKC').matchAll(hanRun)) {
    const characters = Array.from(run)
    for (let at = 0; at < characters.length; ) {
      let length = Math.min(maxWordLength, characters.length - at)
      while (length > 0 && !known.has(characters.slice(at, at + length).join(''))) length--
      if (length > 0) found.push(characters.slice(at, at + length).join(''))
      at += Math.max(length, 1)
    }
  }
  return found
}
