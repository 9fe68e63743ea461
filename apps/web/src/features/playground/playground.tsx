'use client'
// The playground: a template, a sample, the form and its JSON in step, and the run beside it.
import type { Task } from '@guildhall/verticals/kit/vertical'
import { useMutation, useQuery } from '@tanstack/react-query'
import { FlaskConical, Play } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { useTRPC } from '../../trpc/client.tsx'
import { Button } from '../../ui/button.tsx'
import { Card, CardBody } from '../../ui/card.tsx'
import { CodeBlock } from '../../ui/code-block.tsx'
import { EmptyState, ProblemNote, Skeleton } from '../../ui/feedback.tsx'
import { Checkbox, Field, Select } from '../../ui/field.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { problemOf } from '../../ui/problem.ts'
import { Tab, TabList, TabPanel, Tabs } from '../../ui/tabs.tsx'
import { useDirectory } from '../pack/directory.tsx'
import { usePackTask } from '../pack/use-pack.ts'
import { LiveResult } from '../run/live-result.tsx'
import { useTenant } from '../shell/tenant.tsx'
import { curlOf } from '../start/curl.ts'
import { Fields } from './fields.tsx'
import { JsonInput } from './json-input.tsx'
import { pythonOf, typescriptOf } from './snippets.ts'

export function Playground({ origin }: { origin: string }) {
  const t = useTranslations('playground')
  const trpc = useTRPC()
  const { taskOf } = useDirectory()
  const [slug, setSlug] = useState<string | null>(null)
  const templates = useQuery(trpc.template.list.queryOptions({ limit: 100 }))
  // The oldest first: what a tenant began with.
  const usable = templates.data?.data.filter((one) => taskOf(one)).toReversed() ?? []
  // First one that answers before anything was trained.
  const ready = usable.find((one) => taskOf(one)?.answersUntrained)
  const template = usable.find((one) => one.slug === slug) ?? ready ?? usable[0]
  const { task, error, retry } = usePackTask(template)
  return (
    <>
      <PageHeader title={t('title')} text={t('text')} />
      {(templates.isPending || (template && !task && !error)) && <Skeleton className="h-96" />}
      {templates.isError && <ProblemNote error={templates.error} onRetry={() => templates.refetch()} />}
      {error && <ProblemNote error={error} onRetry={retry} />}
      {template && task && (
        <Workbench
          key={template.id}
          template={template.slug}
          task={task}
          origin={origin}
          picker={
            <Field label={t('template')}>
              {(control) => (
                <Select {...control} value={template.slug} onChange={(event) => setSlug(event.target.value)}>
                  {usable.map((one) => (
                    <option key={one.id}>{one.slug}</option>
                  ))}
                </Select>
              )}
            </Field>
          }
        />
      )}
    </>
  )
}

/** Samples of the starter this template was; all of them for a template of the tenant's own. */
function samplesOf(task: Task, template: string) {
  const isStarter = task.starters.some((one) => one.slug === template)
  if (!isStarter) return task.samples
  return task.samples.filter((one) => (one.template ?? task.starters[0].slug) === template)
}

type WorkbenchProps = { template: string; task: Task; origin: string; picker: React.ReactNode }

function Workbench({ template, task, origin, picker }: WorkbenchProps) {
  const t = useTranslations('playground')
  const locale = useLocale()
  const trpc = useTRPC()
  const samples = samplesOf(task, template)
  const [input, setInput] = useState(samples[0]?.input ?? {})
  const create = useMutation(trpc.run.create.mutationOptions())
  const preview = useMutation(trpc.template.preview.mutationOptions())
  const { may } = useTenant()
  const [withDraft, setWithDraft] = useState(false)
  const run = () => {
    create.mutate({ template, input })
    preview.reset()
    if (withDraft) preview.mutate({ id: template, input })
  }
  const errors = problemOf(create.error)?.errors ?? []
  const pickSample = (slug: string) => {
    create.reset()
    setInput(samples.find((sample) => sample.slug === slug)?.input ?? {})
  }
  return (
    <div className="flex flex-col gap-6">
      <Card>
        <CardBody className="flex flex-col gap-5">
          <div className="grid gap-4 sm:grid-cols-2">
            {picker}
            <Field label={t('sample')}>
              {(control) => (
                <Select {...control} onChange={(event) => pickSample(event.target.value)}>
                  {samples.map((sample) => (
                    <option key={sample.slug} value={sample.slug}>
                      {sample.title[locale]}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
          </div>
          <Tabs defaultValue="form">
            <TabList aria-label={t('form')} className="max-w-full overflow-x-auto">
              <Tab value="form">{t('form')}</Tab>
              <Tab value="json">{t('json')}</Tab>
              <Tab value="curl">{t('asCurl')}</Tab>
              <Tab value="typescript">{t('typescript')}</Tab>
              <Tab value="python">{t('python')}</Tab>
            </TabList>
            <TabPanel value="form" className="mt-5">
              <Fields form={task.form} input={input} errors={errors} onChange={setInput} />
            </TabPanel>
            <TabPanel value="json" className="mt-5">
              <JsonInput input={input} onChange={setInput} />
            </TabPanel>
            <TabPanel value="curl" className="mt-5">
              <CodeBlock label="curl" code={curlOf({ origin, secret: '$GUILDHALL_API_KEY', input, template })} />
            </TabPanel>
            <TabPanel value="typescript" className="mt-5">
              <CodeBlock label="TypeScript" code={typescriptOf({ origin, input, template })} />
            </TabPanel>
            <TabPanel value="python" className="mt-5">
              <CodeBlock label="Python" code={pythonOf({ origin, input, template })} />
            </TabPanel>
          </Tabs>
          {create.isError && <ProblemNote error={create.error} />}
          <div className="flex flex-wrap items-center gap-5">
            <Button pending={create.isPending} onClick={run}>
              <Play className="size-4" aria-hidden />
              {t('run')}
            </Button>
            {may('templates:write') && (
              <Checkbox
                label={t('draftToo')}
                checked={withDraft}
                onChange={(event) => setWithDraft(event.target.checked)}
              />
            )}
          </div>
          {preview.isError && <ProblemNote error={preview.error} />}
        </CardBody>
      </Card>
      <section aria-label={t('result')} aria-live="polite">
        {create.data && preview.data ? (
          <div data-wide className="grid items-start gap-6 xl:grid-cols-2">
            <LiveResult id={create.data.id} title={t('live')} />
            <LiveResult id={preview.data.id} title={t('draft')} />
          </div>
        ) : create.data ? (
          <LiveResult id={create.data.id} />
        ) : (
          <Card>
            <EmptyState
              icon={<FlaskConical className="size-5" />}
              title={t('resultEmptyTitle')}
              text={t('resultEmptyText')}
            />
          </Card>
        )}
      </section>
    </div>
  )
}
