// A customer's question, and the template's content: how sure an answer must be, and what is said where there is none.
import { z } from 'zod'
import { localizedSchema } from '../../../kit/localized.ts'

export const questionInput = z.strictObject({
  question: z.string().trim().min(1).max(500).describe('In the customer’s own words, English or Chinese'),
})
export type QuestionInput = z.output<typeof questionInput>

export const answersContent = z.strictObject({
  min_confidence: z
    .number()
    .min(0.05)
    .max(1)
    .describe('Below it the answer is "not covered". Share of the question’s meaning that one passage covers'),
  min_confidence_with_model: z
    .number()
    .min(0.05)
    .max(1)
    .default(0.4)
    .describe(
      'Where words alone fall below and a model of meaning is heard: the chance that the quoted article is the right one',
    ),
  model_below: z
    .number()
    .min(0)
    .max(1)
    .default(0.25)
    .describe(
      'A model of meaning is heard only where words cover less than this: above it they found the matter and miss a word that makes it another question',
    ),
  max_passages: z.int().min(1).max(3),
  synonyms: z
    .array(z.array(z.string().min(1).max(40)).min(2).max(20))
    .max(200)
    .describe('Groups of single words that mean the same to you, such as refund and money-back'),
  handover: localizedSchema.describe('What a customer reads where the articles hold no answer'),
})
export type AnswersContent = z.output<typeof answersContent>

export const defaultAnswersContent: AnswersContent = {
  min_confidence: 0.55,
  min_confidence_with_model: 0.4,
  model_below: 0.25,
  max_passages: 2,
  synonyms: [
    ['delivery', 'deliver', 'shipping'],
    ['cost', 'price', 'fee'],
    ['exchange', 'swap'],
    ['damaged', 'broken'],
    ['parcel', 'package'],
    ['运费', '邮费'],
    ['损坏', '破损'],
  ],
  handover: { en: 'Please write to our customer service.', 'zh-CN': '请联系我们的客服。' },
}
