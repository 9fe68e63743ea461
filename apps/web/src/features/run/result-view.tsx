'use client'
// A finished run. Finance has a view of its own; any other vertical is shown by the highlights its pack names, its note and facts.
import type { ResultObject } from '@guildhall/contracts/result'
import type { RunDetail } from '@guildhall/contracts/run-object'
import { useTranslations } from 'next-intl'
import { z } from 'zod'
import { CodeBlock } from '../../ui/code-block.tsx'
import { Tab, TabList, TabPanel, Tabs } from '../../ui/tabs.tsx'
import { Decide } from '../decision/decide.tsx'
import { financeOutput } from './finance-output.ts'
import { FinanceSummary } from './finance-summary.tsx'
import { Highlights } from './highlights.tsx'
import { Note } from './note.tsx'
import { Policy } from './policy.tsx'
import { Provenance } from './provenance.tsx'
import { Reasons } from './reasons.tsx'
import { Recourse } from './recourse.tsx'
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
  const request = requestSchema.safeParse(run.input)
  return (
    <>
      {output.success && <FinanceSummary output={output.data} currency={request.data?.product.currency ?? ''} />}
      {output.success && <Decide run={run} output={output.data} />}
      {output.success && <Recourse output={output.data} currency={request.data?.product.currency ?? ''} />}
      {!output.success && <Highlights result={result} />}
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
