// A document of XML -> elements with the line they begin on. No document type is allowed: without one no entity can be declared, so none
// can be fetched from outside and none can grow.
import { exerciseLimits } from '@guildhall/contracts/exercise'
import { XMLParser, XMLValidator } from 'fast-xml-parser'

export type XmlElement = {
  /** QTI 2 and 3 alike: `qti-choice-interaction` reads `choiceInteraction`. */
  name: string
  attributes: Readonly<Record<string, string>>
  children: readonly (XmlElement | string)[]
  line: number
}
export type XmlFault = { line: number; message: string; fix: string }

const limits = { maxChars: exerciseLimits.maxDocumentChars, maxTags: 100_000, maxDepth: 60 } as const

const parser = new XMLParser({
  preserveOrder: true,
  captureMetaData: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  removeNSPrefix: true,
  ignoreDeclaration: true,
  ignorePiTags: true,
  // The named characters of HTML and numbered ones; nothing that a document could declare.
  htmlEntities: true,
  maxNestedTags: limits.maxDepth,
})

/** The root element, or why the document is refused as a whole. */
export function readXml(document: string): XmlElement | XmlFault {
  const fault = faultOf(document)
  if (fault) return fault
  try {
    const lineAt = lineCounter(document)
    const roots = elementsOf(parser.parse(document), lineAt).filter((one) => typeof one !== 'string')
    const [root, ...others] = roots
    return root && others.length === 0
      ? root
      : { line: 1, message: 'has not exactly one root element', fix: 'Put the items into one element' }
  } catch (error) {
    const why = error instanceof Error ? error.message.slice(0, 120) : 'unreadable'
    return { line: 1, message: `cannot be read: ${why}`, fix: `Send XML nested at most ${limits.maxDepth} deep` }
  }
}

export const isXmlFault = (read: XmlElement | XmlFault): read is XmlFault => 'fix' in read

function faultOf(document: string): XmlFault | null {
  if (document.length > limits.maxChars)
    return { line: 1, message: `is longer than ${limits.maxChars} characters`, fix: 'Send fewer items at a time' }
  if (document.split('<').length > limits.maxTags)
    return { line: 1, message: `has more than ${limits.maxTags} tags`, fix: 'Send fewer items at a time' }
  const declared = /<!(?:DOCTYPE|ENTITY)/i.exec(document)
  if (declared)
    return {
      line: lineCounter(document)(declared.index),
      message: 'declares a document type, which could pull in files or grow without end',
      fix: 'Remove the DOCTYPE; characters may be written as they are, or as &#8722;',
    }
  const valid = XMLValidator.validate(document)
  if (valid === true) return null
  const { line, msg } = valid.err
  return {
    line: line || 1,
    message: `is not well-formed: ${msg.slice(0, 160)}`,
    fix: 'Check the tags and quotes on this line',
  }
}

const metaData = metaDataKey()

/** Of the parser's ordered form: `{name: children, ':@': attributes}`, or `{'#text': text}`. */
function elementsOf(nodes: unknown, lineAt: (at: number) => number): (XmlElement | string)[] {
  if (!Array.isArray(nodes)) return []
  return nodes.flatMap((node: unknown): (XmlElement | string)[] => {
    const entries = Object.entries(Object(node))
    const found = entries.find(([key]) => key !== ':@')
    if (!found) return []
    const [name, value] = found
    if (name === '#text') return [String(value)]
    const attributes = Object.entries(Object(Reflect.get(Object(node), ':@'))).map(([key, text]) => [
      plainName(key),
      String(text),
    ])
    const start: unknown = Reflect.get(Object(Reflect.get(Object(node), metaData)), 'startIndex')
    return [
      {
        name: plainName(name),
        attributes: Object.fromEntries(attributes),
        children: elementsOf(value, lineAt),
        line: lineAt(typeof start === 'number' ? start : 0),
      },
    ]
  })
}

/** Guarantee: the library declares the object type; what it hands out is a symbol. */
function metaDataKey(): symbol {
  return XMLParser.getMetaDataSymbol() as symbol
}

const plainName = (name: string) =>
  name.replace(/^qti-/, '').replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())

/** Line of a character, counted from 1. */
function lineCounter(document: string): (at: number) => number {
  const starts = [0]
  for (let at = document.indexOf('\n'); at >= 0; at = document.indexOf('\n', at + 1)) starts.push(at + 1)
  return (at) => {
    let [low, high] = [0, starts.length - 1]
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if ((starts[middle] ?? 0) <= at) low = middle
      else high = middle - 1
    }
    return low + 1
  }
}
