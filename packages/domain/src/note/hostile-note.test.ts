// Whatever a wording or an applicant writes, a document shows it as text: read back by a real Markdown parser, and looked for in the PDF.
import { inflateSync } from 'node:zlib'
import fc from 'fast-check'
import { marked, type Token } from 'marked'
import { describe, expect, test } from 'vitest'
import { noteMarkdown } from './markdown.ts'
import { notePdf } from './pdf.ts'
import type { NoteDocument } from './read.ts'

const hostile = [
  '<script>alert(document.cookie)</script>',
  '</li></ul><script src="//evil.example/x.js"></script>',
  '<img src=x onerror="alert(document.domain)">',
  '<svg/onload=alert(document.domain)>',
  '<iframe srcdoc="<script>parent.x</script>"></iframe>',
  '<!-- hidden -->',
  '<?php echo 1 ?>',
  '<https://evil.example>',
  '[debt](javascript:alert(document.domain))',
  '[debt](data:text/html;base64,PHNjcmlwdD4=)',
  '![debt](https://evil.example/pixel.png)',
  '[debt][evil]',
  '[evil]: https://evil.example',
  'https://evil.example/?q=debt',
  'www.evil.example',
  'somebody@evil.example',
  'ftp://evil.example',
  '# Approved',
  '## Approved',
  '---',
  '***',
  '- - - debt',
  '+ debt',
  '1. debt',
  '1) debt',
  '> quoted',
  '`code` and ``more``',
  '~~~ debt',
  '```js',
  '    indented',
  '**bold** __bold__ *it* _it_ ~~gone~~',
  '| debt | income |',
  '===',
  '&lt;script&gt;alert(document.domain)&lt;/script&gt;',
  '&#60;script&#62;',
  '[x] done',
  '\\<script>',
  '\\\\<script>',
  '$$x$$',
  ':warning:',
  '\u202edebt\u202c',
]

const noteOf = (sentences: readonly string[], title = 'Summary'): NoteDocument => ({
  title: 'Risk note',
  language: 'en',
  contentId: `sha256:${'0'.repeat(64)}`,
  run: 'run_1',
  model: 'consumer-pd v1',
  label: 'AI-generated. Supports a decision; verify before use.',
  sections: [{ id: 's', title, sentences: sentences.map((text) => ({ text, facts: [] })) }],
  result: {
    id: 'res_1',
    object: 'result',
    run: 'run_1',
    vertical: 'finance',
    template: { id: 'tpl_1', slug: 'consumer-risk-note', version: 1, digest: 'sha256:0' },
    model: null,
    input_digest: 'sha256:0',
    seed: 42,
    language: ['en'],
    created_at: '2026-11-24T00:00:00.000Z',
    verification: { status: 'passed', sentences: 1, claims: 0, failed: 0, mode: 'deterministic' },
    usage: { queue_ms: 0, rooms: {}, inference_ms: 0, batch_size: 1, total_ms: 0 },
    facts: {},
    output: {},
  },
})

/** Tokens of the part behind the front matter, all levels flat. */
function tokensOf(markdown: string): Token[] {
  const body = markdown.replace(/^---\n[\s\S]*?\n---\n/, '')
  const found: Token[] = []
  void marked.walkTokens(marked.lexer(body), (token) => void found.push(token))
  return found
}

const plainTypes = ['space', 'heading', 'blockquote', 'paragraph', 'list', 'list_item', 'text', 'escape']

function expectPlain(sentence: string): void {
  const tokens = tokensOf(noteMarkdown(noteOf([sentence], sentence)))
  expect(tokens.filter((token) => !plainTypes.includes(token.type)).map((token) => token.raw)).toEqual([])
  // The title, the section's heading, one list of one sentence.
  expect(tokens.filter((token) => token.type === 'heading')).toHaveLength(2)
  expect(tokens.filter((token) => token.type === 'list')).toHaveLength(1)
  expect(tokens.filter((token) => token.type === 'list_item')).toHaveLength(1)
}

describe('Markdown', () => {
  test.each(hostile)('%s is text', expectPlain)

  test('property: any line is text', () => {
    const piece = fc.oneof(
      fc.constantFrom(...hostile),
      fc.constantFrom(...'\\`*_{}[]()#+-.!|<>~=&:@/ 1a'.split('')),
      fc.string(),
    )
    const line = fc
      .array(piece, { minLength: 1, maxLength: 6 })
      .map((pieces) => pieces.join(''))
      .filter((text) => text.trim() !== '')
    fc.assert(fc.property(line, expectPlain), { numRuns: 500 })
  })

  test('an address after an underline is no link either', () => expectPlain('_www.evil.example'))

  test('what is written is what is read', () => {
    const [sentence] = tokensOf(noteMarkdown(noteOf(['<b>Debt</b> & *income* at 45.0%, see www.evil.example']))).filter(
      (token) => token.type === 'list_item',
    )
    expect(marked.parse(String(sentence?.raw))).toBe(
      '<ul>\n<li>&lt;b&gt;Debt&lt;/b&gt; &amp; *income* at 45.0%, see www.evil.example</li>\n</ul>\n',
    )
  })
})

describe('PDF', () => {
  test('all of it in one document: no link, no action, no script, no file, no form', async () => {
    const pdf = Buffer.from(await notePdf(noteOf([...hostile, 'x'.repeat(2000)]), 'A4'))
    const text = readable(pdf)
    expect(text).toContain('/Page')
    for (const word of [
      '/URI',
      '/JavaScript',
      '/JS',
      '/Launch',
      '/Annots',
      '/AcroForm',
      '/EmbeddedFile',
      '/OpenAction',
    ])
      expect(text.includes(word), word).toBe(false)
  })

  test('a thousand lines are a bounded document', async () => {
    const pdf = await notePdf(noteOf(Array.from({ length: 1000 }, (_, at) => `${hostile[at % hostile.length]}`)), 'A4')
    expect(pdf.length).toBeLessThan(5_000_000)
  })
})

/** The objects of a PDF and what its compressed streams hold. */
function readable(pdf: Buffer): string {
  const whole = pdf.toString('latin1')
  const streams = [...whole.matchAll(/stream\r?\n/g)].map((match) => {
    const from = match.index + match[0].length
    const to = whole.indexOf('endstream', from)
    try {
      return inflateSync(pdf.subarray(from, to)).toString('latin1')
    } catch {
      // Fonts are not looked into.
      return ''
    }
  })
  return [whole.replaceAll(/stream\r?\n[\s\S]*?endstream/g, ''), ...streams].join('\n')
}
