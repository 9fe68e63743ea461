// QTI items of our own: what becomes of the good ones, what a bad one is told, and that no document reaches outside or grows.
import { expect, test } from 'vitest'
import { exercises } from '../collections.ts'
import { isDocumentFault, readQti } from './qti.ts'

const namespace = 'xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0"'
const item = (id: string, inside: string, attributes = 'data-skill="percent-of"') =>
  `<qti-assessment-item ${namespace} identifier="${id}" title="T" adaptive="false" time-dependent="false" ${attributes}>\n${inside}\n</qti-assessment-item>`
const declared = (base: string, inside: string) =>
  `<qti-response-declaration identifier="RESPONSE" cardinality="single" base-type="${base}">${inside}</qti-response-declaration>`
const correct = (value: string) => `<qti-correct-response><qti-value>${value}</qti-value></qti-correct-response>`
const gap = '<qti-text-entry-interaction response-identifier="RESPONSE" expected-length="8"/>'
const body = (inside: string) => `<qti-item-body>${inside}</qti-item-body>`

const choice = item(
  'sale',
  `${declared('identifier', correct('B'))}
  ${body(`<p>A coat of <strong>80</strong> dollars gets 25&#37; cheaper.</p>
  <qti-choice-interaction response-identifier="RESPONSE" max-choices="1" shuffle="true">
    <qti-prompt>What does it cost now?</qti-prompt>
    <qti-simple-choice identifier="A">55 dollars <qti-feedback-inline identifier="A" outcome-identifier="F" show-hide="show">Took the percentage for dollars</qti-feedback-inline></qti-simple-choice>
    <qti-simple-choice identifier="B">60 dollars <qti-feedback-inline identifier="B" outcome-identifier="F" show-hide="show">Well done</qti-feedback-inline></qti-simple-choice>
    <qti-simple-choice identifier="C">20 dollars</qti-simple-choice>
  </qti-choice-interaction>`)}
  <qti-modal-feedback identifier="h1" outcome-identifier="F" show-hide="show"><qti-content-body><p>Cheaper than what?</p></qti-content-body></qti-modal-feedback>
  <qti-modal-feedback identifier="h2" outcome-identifier="F" show-hide="show"><qti-content-body>The answer is 60 dollars.</qti-content-body></qti-modal-feedback>
  <qti-modal-feedback identifier="correct" outcome-identifier="F" show-hide="show"><qti-content-body>Great!</qti-content-body></qti-modal-feedback>`,
)
const decimal = item(
  'speed',
  `${declared('float', correct('2.5'))}${body(`<p>Divide 10 by 4: ${gap}</p>`)}
  <qti-response-processing><qti-response-condition><qti-response-if><qti-equal tolerance-mode="absolute" tolerance="0.05 0.1"/></qti-response-if></qti-response-condition></qti-response-processing>`,
)
const fractionItem = item(
  'maths',
  `${declared('string', correct('5/6'))}${body(`<p>Add <math xmlns="http://www.w3.org/1998/Math/MathML"><mfrac><mn>1</mn><mn>2</mn></mfrac><mo>+</mo><mfrac><mn>1</mn><mn>3</mn></mfrac></math>. ${gap}</p>`)}`,
)
const words = item(
  'term',
  `${declared('string', `<qti-mapping default-value="0"><qti-map-entry map-key="分母" mapped-value="2"/><qti-map-entry map-key="denominator" mapped-value="2"/><qti-map-entry map-key="bottom" mapped-value="1"/></qti-mapping>`)}
  ${body(`<p>分数线下面的数叫 ${gap}</p>`)}`,
  'xml:lang="zh-CN" data-skill="frac-meaning"',
)
const older = `<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="old" title="T"><responseDeclaration identifier="R1" cardinality="single" baseType="integer"><correctResponse><value>12</value></correctResponse></responseDeclaration><itemBody><p>What is 3 · 4? <textEntryInteraction responseIdentifier="R1"/></p></itemBody></assessmentItem>`

const good = (document: string, skill?: string) => {
  const read = readQti(document, { skill })
  if (isDocumentFault(read)) throw new Error(read.message)
  return read.map((one) => ('value' in one ? exercises.schema.parse(one.value) : one.fault))
}
const refusal = (document: string) => {
  const read = readQti(document, { skill: 's' })
  if (isDocumentFault(read)) return read
  const [first] = read
  return first && 'fault' in first ? first.fault : first
}

test('a choice keeps its choices, its feedback becomes hints and misconceptions, and praise is left out', () => {
  expect(good(choice)).toMatchObject([
    {
      id: 'sale',
      stem: 'A coat of 80 dollars gets 25% cheaper. What does it cost now?',
      answer_type: 'choice',
      answer_key: 'B',
      choices: [
        { id: 'A', text: '55 dollars' },
        { id: 'B', text: '60 dollars' },
        { id: 'C', text: '20 dollars' },
      ],
      skills: ['percent-of'],
      hints: [
        { level: 0, text: 'Cheaper than what?' },
        { level: 4, text: 'The answer is 60 dollars.' },
      ],
      misconceptions: [{ id: 'choice-A', pattern: 'choice A', label: 'Took the percentage for dollars' }],
    },
  ])
})

test('numbers with a tolerance, fractions in MathML, words with their equals, and items of QTI 2', () => {
  const document = `<?xml version="1.0" encoding="UTF-8"?>\n<items>${[decimal, fractionItem, words, older].join('\n')}</items>`
  expect(good(document, 'frac-add-unlike')).toMatchObject([
    { answer_type: 'numeric', answer_key: '2.5', tolerance: { absolute: 0.1 }, stem: 'Divide 10 by 4: □' },
    { answer_type: 'numeric', answer_key: '5/6', stem: 'Add 1/2 + 1/3. □' },
    { answer_type: 'text', answer_key: '分母', accepts: ['denominator'], skills: ['frac-meaning'] },
    { id: 'old', answer_type: 'numeric', answer_key: '12', skills: ['frac-add-unlike'] },
  ])
})

test.each([
  [
    'free writing',
    item(
      'a',
      `${declared('string', '')}${body('<p>Say why.</p><qti-extended-text-interaction response-identifier="RESPONSE"/>')}`,
    ),
    'free writing',
  ],
  ['several choices', choice.replace('max-choices="1"', 'max-choices="0"'), 'more than one choice'],
  ['a key that is no choice', choice.replace('<qti-value>B<', '<qti-value>Z<'), 'no choice'],
  [
    'two gaps',
    item('a', `${declared('float', correct('1'))}${body(`<p>Now ${gap} and ${gap}</p>`)}`),
    '2 interactions',
  ],
  ['no key', item('a', `${declared('float', '')}${body(`<p>Now ${gap}</p>`)}`), 'is missing'],
  ['a word as a number', item('a', `${declared('float', correct('many'))}${body(`<p>Now ${gap}</p>`)}`), 'no number'],
  [
    'another interaction',
    item(
      'a',
      `${declared('point', correct('1 2'))}${body('<p>Where?</p><qti-hotspot-interaction response-identifier="RESPONSE"/>')}`,
    ),
    'not supported',
  ],
  ['no question', item('a', `${declared('float', correct('1'))}${body(gap)}`), 'no question'],
  [
    'a question without end',
    item('a', `${declared('float', correct('7'))}${body(`<p>${'x '.repeat(300)}${gap}</p>`)}`),
    'characters',
  ],
])('an item with %s is refused, and says what to do', (_, document, why) => {
  const refused = refusal(document)
  expect(refused).toMatchObject({ message: expect.stringContaining(why), fix: expect.stringMatching(/\w/) })
})

test('a bad item is refused on its own line, and the others are kept', () => {
  const bad = item('bad', `${declared('float', '')}${body(`<p>Now ${gap}</p>`)}`)
  const read = readQti(`<items>\n${decimal}\n${bad}\n${fractionItem}\n</items>`)
  if (isDocumentFault(read)) throw new Error(read.message)
  expect(read.map((one) => ('fault' in one ? one.line : 'kept'))).toEqual([
    'kept',
    2 + decimal.split('\n').length,
    'kept',
  ])
})

test.each([
  ['a file from outside', `<!DOCTYPE i [<!ENTITY x SYSTEM "file:///etc/passwd">]><i>&x;</i>`],
  ['an address from outside', `<!DOCTYPE i SYSTEM "http://127.0.0.1:1/x.dtd"><i/>`],
  ['a parameter entity', `<!DOCTYPE i [<!ENTITY % x SYSTEM "http://127.0.0.1:1/">%x;]><i/>`],
  [
    'a billion laughs',
    `<!doctype i [<!ENTITY a "ha"><!ENTITY b "${'&a;'.repeat(10)}"><!ENTITY c "${'&b;'.repeat(10)}">]><i>&c;</i>`,
  ],
])('a document with %s is refused before it is read', (_, document) => {
  expect(readQti(document)).toMatchObject({ message: expect.stringContaining('document type') })
})

test('an entity that nobody declared stays the letters it is', () => {
  const document = item('e', `${declared('integer', correct('7'))}${body(`<p>&passwd; &amp; 3 &lt; x? ${gap}</p>`)}`)
  expect(good(document)).toMatchObject([{ stem: '&passwd; & 3 < x? □' }])
})

test.each([
  ['not XML', 'id,stem\n1,2', 'not well-formed'],
  ['cut off', '<items><qti-assessment-item', 'not well-formed'],
  ['without items', '<items/>', 'no qti-assessment-item'],
  ['too long', `<a>${'x'.repeat(2_000_001)}</a>`, 'longer than'],
  ['of too many tags', `<a>${'<b/>'.repeat(100_001)}</a>`, 'tags'],
  ['nested without end', '<a>'.repeat(5000) + '</a>'.repeat(5000), 'cannot be read'],
  ['that names a prototype', '<a><__proto__ x="1"/></a>', 'cannot be read'],
  ['with two roots', '<a/><b/>', 'root'],
])('a document %s is refused as a whole', (_, document, why) => {
  expect(readQti(document)).toMatchObject({ line: expect.any(Number), message: expect.stringContaining(why) })
})
