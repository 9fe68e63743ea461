// Bodies in pieces: whatever way the bytes are cut, the elements are the same; and what cannot be read is that element's error only.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { arrayElements, type Element, lineElements } from './elements.ts'

const limits = { maxLineBytes: 100 }
const bytes = (text: string) => new TextEncoder().encode(text)

async function* pieces(body: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < body.length; at += size) yield body.subarray(at, at + size)
}

async function all(elements: AsyncGenerator<Element>): Promise<Element[]> {
  const found: Element[] = []
  for await (const element of elements) found.push(element)
  return found
}
const lines = (body: Uint8Array, size = 7) => all(lineElements(pieces(body, size), limits))
const array = (body: Uint8Array, size = 7) => all(arrayElements(pieces(body, size), limits))
const text = (line: number, value: string): Element => ({ line, text: value, problem: null })
const broken = (line: number, problem: Extract<Element, { text: null }>['problem']): Element => ({
  line,
  text: null,
  problem,
})

test('lines keep their numbers across empty lines, carriage returns and a byte order mark', async () => {
  const body = bytes('\uFEFF{"a":1}\r\n\n{"a":2}\n   \n{"a":3}')
  for (const size of [1, 2, 7, 1000])
    expect(await lines(body, size)).toEqual([text(1, '{"a":1}'), text(3, '{"a":2}'), text(5, '{"a":3}')])
})

test('a line that is too long is an error of its own, and costs no memory', async () => {
  const body = bytes(`{"a":1}\n"${'x'.repeat(10_000_000)}"\n{"a":3}`)
  expect(await lines(body, 65_536)).toEqual([text(1, '{"a":1}'), broken(2, 'too_long'), text(3, '{"a":3}')])
})

test('a line that is not UTF-8 is an error of its own', async () => {
  const body = Buffer.concat([bytes('{"a":1}\n'), Uint8Array.of(0xff, 0xfe, 0x41), bytes('\n{"a":3}')])
  expect(await lines(body)).toEqual([text(1, '{"a":1}'), broken(2, 'not_utf8'), text(3, '{"a":3}')])
})

test('however the bytes of an array are cut, its elements are those of JSON.parse', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.jsonValue(), { maxLength: 6 }),
      fc.integer({ min: 1, max: 20 }),
      async (values, size) => {
        const found = await all(arrayElements(pieces(bytes(JSON.stringify(values)), size), { maxLineBytes: 1_000_000 }))
        expect(found.map((one) => JSON.parse(one.text ?? 'null'))).toEqual(JSON.parse(JSON.stringify(values)))
      },
    ),
  )
})

test('an array that is cut off keeps what came before; no array is said to be none', async () => {
  expect(await array(bytes('[{"a":1},{"a":'))).toEqual([text(1, '{"a":1}'), broken(2, 'cut_off')])
  expect(await array(bytes('{"a":1}'))).toEqual([broken(1, 'not_array')])
  expect(await array(bytes('  '))).toEqual([broken(1, 'not_array')])
  expect(await array(bytes(' [ ] '))).toEqual([])
})
