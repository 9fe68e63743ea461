// An exercise as graders and guards read it: a parsed record of the collection `exercises`. The key never leaves this side: no text may show it.
import type { Localized } from '../../../kit/localized.ts'

export type AnswerType = 'numeric' | 'expression' | 'choice' | 'text'

export type Exercise = {
  id: string
  stem: Localized
  answer_key: string
  answer_type: AnswerType
  skills: string[]
  difficulty?: number | null | undefined
  choices?: { id: string; text: Localized }[] | undefined
  /** `absolute` in the key's unit, `relative` as a share of the key; the wider one counts. */
  tolerance?: { absolute?: number | undefined; relative?: number | undefined } | null | undefined
  unit?: string | null | undefined
  /** Other wordings that are as right as the key, of type `text`. */
  accepts?: string[] | undefined
  hints: { level: number; text: Localized }[]
  misconceptions: { id: string; pattern: string; label: Localized }[]
}
