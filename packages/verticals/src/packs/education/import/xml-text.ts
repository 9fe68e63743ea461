// The words of an item as a pupil reads them: markup gone, mathematics written in a line, a gap as a box.
import type { XmlElement } from './xml.ts'

const blocks = new Set(['p', 'div', 'li', 'br', 'tr', 'prompt', 'itemBody', 'contentBody', 'blockquote'])
/** Not part of the question: answers, feedback, and what only markers see. */
const hidden = new Set([
  'simpleChoice',
  'feedbackInline',
  'feedbackBlock',
  'modalFeedback',
  'rubricBlock',
  'stylesheet',
  'annotation',
  'annotationXml',
])

export const textOf = (element: XmlElement): string => even(rendered(element))

/** Of an element that is hidden where it stands, such as a choice. */
export const innerText = (element: XmlElement): string => even(element.children.map(renderedChild).join(''))

const even = (text: string) =>
  text
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ([.,;!?])/g, '$1')
    .trim()

/** All elements of a name below, in the order of the document. */
export function findAll(element: XmlElement, name: string): XmlElement[] {
  return element.children.flatMap((child) =>
    typeof child === 'string' ? [] : [...(child.name === name ? [child] : []), ...findAll(child, name)],
  )
}

function rendered(element: XmlElement): string {
  const { name, children } = element
  if (hidden.has(name)) return ''
  if (name === 'textEntryInteraction') return ' □ '
  if (name === 'math') return ` ${mathOf(element)} `
  const text = children.map(renderedChild).join('')
  return blocks.has(name) ? ` ${text} ` : text
}

const renderedChild = (child: XmlElement | string): string => (typeof child === 'string' ? child : rendered(child))

/** MathML as one types it: fractions with a stroke, powers with a hat; other layouts as their parts in a row. */
function mathOf(element: XmlElement): string {
  const parts = element.children.flatMap((child) => (typeof child === 'string' ? child.trim() : [mathOf(child)]))
  const [first = '', second = ''] = parts.filter((part) => part !== '')
  if (element.name === 'mfrac') return `${grouped(first)}/${grouped(second)}`
  if (element.name === 'msup') return `${grouped(first)}^${grouped(second)}`
  if (element.name === 'msqrt') return `√${grouped(parts.join(''))}`
  if (hidden.has(element.name)) return ''
  return element.name === 'mo' ? ` ${parts.join('')} ` : parts.join('')
}

const grouped = (text: string) => (/^[\w.]*$/.test(text.trim()) ? text.trim() : `(${text.trim()})`)
