// The collection `articles`: what a shop tells its customers. Answers quote it word for word and add nothing.
import { z } from 'zod'
import { type CollectionField, defineCollection } from '../../../kit/collection.ts'
import { idText, timeField, titleField } from '../../../kit/record-fields.ts'
import sample from './articles.json' with { type: 'json' }

const maxBodyChars = 5000

const field = (name: string, kind: CollectionField['kind'], more: Partial<CollectionField> = {}): CollectionField => ({
  name,
  kind,
  required: false,
  aliases: [],
  ...more,
})

const body = z.string().min(1).max(maxBodyChars)

export const articleRecord = z.strictObject({
  id: idText,
  title: titleField,
  body: z
    .union([body, z.strictObject({ en: body.optional(), 'zh-CN': body.optional() })])
    .describe('Plain text; a blank line ends a passage. In two languages the passages of one are those of the other'),
  url: z
    .url({ protocol: /^https?$/ })
    .max(2000)
    .nullish(),
  updated_at: timeField.nullish(),
  language: z.enum(['en', 'zh-CN']).nullish(),
})
export type Article = z.output<typeof articleRecord>

export const articles = defineCollection({
  name: 'articles',
  title: { en: 'Articles', 'zh-CN': '帮助文章' },
  summary: {
    en: 'What you tell customers: returns, shipping, payment, warranty. Answers quote these and nothing else.',
    'zh-CN': '对顾客的说明：退货、配送、付款、保修。回答只引用这些内容。',
  },
  schema: articleRecord,
  isImmutable: false,
  fields: [
    field('id', 'text', { required: true, aliases: ['article_id', 'slug'] }),
    field('title', 'text', { required: true, aliases: ['question', 'heading'] }),
    field('body', 'text', { required: true, aliases: ['text', 'content', 'answer'] }),
    field('url', 'text', { aliases: ['link'] }),
    field('updated_at', 'time', { aliases: ['updated', 'modified_at'] }),
    field('language', 'text', { aliases: ['lang', 'locale'] }),
  ],
  headOf: (article) => ({ key: article.id, subject: null, at: article.updated_at ?? null }),
})

/** Articles of a shop that does not exist, to begin with: read and change them before a customer sees an answer. */
export const sampleArticles = (): Article[] => sample.map((one) => articleRecord.parse(one))
