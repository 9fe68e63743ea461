// Which choice an answer names: by id, by letter, by number or by its text. The id wins where they disagree.
import type { Exercise } from './exercise.ts'
import { type Refusal, refusal } from './refusal.ts'
import { bareText, evenText } from './wording.ts'

type Choice = NonNullable<Exercise['choices']>[number]

/** Null when the exercise lists no choices: then only the key itself can be named. */
export function pickedChoice(exercise: Exercise, text: string): Choice | Refusal {
  const choices = exercise.choices ?? []
  const bare = bareText(text)
  const byId = choices.find(({ id }) => bareText(id) === bare)
  const byText = choices.find((choice) => textsOf(choice).includes(bare))
  const whole = byId ?? byText
  if (whole) return whole
  const named = namedIn(evenText(text))
  if (named.length > 1) return refusal('several_choices')
  const [name] = named
  const picked =
    name === undefined ? undefined : (choices.find(({ id }) => bareText(id) === name) ?? choices[placeOf(name)])
  if (picked) return picked
  const within = choices.filter((choice) => textsOf(choice).some((one) => one.length > 3 && bare.includes(one)))
  if (within.length > 1) return refusal('several_choices')
  return within[0] ?? refusal('unknown_choice')
}

const textsOf = ({ text }: Choice) => [bareText(text.en), bareText(text['zh-CN'])]

/** The letters or numbers that a short answer names: `b`, `(b)`, `option b`, `选b`, `b and c`. */
function namedIn(bare: string): string[] {
  const asked = bare.replace(
    /\b(?:the|my|answer|option|choice|letter|number|is|its|it|i|choose|pick|think|say)\b|答案|选项|选择|选|我|是|项|第|个|应该|觉得/g,
    ' ',
  )
  const names = asked.split(/\s+|\band\b|\bor\b|和|或/).filter((part) => part !== '')
  return names.every((name) => /^(?:[a-z]|\d{1,2})$/.test(name)) ? [...new Set(names)] : []
}

const placeOf = (name: string) => (/^\d+$/.test(name) ? Number(name) - 1 : name.charCodeAt(0) - 97)

export function gradeChoice(
  exercise: Exercise,
  text: string,
): { share: number; normalized: string; remark: null } | Refusal {
  const choices = exercise.choices ?? []
  const key = bareText(exercise.answer_key)
  if (choices.length === 0) {
    const [name = bareText(text)] = namedIn(evenText(text))
    return { share: name === key ? 1 : 0, normalized: name, remark: null }
  }
  const right =
    choices.find(({ id }) => bareText(id) === key) ?? choices.find((choice) => textsOf(choice).includes(key))
  if (!right) return refusal('exercise_faulty')
  const picked = pickedChoice(exercise, text)
  if ('code' in picked) return picked
  return { share: picked.id === right.id ? 1 : 0, normalized: picked.id, remark: null }
}
