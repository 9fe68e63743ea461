// A body of bytes -> its records, one text at a time, in constant memory: the lines of NDJSON, or the elements of a JSON array. Our own,
// because a line that is too long, cut off or not UTF-8 must become that line's error while the rest goes on.

/** `text` is null where the bytes could not be read; then `problem` says why. */
export type Element = { line: number; text: string; problem: null } | { line: number; text: null; problem: Problem }
type Problem = 'too_long' | 'not_utf8' | 'cut_off' | 'not_array'
export type ElementLimits = { maxLineBytes: number }

const [newline, quote, backslash, comma] = [0x0a, 0x22, 0x5c, 0x2c]
const [openBracket, closeBracket, openBrace, closeBrace] = [0x5b, 0x5d, 0x7b, 0x7d]
const byteOrderMark = [0xef, 0xbb, 0xbf]

/** One element per line; empty lines are skipped but counted. */
export async function* lineElements(chunks: AsyncIterable<Uint8Array>, limits: ElementLimits): AsyncGenerator<Element> {
  const held = openHolder(limits)
  let line = 1
  for await (const chunk of withoutMark(chunks)) {
    let from = 0
    for (let at = chunk.indexOf(newline); at >= 0; at = chunk.indexOf(newline, from)) {
      held.add(chunk.subarray(from, at))
      const element = held.take(line)
      if (element) yield element
      line++
      from = at + 1
    }
    held.add(chunk.subarray(from))
  }
  const last = held.take(line)
  if (last) yield last
}

/** One element per element of a JSON array, found by brackets and quotes; JSON.parse judges each. */
export async function* arrayElements(
  chunks: AsyncIterable<Uint8Array>,
  limits: ElementLimits,
): AsyncGenerator<Element> {
  const held = openHolder(limits)
  let line = 1
  let depth = 0
  let isInText = false
  let isEscaped = false
  for await (const chunk of withoutMark(chunks)) {
    let from = 0
    for (let at = 0; at < chunk.length; at++) {
      const byte = chunk[at] ?? 0
      if (isInText) {
        if (isEscaped) isEscaped = false
        else if (byte === backslash) isEscaped = true
        else if (byte === quote) isInText = false
        continue
      }
      if (depth === 0) {
        if (byte === openBracket) {
          depth = 1
          from = at + 1
        } else if (byte > 0x20) {
          yield { line, text: null, problem: 'not_array' }
          return
        }
        continue
      }
      if (byte === quote) isInText = true
      else if (byte === openBracket || byte === openBrace) depth++
      else if (depth === 1 && (byte === comma || byte === closeBracket)) {
        held.add(chunk.subarray(from, at))
        const element = held.take(line)
        if (element) yield element
        line++
        from = at + 1
        if (byte === closeBracket) return
      } else if (byte === closeBracket || byte === closeBrace) depth--
    }
    if (depth > 0) held.add(chunk.subarray(from))
  }
  yield depth === 0 ? { line, text: null, problem: 'not_array' } : { line, text: null, problem: 'cut_off' }
}

/** Gathers the pieces of one element; past the limit it only remembers that there was too much. */
function openHolder({ maxLineBytes }: ElementLimits) {
  let pieces: Uint8Array[] = []
  let bytes = 0
  const decoder = new TextDecoder('utf-8', { fatal: true })
  return {
    add(piece: Uint8Array): void {
      bytes += piece.length
      if (bytes > maxLineBytes) pieces = []
      else if (piece.length > 0) pieces.push(piece)
    },
    take(line: number): Element | null {
      const [own, isTooLong] = [pieces, bytes > maxLineBytes]
      pieces = []
      bytes = 0
      if (isTooLong) return { line, text: null, problem: 'too_long' }
      const [only = new Uint8Array()] = own
      try {
        const text = decoder.decode(own.length > 1 ? Buffer.concat(own) : only).trim()
        return text === '' ? null : { line, text, problem: null }
      } catch {
        return { line, text: null, problem: 'not_utf8' }
      }
    },
  }
}

/** A byte order mark before the first byte is dropped, even when it comes in pieces. */
async function* withoutMark(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let seen = 0
  for await (const chunk of chunks) {
    let from = 0
    while (seen < 3 && from < chunk.length && chunk[from] === byteOrderMark[seen]) {
      seen++
      from++
    }
    if (from < chunk.length) seen = 3
    yield from === 0 ? chunk : chunk.subarray(from)
  }
}
