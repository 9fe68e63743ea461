// A text as a model of meaning reads it: subword pieces, the terms of the word search, or the longest words the model knows.
import type { EmbeddingCard } from '@guildhall/contracts/model-card'
import { type PieceTable, piecesOf, pieceTable } from './pieces.ts'
import { languageOf, passageTerms } from './terms.ts'

/** What is longer is cut off: pieces by what the encoder was trained on, terms so that one passage stays one small row. */
const maxPieces = 128
const maxTerms = 256
/** Characters of the longest word that is looked up. */
const maxWordLength = 8

export type CutName = 'pieces' | 'terms' | 'words'
/** Numbers in the card's order; empty where the text says nothing to the model. `how` is null where it does not know the language. */
export type Cut = { how: CutName | null; numbers: number[] }

type Tables = { pieces: PieceTable | null; terms: ReadonlyMap<string, number>; words: ReadonlyMap<string, number> }
const tablesByCard = new WeakMap<object, Tables>()

function tablesOf(card: Pick<EmbeddingCard, 'pieces' | 'terms' | 'words'>): Tables {
  const known = tablesByCard.get(card)
  if (known) return known
  const numbered = (texts: readonly string[] = []) => new Map(texts.map((text, at) => [text, at]))
  const tables = {
    pieces: card.pieces ? pieceTable(card.pieces.texts, card.pieces.scores) : null,
    terms: numbered(card.terms),
    words: numbered(card.words),
  }
  tablesByCard.set(card, tables)
  return tables
}

export function cutText(text: string, card: EmbeddingCard): Cut {
  const { pieces, terms, words } = tablesOf(card)
  const how = card.cuts[languageOf(text)]
  if (how === null) return { how, numbers: [] }
  if (how === 'pieces') return { how, numbers: pieces ? piecesOf(text, pieces).slice(0, maxPieces) : [] }
  const [found, numbers] = how === 'terms' ? [passageTerms(text), terms] : [wordsOf(text, words), words]
  return { how, numbers: found.flatMap((one) => numbers.get(one) ?? []).slice(0, maxTerms) }
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
