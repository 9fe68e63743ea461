// Feedback -> hints and misconceptions. Praise is left out; what says the answer is kept for the last level, which only a policy opens.
import { formsOfKey, statesAny } from '../course/figures.ts'
import type { Exercise } from '../grading/exercise.ts'
import type { XmlElement } from './xml.ts'
import { findAll, innerText } from './xml-text.ts'

type Feedback = {
  hints?: { level: number; text: string }[]
  misconceptions?: { id: string; pattern: string; label: string }[]
}

const lastSafeLevel = 2
const solutionLevel = 4
const maxHints = 20
const maxChars = 400
const isPraise = /^(?:correct|right|true|feedback_?correct|正确)$/i

/** Hints take the levels in the order of the document; feedback on a wrong choice names what led to it. */
export function feedbackOf(item: XmlElement, exercise: Exercise): Feedback {
  const forms = formsOfKey(exercise)
  const texts = ['modalFeedback', 'feedbackBlock']
    .flatMap((name) => findAll(item, name))
    .filter((one) => !isAboutRight(one, exercise))
    .map((one) => innerText(one).slice(0, maxChars))
    .filter((text) => text !== '')
  const safe = texts.filter((text) => !statesAny(text, forms))
  const telling = texts.filter((text) => statesAny(text, forms))
  const hints = [
    ...safe.map((text, at) => ({ level: Math.min(at, lastSafeLevel), text })),
    ...telling.map((text) => ({ level: solutionLevel, text })),
  ].slice(0, maxHints)
  const misconceptions = findAll(item, 'simpleChoice').flatMap((choice) => misconceptionOf(choice, exercise))
  return { ...(hints.length > 0 ? { hints } : {}), ...(misconceptions.length > 0 ? { misconceptions } : {}) }
}

/** QTI shows feedback whose identifier an outcome holds; authors name it for the right answer, or for being right. */
function isAboutRight({ attributes }: XmlElement, exercise: Exercise): boolean {
  const id = attributes.identifier ?? ''
  return isPraise.test(id) || (exercise.answer_type === 'choice' && id === exercise.answer_key)
}

function misconceptionOf(choice: XmlElement, { answer_key }: Exercise) {
  const id = choice.attributes.identifier ?? ''
  const label = findAll(choice, 'feedbackInline').map(innerText).join(' ').slice(0, maxChars)
  return id === answer_key || label === '' ? [] : [{ id: `choice-${id}`, pattern: `choice ${id}`, label }]
}
