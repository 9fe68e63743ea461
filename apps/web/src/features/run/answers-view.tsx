'use client'
// Where an answer's quotations come from: each article with its link and date, or the word that none covers the question.
import { ExternalLink } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { z } from 'zod'
import { Badge } from '../../ui/badge.tsx'
import { Card, CardBody, CardHeader } from '../../ui/card.tsx'
import { percent } from './format.ts'

const localized = z.object({ en: z.string(), 'zh-CN': z.string() })
export const answersOutput = z.looseObject({
  question: z.string(),
  status: z.enum(['answered', 'not_covered']),
  confidence: z.number(),
  answers: z.array(
    z.object({
      article_id: z.string(),
      title: localized,
      text: localized,
      url: z.string().nullable(),
      updated_at: z.string().nullable(),
      confidence: z.number(),
    }),
  ),
  searched: z.looseObject({ articles: z.int(), newest_only: z.boolean() }),
})
type AnswersOutput = z.infer<typeof answersOutput>

export function AnswersView({ output }: { output: AnswersOutput }) {
  const t = useTranslations('answers')
  const locale = useLocale()
  const isAnswered = output.status === 'answered'
  return (
    <Card>
      <CardHeader
        title={output.question}
        text={t(output.searched.newest_only ? 'searchedNewest' : 'searched', { articles: output.searched.articles })}
        action={
          <Badge tone={isAnswered ? 'good' : 'warn'}>
            {t(output.status)} · {percent(output.confidence, '–')}
          </Badge>
        }
      />
      {isAnswered && (
        <CardBody>
          <ol className="flex flex-col gap-4">
            {output.answers.map((answer) => (
              <li key={answer.article_id + answer.text.en} className="border-accent border-l-2 pl-4">
                <blockquote className="text-[15px] leading-relaxed">{answer.text[locale]}</blockquote>
                <p className="mt-1 flex flex-wrap items-center gap-x-3 text-soft text-xs">
                  {answer.url ? (
                    <a
                      href={answer.url}
                      rel="noreferrer noopener"
                      target="_blank"
                      className="inline-flex items-center gap-1 underline"
                    >
                      {answer.title[locale]} <ExternalLink className="size-3" aria-hidden />
                    </a>
                  ) : (
                    <cite>{answer.title[locale]}</cite>
                  )}
                  {answer.updated_at && <span>{t('updated', { date: answer.updated_at })}</span>}
                </p>
              </li>
            ))}
          </ol>
        </CardBody>
      )}
    </Card>
  )
}
