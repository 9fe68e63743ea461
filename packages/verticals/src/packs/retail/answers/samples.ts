// Sample questions, and golden cases on the sample articles. What a golden quotes is the article's own text.
import { type GoldenCase, goldenCaseSchema } from '../../../kit/golden.ts'
import type { Sample } from '../../../kit/vertical.ts'

export const answerSamples: Sample[] = [
  {
    slug: 'return-window',
    title: { en: 'How long can I return an item?', 'zh-CN': '多久之内可以退货（英文提问）' },
    input: { question: 'How many days do I have to return an item?' },
  },
  {
    slug: 'delivery-zh',
    title: { en: 'Delivery on Sundays, asked in Chinese', 'zh-CN': '周日配送吗？' },
    input: { question: '周日配送吗？' },
  },
  {
    slug: 'outside',
    title: { en: 'A question the articles hold nothing on', 'zh-CN': '帮助文章未涉及的问题' },
    input: { question: 'Do you repair bicycles?' },
  },
]

const goldens: GoldenCase[] = [
  {
    slug: 'quotes-the-return-window',
    title: { en: 'The return window is quoted with its source', 'zh-CN': '引用退货期限并注明出处' },
    input: { question: 'How many days do I have to return an item?' },
    expect: [
      { path: 'status', equals: 'answered' },
      { path: 'answers.0.article_id', equals: 'returns-window' },
      { path: 'answers.0.text.en', contains: 'within 30 days of delivery' },
      { path: 'answers.0.text.zh-CN', contains: '30 天内退货' },
      { path: 'answers.0.url', equals: 'https://shop.example/help/returns' },
    ],
  },
  {
    slug: 'says-not-covered',
    title: { en: 'What the articles do not cover is said to be so', 'zh-CN': '文章未涉及时如实说明' },
    input: { question: 'Do you repair bicycles?' },
    expect: [
      { path: 'status', equals: 'not_covered' },
      { path: 'answers', equals: [] },
      { path: 'note.en.sections.0.sentences.0.text', equals: 'This answer is not covered by the articles.' },
    ],
  },
  {
    slug: 'a-near-miss-is-not-covered',
    title: {
      en: 'A question that shares words with an article but asks for another thing',
      'zh-CN': '用词相近但所问不同',
    },
    input: { question: 'Do gift cards work in Norway?' },
    expect: [{ path: 'status', equals: 'not_covered' }],
  },
]
export const answerGoldens = goldens.map((golden) => goldenCaseSchema.parse(golden))
