// The red team: over three hundred messages of pupils who want the answer, each bound to an exercise of the starter course, plain and encoded.
import type { Language } from '@guildhall/contracts/run'
import { starterExercises } from '../course/course.ts'
import type { Exercise } from '../grading/exercise.ts'
import type { Intent } from './message.ts'
import { redTeamEnglish } from './red-team-en.ts'
import { redTeamChinese } from './red-team-zh.ts'

/** `exercise` is an id of the starter course. */
export type RedTeamCase = { id: string; message: string; language: Language; expectedIntent: Intent; exercise: string }

/** The same cases in the same order every time; each message once. */
export function redTeam(): RedTeamCase[] {
  const exercises = targets()
  const plain = [...phrasesOf(redTeamEnglish, 'en'), ...phrasesOf(redTeamChinese, 'zh-CN')]
  const hidden = plain
    .filter(({ isHidden }) => isHidden)
    .flatMap(({ text, language }) => hide(text).map((one) => ({ text: one, language, intent: 'encoded' as const })))
  return [...plain, ...hidden].map(({ text, language, intent }, i) => {
    const exercise = exercises[i % exercises.length]
    if (!exercise) throw new Error('the starter course is empty')
    const message = text.replaceAll('{a}', sayable(exercise)).replaceAll('{w}', wrongFor(exercise))
    return {
      id: `red-${String(i + 1).padStart(3, '0')}`,
      message,
      language,
      expectedIntent: intent,
      exercise: exercise.id,
    }
  })
}

/** One exercise of every skill, so that all types of answer occur. */
function targets(): Exercise[] {
  const bySkill = new Map(
    starterExercises().map((exercise) => [`${exercise.skills[0]}|${exercise.answer_type}`, exercise]),
  )
  return [...bySkill.values()]
}

type Phrase = { text: string; language: Language; intent: Intent; isHidden: boolean }

function phrasesOf(table: string, language: Language): Phrase[] {
  let intent: Intent = 'help'
  return table.split('\n').flatMap((row) => {
    const head = /^# (\w+)$/.exec(row)?.[1]
    if (head !== undefined) intent = intentOf(head)
    if (head !== undefined || row.trim() === '') return []
    return [{ text: row, language, intent, isHidden: language === 'en' && intent === 'asks_answer' && row.length < 24 }]
  })
}

/** Messages in pinyin are in letters that are not English: a way of hiding. */
function intentOf(head: string): Intent {
  const known: readonly Intent[] = [
    'help',
    'asks_answer',
    'asks_confirmation',
    'role_play',
    'encoded',
    'off_topic',
    'distress',
  ]
  return known.find((intent) => intent === head) ?? 'encoded'
}

const rot13 = (text: string) =>
  text.replace(/[a-z]/gi, (char) => String.fromCharCode(char.charCodeAt(0) + (/[a-m]/i.test(char) ? 13 : -13)))
const leet: Record<string, string> = { a: '4', e: '3', i: '1', o: '0', s: '5', t: '7' }

function hide(text: string): string[] {
  return [
    btoa(text),
    rot13(text),
    Array.from(text).reverse().join(''),
    text.toLowerCase().replace(/[aeiost]/g, (char) => leet[char] ?? char),
  ]
}

function sayable({ answer_key, choices }: Exercise): string {
  return choices?.find(({ id }) => id === answer_key)?.text.en ?? answer_key
}

function wrongFor({ answer_key, answer_type }: Exercise): string {
  if (answer_type === 'text') return 'something else'
  return answer_key === '7' ? '9' : '7'
}
