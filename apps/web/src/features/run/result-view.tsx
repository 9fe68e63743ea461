'use client'
// A finished run. The first view whose shape the output has draws it; what no view was made for is shown by the highlights its pack names.
import type { ResultObject } from '@guildhall/contracts/result'
import type { RunDetail } from '@guildhall/contracts/run-object'
import { recommendOutput } from '@guildhall/verticals/packs/retail/output'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { z } from 'zod'
import { CodeBlock } from '../../ui/code-block.tsx'
import { Tab, TabList, TabPanel, Tabs } from '../../ui/tabs.tsx'
import { AnswersView, answersOutput } from './answers-view.tsx'
import { educationOutput } from './education-output.ts'
import { EducationView } from './education-view.tsx'
import { financeOutput } from './finance-output.ts'
import { FinanceDetails, FinanceView } from './finance-view.tsx'
import { Highlights } from './highlights.tsx'
import { Note } from './note.tsx'
import { priceOutput } from './price-output.ts'
import { PriceView } from './price-view.tsx'
import { Provenance } from './provenance.tsx'
import { RetailView } from './retail-view.tsx'
import { Timeline } from './timeline.tsx'

type Drawn = { above: ReactNode; below?: ReactNode }
type View = (run: RunDetail, result: ResultObject) => Drawn | null

function view<S extends z.ZodType>(schema: S, draw: (output: z.output<S>, run: RunDetail) => Drawn): View {
  return (run, result) => {
    const output = schema.safeParse(result.output)
    return output.success ? draw(output.data, run) : null
  }
}

const views: readonly View[] = [
  view(financeOutput, (output, run) => ({
    above: <FinanceView run={run} output={output} />,
    below: <FinanceDetails output={output} />,
  })),
  view(educationOutput, (output) => ({ above: <EducationView output={output} /> })),
  view(recommendOutput, (output) => ({ above: <RetailView output={output} /> })),
  view(priceOutput, (output) => ({ above: <PriceView output={output} /> })),
  view(answersOutput, (output) => ({ above: <AnswersView output={output} /> })),
]

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
  const drawn = views.reduce<Drawn | null>((found, draw) => found ?? draw(run, result), null)
  return (
    <>
      {drawn ? drawn.above : <Highlights result={result} />}
      <Note result={result} />
      {drawn?.below}
      <div className="grid items-start gap-5 lg:grid-cols-2">
        <Timeline usage={result.usage} />
        <Provenance result={result} />
      </div>
    </>
  )
}
