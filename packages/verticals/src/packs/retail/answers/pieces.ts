// Text -> the pieces of a unigram vocabulary (Kudo 2018): the cut whose pieces have the largest sum of log probabilities, by Viterbi. A word begins with ▁.

/** `scores` are log probabilities, in the order of the pieces; the first `reserved` of them stand for no text. */
export type PieceTable = { numbers: ReadonlyMap<string, number>; scores: readonly number[]; longest: number }

const unknown = 0
const reserved = 6
/** What a character outside the vocabulary costs: more than any piece. */
const unknownScore = -100

export function pieceTable(vocabulary: readonly string[], scores: readonly number[]): PieceTable {
  const usable = vocabulary.map((piece, at) => [piece, at] as const).slice(reserved)
  const longest = usable.reduce((most, [piece]) => Math.max(most, Array.from(piece).length), 0)
  return { numbers: new Map(usable), scores, longest }
}

/** Numbers of pieces; neighbouring unknown characters are one unknown piece. Empty for a text without anything. */
export function piecesOf(text: string, { numbers, scores, longest }: PieceTable): number[] {
  const plain = text.normalize('NFKC').trim().replace(/\s+/g, ' ')
  if (plain === '') return []
  const symbols = Array.from(`▁${plain.replaceAll(' ', '▁')}`)
  const best = new Float64Array(symbols.length + 1).fill(Number.NEGATIVE_INFINITY)
  const from = new Int32Array(symbols.length + 1)
  const piece = new Int32Array(symbols.length + 1)
  best[0] = 0
  const offer = (start: number, end: number, { number, score }: { number: number; score: number }) => {
    const total = (best[start] ?? 0) + score
    if (total <= (best[end] ?? 0)) return
    best[end] = total
    from[end] = start
    piece[end] = number
  }
  for (let start = 0; start < symbols.length; start++) {
    let read = ''
    for (let end = start + 1; end <= Math.min(symbols.length, start + longest); end++) {
      read += symbols[end - 1]
      const number = numbers.get(read)
      if (number !== undefined) offer(start, end, { number, score: scores[number] ?? unknownScore })
    }
    offer(start, start + 1, { number: unknown, score: unknownScore })
  }
  return readBack(piece, from)
}

function readBack(piece: Int32Array, from: Int32Array): number[] {
  const found: number[] = []
  for (let at = piece.length - 1; at > 0; at = from[at] ?? 0) {
    const number = piece[at] ?? unknown
    if (number !== unknown || found.at(-1) !== unknown) found.push(number)
  }
  return found.reverse()
}
