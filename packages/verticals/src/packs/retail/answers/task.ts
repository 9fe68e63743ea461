// The task `answer_question`: a customer's question, answered by quoting the shop's articles or not at all.
import type { FormDescriptor } from '../../../kit/form.ts'
import { defineTask, type InputFault } from '../../../kit/vertical.ts'
import { composeAnswer } from './compose.ts'
import { answersWords } from './content-words.ts'
import { readsArticles, retrieve, singleTerm } from './features.ts'
import { type AnswersContent, answersContent, defaultAnswersContent, questionInput } from './input.ts'
import { meaningModel } from './meaning.ts'
import { answerGoldens, answerSamples } from './samples.ts'

const form: FormDescriptor = {
  groups: [
    {
      id: 'question',
      title: { en: 'Question', 'zh-CN': '问题' },
      fields: [
        {
          path: 'question',
          label: { en: 'The customer’s question', 'zh-CN': '顾客的问题' },
          kind: 'text',
          required: true,
          help: { en: 'English or Chinese, one question at a time', 'zh-CN': '中文或英文，每次一个问题' },
        },
      ],
    },
  ],
}

export const answerQuestion = defineTask({
  slug: 'answer_question',
  starters: [
    {
      slug: 'customer-answers',
      title: { en: 'Customer answers', 'zh-CN': '客户问答' },
      content: defaultAnswersContent,
    },
  ],
  title: { en: 'Customer questions', 'zh-CN': '客户问答' },
  summary: {
    en: 'Answers a customer’s question by quoting your articles with their source, or says that they do not cover it.',
    'zh-CN': '引用您的帮助文章并注明出处来回答顾客，文章未涉及时如实说明。',
  },
  input: questionInput,
  content: answersContent,
  words: answersWords,
  form,
  samples: answerSamples,
  goldens: answerGoldens,
  model: meaningModel,
  reads: readsArticles,
  features: retrieve,
  compose: composeAnswer,
  decisionOf: ({ status }) => String(status),
  listOf: ({ answers }) =>
    Array.isArray(answers) ? answers.map((one: unknown) => String(Object(one).article_id)) : null,
  goldenPaths: ['status', 'answers.0.article_id'],
  contentFaults: synonymFaults,
})

/** A synonym must be one term: phrases cannot stand for a word. */
function synonymFaults({ synonyms }: AnswersContent): InputFault[] {
  return synonyms.flatMap((group, at) =>
    group.flatMap((word, place) =>
      singleTerm(word) === null
        ? [
            {
              path: `synonyms.${at}.${place}`,
              message: `"${word}" is no single word, or one that carries no meaning`,
              fix: 'Use one English word, or a Chinese word of one or two characters',
            },
          ]
        : [],
    ),
  )
}
