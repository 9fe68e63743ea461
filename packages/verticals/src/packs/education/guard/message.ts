// What a pupil's message wants, by rule: the same message always means the same. Replies are fixed lines, so that no message can draw anything out of them.
import type { Language } from '@guildhall/contracts/run'
import type { Localized } from '../../../kit/localized.ts'
import type { Exercise } from '../grading/exercise.ts'
import { plainText } from '../grading/plain.ts'
import { screenText } from '../safety/screen.ts'
import { decodings } from './decode.ts'
import { intentWords } from './intent-words.ts'
import { mentionsIn } from './mentions.ts'

export type Intent = 'help' | 'asks_answer' | 'asks_confirmation' | 'role_play' | 'encoded' | 'off_topic' | 'distress'
export type Reading = { intent: Intent; language: Language }

/** Only the beginning of a longer message is read. */
const maxChars = 2000

export function readMessage(message: string, exercise: Exercise): Reading {
  const text = plainText(message.slice(0, maxChars)).text.toLowerCase().replace(/\s+/g, ' ').trim()
  const language: Language = isChinese(text, message) ? 'zh-CN' : 'en'
  const intent = plainIntent(text, exercise)
  if (intent !== null && intent !== 'off_topic') return { intent, language }
  const hidden = decodings(message.slice(0, maxChars)).find(({ text: one }) => isRequest(one, exercise))
  if (hidden) return { intent: 'encoded', language: hidden.language ?? language }
  // In doubt a pupil wants help.
  return { intent: intent ?? 'help', language }
}

const isRequest = (text: string, exercise: Exercise) => {
  const intent = plainIntent(text.toLowerCase(), exercise)
  return intent !== null && intent !== 'off_topic'
}

/** The first that fits, gravest first; null when no words of any intent stand in it. */
function plainIntent(text: string, exercise: Exercise): Intent | null {
  const { kinds } = screenText(text)
  if (kinds.includes('self_harm') || kinds.includes('abuse') || intentWords.distress.test(text)) return 'distress'
  if (intentWords.role_play.test(text)) return 'role_play'
  if (intentWords.encoded.test(text)) return 'encoded'
  if (intentWords.leave_to_help.test(text)) return 'help'
  if (isGuess(text, exercise)) return 'asks_confirmation'
  if (intentWords.asks_answer.test(text)) return 'asks_answer'
  if (intentWords.asks_confirmation.test(text)) return 'asks_confirmation'
  if (intentWords.off_topic.test(text)) return 'off_topic'
  if (intentWords.help.test(text)) return 'help'
  return intentWords.speaks_of_answer.test(text) ? 'asks_answer' : null
}

/** A value held out for approval: `5?`, "so it's 3/4, right", 答案是五吗, "I got 12". */
function isGuess(text: string, exercise: Exercise): boolean {
  const isHeldOut = intentWords.holds_out.test(text)
  if (holdsOwnFigure(text, exercise)) return true
  if (!isHeldOut && text.length > 24) return false
  const bare = text.replace(/\?|吗|呢|吧/g, '').trim()
  const names = [
    exercise.answer_key,
    ...(exercise.accepts ?? []),
    ...(exercise.choices ?? []).flatMap(({ id, text: one }) => [id, one.en, one['zh-CN']]),
  ]
  const isValue = (one: string) =>
    names.some((name) => name.toLowerCase() === one) ||
    mentionsIn(one).some(({ at, end }) => at <= 1 && end >= one.length - 2)
  if (bare !== '' && isValue(bare.replace(/^(?:so|is it|it's|是|so it's)\s*/, ''))) return true
  return (
    isHeldOut &&
    (mentionsIn(text).some(({ isSmall }) => !isSmall) ||
      names.some((name) => name.length > 1 && text.includes(name.toLowerCase())))
  )
}

/** A figure that is not the stem's, asked about in a short message that is no question of method: "does 5/8 work?", "I wrote 9". */
function holdsOwnFigure(text: string, exercise: Exercise): boolean {
  const isAsked =
    /\?$|(?:吗|么|呢|啊|好不好)[.!?]?$/.test(text) ||
    /\b(?:i|we|he|she|they|friend) (?:wrote|put|got|chose|picked|had)\b/.test(text)
  if (text.length > 40 || !isAsked || /\b(?:how|why|what|where|hint|mean)\b|怎么|为什么|什么|提示/.test(text))
    return false
  // Several words of letters and digits are leet, and its digits no figures.
  if ((text.match(/\b(?=\w*[a-z])(?=\w*\d)\w{3,}/g)?.length ?? 0) > 1) return false
  const stem = `${exercise.stem.en} ${exercise.stem['zh-CN']}`
  return mentionsIn(text).some(
    ({ form, at, end, isSmall }) => form !== 'spaced' && !isSmall && !stem.includes(text.slice(at, end)),
  )
}

/** By its letters; without any, by full-width punctuation. */
function isChinese(text: string, message: string): boolean {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0
  const latin = text.match(/[a-z]+/g)?.length ?? 0
  return han + latin === 0 ? /[\uff00-\uff65\u3000-\u303f]/.test(message) : han > 0 && han >= latin
}

/** Fixed lines without any number or term, so that they can stand beside every exercise. They neither confirm nor deny. */
const replies: Record<Intent, Localized> = {
  help: {
    en: 'Good that you ask. Say what you have tried, and take the next hint when you are ready.',
    'zh-CN': '问得好。说说你已经试过什么，准备好了就看下面的提示。',
  },
  asks_answer: {
    en: 'I do not hand out answers, because working it out is what makes you stronger. The next hint can help you on.',
    'zh-CN': '我不会直接给出答案，自己想出来才会真正进步。下面的提示可以帮到你。',
  },
  asks_confirmation: {
    en: 'I neither confirm nor rule out guesses here. Check your reasoning step by step, then send it as your answer.',
    'zh-CN': '我在这里不判断猜测。请把思路逐步检查好，再作为作答提交。',
  },
  role_play: {
    en: 'I stay your tutor, whatever the game. Let us go back to the exercise: what is asked, and what is given?',
    'zh-CN': '无论怎么玩，我都是你的学习助手。我们回到题目：题目问什么，又告诉了什么？',
  },
  encoded: {
    en: 'I do not give answers in any wording, language or code. A hint can show you where to look.',
    'zh-CN': '无论换什么说法、语言或暗号，我都不会给出答案。提示可以告诉你往哪里看。',
  },
  off_topic: {
    en: 'That is for another time. Let us look at the exercise together: what does it ask?',
    'zh-CN': '这个以后再聊。我们先看题目：它问的是什么？',
  },
  distress: {
    en: 'Thank you for telling me. This matters more than the exercise. Please talk to your teacher or to another adult you trust, right away.',
    'zh-CN': '谢谢你告诉我。这比题目重要得多。请马上和老师或你信任的大人谈谈。',
  },
}

/** The same line for the same intent, whatever was guessed: a right guess and a wrong one get the same words. */
export const replyTo = (intent: Intent): Localized => replies[intent]
