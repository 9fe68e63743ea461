'use client'
// A finished run. A task with a page of its own is shown by it; anything else by its note, facts and JSON.
import type { ResultObject } from '@guildhall/contracts/result'
import type { RunDetail } from '@guildhall/contracts/run-object'
import { recommendOutput } from '@guildhall/verticals/packs/retail/output'
import { useTranslations } from 'next-intl'
import { z } from 'zod'
import { CodeBlock } from '../../ui/code-block.tsx'
import { Tab, TabList, TabPanel, Tabs } from '../../ui/tabs.tsx'
import { Decide } from '../decision/decide.tsx'
import { AnswersView, answersOutput } from './answers-view.tsx'
import { educationOutput } from './education-output.ts'
import { EducationView } from './education-view.tsx'
import { financeOutput } from './finance-output.ts'
import { FinanceSummary } from './finance-summary.tsx'
import { Note } from './note.tsx'
import { Policy } from './policy.tsx'
import { priceOutput } from './price-output.ts'
import { PriceView } from './price-view.tsx'
import { Provenance } from './provenance.tsx'
import { Reasons } from './reasons.tsx'
import { Recourse } from './recourse.tsx'
import { RetailView } from './retail-view.tsx'
import { Timeline } from './timeline.tsx'

const requestSchema = z.looseObject({ product: z.looseObject({ currency: z.string() }) })

export function ResultView({ run, result }: { run: RunDetail; result: ResultObject }) {
  const t = useTranslations('run')
  return (
    <Tabs defaultValue="overview">
      <TabList aria-label={t('overview')}>
        <Tab value="overview">{t('overview')}</Tab>
        <Tab value="json">{t('json')}</Tab>
      </TabList>
      <TabPanel value="overview" className="mt-5 flex flex-col gap-5">
        <Overview run={run} result={result} />
      </TabPanel>
      <TabPanel value="json" className="mt-5">
        <CodeBlock label={`GET /v1/runs/${run.id}`} code={JSON.stringify(run, null, 2)} />
      </TabPanel>
    </Tabs>
  )
}

export function Overview({ run, result }: { run: RunDetail; result: ResultObject }) {
  const output = financeOutput.safeParse(result.output)
  const lesson = educationOutput.safeParse(result.output)
  const retail = recommendOutput.safeParse(result.output)
  const price = priceOutput.safeParse(result.output)
  const answers = answersOutput.safeParse(result.output)
  const request = requestSchema.safeParse(run.input)
  return (
    <>
      {output.success && <FinanceSummary output={output.data} currency={request.data?.product.currency ?? ''} />}
      {output.success && <Decide run={run} output={output.data} />}
      {output.success && <Recourse output={output.data} currency={request.data?.product.currency ?? ''} />}
      {lesson.success && <EducationView output={lesson.data} />}
      {retail.success && <RetailView output={retail.data} />}
      {price.success && <PriceView output={price.data} />}
      {answers.success && <AnswersView output={answers.data} />}
      <Note result={result} />
      {output.success && (
        <div className="grid items-start gap-5 lg:grid-cols-[3fr_2fr]">
          <Reasons output={output.data} />
          <Policy output={output.data} />
        </div>
      )}
      <div className="grid items-start gap-5 lg:grid-cols-2">
        <Timeline usage={result.usage} />
        <Provenance result={result} />
      </div>
    </>
  )
}
