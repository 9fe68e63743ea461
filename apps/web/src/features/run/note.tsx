'use client'
// The note, each language in its own tab. Every figure can be hovered or focused and shows the fact it states.
import type { ResultObject } from '@guildhall/contracts/result'
import { noteText } from '@guildhall/contracts/result'
import type { Language } from '@guildhall/contracts/run'
import type { Fact, Facts } from '@guildhall/verticals/kit/facts'
import { ShieldCheck } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { z } from 'zod'
import { Badge } from '../../ui/badge.tsx'
import { Card, CardBody, CardHeader } from '../../ui/card.tsx'
import { Tab, TabList, TabPanel, Tabs } from '../../ui/tabs.tsx'
import { Tooltip } from '../../ui/tooltip.tsx'
import { Downloads } from './downloads.tsx'
import { segmentsOf } from './segments.ts'

const names: Record<Language, string> = { en: 'English', 'zh-CN': '中文' }

export function Note({ result }: { result: ResultObject }) {
  const t = useTranslations('run')
  const locale = useLocale()
  const note = z.record(z.string(), noteText).parse(result.output.note)
  const languages = result.language.filter((language) => note[language])
  const first = languages.find((language) => language === locale) ?? languages[0]
  const { sentences, claims, failed } = result.verification
  const label = (
    <Badge tone="good">
      <ShieldCheck className="size-3.5" aria-hidden />
      {t('label')}
    </Badge>
  )
  return (
    <Card>
      <CardHeader
        title={result.vertical === 'finance' ? t('note') : t('plainNote')}
        text={t('labelText', { sentences, claims, failed })}
        action={
          <div className="flex flex-wrap items-center gap-2">
            {label}
            <Downloads run={result.run} languages={languages} />
          </div>
        }
      />
      <CardBody>
        <Tabs defaultValue={first ?? 'en'}>
          <TabList aria-label={t('plainNote')}>
            {languages.map((language) => (
              <Tab key={language} value={language} lang={language}>
                {names[language]}
              </Tab>
            ))}
          </TabList>
          {languages.map((language) => (
            <TabPanel key={language} value={language} lang={language} className="mt-4 max-w-[72ch]">
              {note[language]?.sections.map((section) => (
                <section key={section.id} className="mt-5 first:mt-0">
                  <h3 className="font-semibold text-[13px] text-soft uppercase tracking-wide">{section.title}</h3>
                  <SectionText section={section} facts={result.facts as Facts} language={language} />
                </section>
              ))}
            </TabPanel>
          ))}
        </Tabs>
      </CardBody>
    </Card>
  )
}

// Tests, risks and gaps are read one by one; the rest reads as a paragraph.
const listed = new Set(['policy', 'risks', 'recommendation', 'reasons', 'data', 'disclosures', 'items'])

type SectionProps = { section: z.infer<typeof noteText>['sections'][number]; facts: Facts; language: Language }

function SectionText({ section, facts, language }: SectionProps) {
  const sentences = section.sentences.map((sentence, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: two risks may share a mitigant; sentences never move
    <SentenceText key={at} sentence={sentence} facts={facts} language={language} />
  ))
  if (!listed.has(section.id)) return <p className="mt-1 text-[15px] leading-relaxed">{sentences}</p>
  return (
    <ul className="mt-1 flex flex-col gap-0.5 text-[15px] leading-relaxed">
      {sentences.map((sentence) => (
        <li key={sentence.key}>{sentence}</li>
      ))}
    </ul>
  )
}

type SentenceProps = { sentence: { text: string; facts: string[] }; facts: Facts; language: Language }

function SentenceText({ sentence, facts, language }: SentenceProps) {
  return (
    <>
      {segmentsOf(sentence, { facts, language }).map(({ key, text, fact }) => {
        const found = fact === null ? undefined : facts[fact]
        if (!found || fact === null) return <span key={key}>{text}</span>
        return (
          <Tooltip key={key} content={<FactCard id={fact} fact={found} />}>
            <span
              // biome-ignore lint/a11y/noNoninteractiveTabindex: its fact must be reachable by keyboard; a button would not flow with the text
              tabIndex={0}
              data-fact={fact}
              className="rounded-sm border-accent/50 border-b border-dotted font-medium hover:bg-accent-wash"
            >
              {text}
            </span>
          </Tooltip>
        )
      })}
      {language === 'en' && ' '}
    </>
  )
}

// Where a fact came from, by the head of its path.
const origins: Record<string, 'model' | 'template' | 'worked'> = {
  score: 'model',
  reasons: 'model',
  reason_method: 'model',
  model: 'model',
  features: 'worked',
  affordability: 'worked',
  expected_loss: 'worked',
  recourse: 'model',
  policy: 'template',
  recommendation: 'template',
  disclosures: 'template',
  assumed: 'template',
  pairs: 'model',
  strategy: 'worked',
  ranks: 'worked',
  list: 'worked',
  dropped: 'template',
}

function originOf(path: string): 'model' | 'template' | 'worked' | 'input' {
  return origins[path.split('.')[0] ?? ''] ?? 'input'
}

function FactCard({ id, fact }: { id: string; fact: Fact }) {
  const t = useTranslations('run')
  return (
    <span className="block">
      <span className="block text-soft">
        {t('fact')} {id}
      </span>
      <code className="block font-mono">{fact.path}</code>
      <code className="block break-all font-mono text-accent">
        {String(fact.value)} {fact.currency ?? fact.unit ?? ''}
      </code>
      <span className="mt-1 block text-soft">{t(`origin.${originOf(fact.path)}`)}</span>
      {fact.relates && (
        <code className="block font-mono text-soft">
          {fact.relates.of}
          {fact.relates.to !== null && ` ↔ ${fact.relates.to}`}
        </code>
      )}
    </span>
  )
}
