// QTI 3 items (and the same of QTI 2) -> exercises. A subset: one choice, or one gap to fill; what cannot be graded is refused item by item.
import type { Exercise } from '../grading/exercise.ts'
import { exerciseFault } from '../grading/grade.ts'
import { fault, type ItemFault, isFault } from './item-fault.ts'
import { type Answer, answerOf } from './qti-answer.ts'
import { feedbackOf } from './qti-feedback.ts'
import { isXmlFault, readXml, type XmlElement, type XmlFault } from './xml.ts'
import { findAll, textOf } from './xml-text.ts'

/** `line` is where the item begins; `value` is for the schema of `exercises` to judge. */
export type QtiItem = { line: number; value: Record<string, unknown> } | { line: number; fault: ItemFault }

const maxItems = 2000
const maxStemChars = 400
const supported = 'Supported are one choice with a single answer, and one text entry'

/** The items of a document: its root is one, or holds them. `skill` is for items that name none in `data-skill`. */
export function readQti(document: string, { skill }: { skill?: string | undefined } = {}): QtiItem[] | XmlFault {
  const root = readXml(document)
  if (isXmlFault(root)) return root
  const items = root.name === 'assessmentItem' ? [root] : findAll(root, 'assessmentItem')
  if (items.length === 0)
    return {
      line: 1,
      message: 'holds no qti-assessment-item',
      fix: 'Send QTI items; several of them inside one element',
    }
  if (items.length > maxItems)
    return { line: 1, message: `holds more than ${maxItems} items`, fix: 'Send fewer items at a time' }
  return items.map((item) => {
    const read = exerciseOf(item, skill)
    return isFault(read) ? { line: item.line, fault: read } : { line: item.line, value: read }
  })
}

/** Guarantee: a list of items has no message of its own. */
export const isDocumentFault = (read: QtiItem[] | XmlFault): read is XmlFault => !Array.isArray(read)

function exerciseOf(item: XmlElement, skill: string | undefined): Record<string, unknown> | ItemFault {
  const id = item.attributes.identifier
  if (!id) return fault('identifier', 'is missing', 'Give the item an identifier of its own')
  const found = partsOf(item)
  if (isFault(found)) return fault(`${id}.${found.location}`, found.message, found.fix)
  const { answer, stem } = found
  const skills = (item.attributes.dataSkill ?? skill ?? '').split(/[\s,]+/).filter((one) => one !== '')
  if (skills.length === 0)
    return fault(`${id}.data-skill`, 'names no skill', 'Add data-skill to the item, or send ?skill= for all items')
  const draft = { id, stem, skills, ...answer }
  const checked: Exercise = {
    ...draft,
    stem: { en: stem, 'zh-CN': stem },
    choices: answer.choices?.map(({ id: own, text }) => ({ id: own, text: { en: text, 'zh-CN': text } })),
    hints: [],
    misconceptions: [],
  }
  const ungradable = exerciseFault(checked)
  if (ungradable !== null)
    return fault(`${id}.responseDeclaration`, ungradable, 'Correct the response, so that it is graded as right')
  return { ...draft, ...feedbackOf(item, checked) }
}

function partsOf(item: XmlElement): { answer: Answer; stem: string } | ItemFault {
  const [body] = findAll(item, 'itemBody')
  if (!body) return fault('itemBody', 'is missing', 'Add the item body with one interaction')
  const interactions = interactionsIn(body)
  const [interaction, second] = interactions
  if (!interaction) return fault('itemBody', 'asks for no answer', supported)
  if (second) return fault('itemBody', `has ${interactions.length} interactions`, `Make an item of each. ${supported}`)
  const answer = answerOf(item, interaction)
  if (isFault(answer)) return answer
  const stem = textOf(body)
  if (stem.replaceAll('□', '').trim() === '')
    return fault('itemBody', 'has no question', 'Write the question into the body')
  if (stem.length > maxStemChars)
    return fault('itemBody', `has ${stem.length} characters`, `Shorten the question to ${maxStemChars} characters`)
  return { answer, stem }
}

function interactionsIn(element: XmlElement): XmlElement[] {
  return element.children.flatMap((child) => {
    if (typeof child === 'string') return []
    return child.name.endsWith('Interaction') ? [child] : interactionsIn(child)
  })
}
