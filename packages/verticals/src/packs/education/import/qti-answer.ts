// What an item takes for right: of a choice the identifier, of a gap the correct response, what its mapping gives full marks, and how near is near.
import { fault, type ItemFault } from './item-fault.ts'
import type { XmlElement } from './xml.ts'
import { findAll, innerText } from './xml-text.ts'

export type Answer = {
  answer_type: 'numeric' | 'choice' | 'text'
  answer_key: string
  choices?: { id: string; text: string }[]
  accepts?: string[]
  tolerance?: { absolute?: number; relative?: number }
}

const number = /^[-−+]?(?:\d+ \d+\/\d+|\d+\/\d+|\d+(?:\.\d+)?|\.\d+)%?$/
const maxChoices = 12
const maxAccepted = 20

export function answerOf(item: XmlElement, interaction: XmlElement): Answer | ItemFault {
  const id = interaction.attributes.responseIdentifier ?? 'RESPONSE'
  const declaration = findAll(item, 'responseDeclaration').find((one) => one.attributes.identifier === id)
  if (!declaration)
    return fault('responseDeclaration', `declares no ${id}`, `Add a response declaration with the identifier ${id}`)
  const right = rightOf(declaration)
  if (interaction.name === 'choiceInteraction') return choiceOf(interaction, right)
  if (interaction.name === 'textEntryInteraction') return entryOf(item, { declaration, right })
  if (interaction.name === 'extendedTextInteraction')
    return fault(
      'extendedTextInteraction',
      'asks for free writing, which no rule can grade',
      'Ask for a short text entry, or leave the item out',
    )
  return fault(interaction.name, 'is not supported', 'Supported are choiceInteraction and textEntryInteraction')
}

/** Best first: the correct response, then what the mapping gives as much as its best entry. */
function rightOf(declaration: XmlElement): string[] {
  const correct = findAll(declaration, 'correctResponse').flatMap((one) => findAll(one, 'value').map(innerText))
  const entries = findAll(declaration, 'mapEntry').map(({ attributes }) => ({
    key: (attributes.mapKey ?? '').trim(),
    marks: Number(attributes.mappedValue),
  }))
  const most = Math.max(0, ...entries.map((entry) => entry.marks).filter(Number.isFinite))
  const mapped = entries.filter((entry) => entry.marks > 0 && entry.marks === most).map((entry) => entry.key)
  return [...new Set([...correct, ...mapped])].filter((one) => one !== '')
}

function choiceOf(interaction: XmlElement, right: readonly string[]): Answer | ItemFault {
  const [key, other] = right
  if (interaction.attributes.maxChoices !== undefined && interaction.attributes.maxChoices !== '1')
    return fault('choiceInteraction', 'takes more than one choice', 'Set max-choices to 1, or make several items of it')
  const choices = findAll(interaction, 'simpleChoice').map((one) => ({
    id: one.attributes.identifier ?? '',
    text: innerText(one),
  }))
  if (choices.length < 2 || choices.length > maxChoices)
    return fault('choiceInteraction', `has ${choices.length} choices`, `Give two to ${maxChoices} choices`)
  if (choices.some((choice) => choice.id === '' || choice.text === ''))
    return fault('simpleChoice', 'has no identifier or no text', 'Give every choice both; pictures are not read')
  if (new Set(choices.map((choice) => choice.id)).size < choices.length)
    return fault('simpleChoice', 'shares its identifier with another', 'Give every choice an identifier of its own')
  if (key === undefined || other !== undefined)
    return fault('correctResponse', 'does not name exactly one choice', 'Name the right choice')
  if (!choices.some((choice) => choice.id === key))
    return fault(
      'correctResponse',
      `names ${key.slice(0, 40)}, which is no choice`,
      `Name one of ${choices.map((choice) => choice.id).join(', ')}`,
    )
  return { answer_type: 'choice', answer_key: key, choices }
}

type Entry = { declaration: XmlElement; right: readonly string[] }

function entryOf(item: XmlElement, { declaration, right }: Entry): Answer | ItemFault {
  const [key, ...others] = right
  if (key === undefined)
    return fault('correctResponse', 'is missing', 'Add a correct response, or a mapping that gives marks')
  const base = declaration.attributes.baseType
  const isNumber = right.every((one) => number.test(one))
  if ((base === 'float' || base === 'integer') && !isNumber)
    return fault(
      'correctResponse',
      `is no number, though the base type is ${base}`,
      'Send a number, or the base type string',
    )
  if (!isNumber)
    return {
      answer_type: 'text',
      answer_key: key,
      ...(others.length > 0 ? { accepts: others.slice(0, maxAccepted) } : {}),
    }
  const tolerance = toleranceOf(item)
  return { answer_type: 'numeric', answer_key: key.replace(/^\+/, ''), ...(tolerance ? { tolerance } : {}) }
}

/** Of `qti-equal` in the response processing; the wider of its two sides. Relative ones are percent there and fractions here. */
function toleranceOf(item: XmlElement): Answer['tolerance'] | null {
  const equal = findAll(item, 'equal').find((one) => one.attributes.tolerance)
  const sides = (equal?.attributes.tolerance ?? '')
    .split(/\s+/)
    .map(Number)
    .filter((side) => Number.isFinite(side) && side >= 0)
  const wide = Math.max(0, ...sides)
  if (!equal || wide === 0) return null
  return equal.attributes.toleranceMode === 'relative' ? { relative: wide / 100 } : { absolute: wide }
}
