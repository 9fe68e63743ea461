'use client'
// The shop as one shopper sees it: the history, the answer with its reasons, and what rules dropped. A look is marked as a preview, so that it
// counts in no figure and no experiment.
import { isFinal } from '@guildhall/contracts/run'
import type { RunDetail } from '@guildhall/contracts/run-object'
import { recommendOutput } from '@guildhall/verticals/packs/retail/output'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Eye } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useTRPC } from '../../trpc/client.tsx'
import { Button } from '../../ui/button.tsx'
import { Card, CardBody } from '../../ui/card.tsx'
import { EmptyState, ProblemNote, Skeleton } from '../../ui/feedback.tsx'
import { Field, Select, TextInput } from '../../ui/field.tsx'
import { useTenant } from '../shell/tenant.tsx'
import { Answer } from './answer.tsx'
import { GoLiveBar } from './go-live-bar.tsx'
import { History } from './history.tsx'
import { Steering } from './steering.tsx'
import { type Steered, useSteering } from './use-steering.ts'

const movingMs = 400
const scenarios = ['home', 'buy_again', 'trending', 'similar', 'bought_together', 'cart'] as const
type Scenario = (typeof scenarios)[number]
const startsFromItems = (scenario: Scenario) => ['similar', 'bought_together', 'cart'].includes(scenario)

export function AsShopper({ template }: { template: string }) {
  const trpc = useTRPC()
  const { may } = useTenant()
  const [shopper, setShopper] = useState('')
  const [shown, setShown] = useState<string | null>(null)
  const [isDraft, setDraft] = useState(false)
  const steering = useSteering(template, may('templates:write'))
  const live = useMutation(trpc.run.create.mutationOptions())
  const draft = useMutation(trpc.template.preview.mutationOptions())
  const made = isDraft ? draft : live
  const run = useQuery(
    trpc.run.get.queryOptions(
      { id: made.data?.id ?? '' },
      {
        enabled: made.data !== undefined,
        refetchInterval: ({ state }) => (state.data && isFinal(state.data.status) ? false : movingMs),
      },
    ),
  )
  const look = (input: Record<string, unknown>) => {
    setShown(shopper.trim() || null)
    if (isDraft) draft.mutate({ id: template, input })
    else live.mutate({ template, input, metadata: { preview: 'true' } })
  }
  return (
    <div className="flex flex-col gap-5">
      <Card>
        <CardBody>
          <Request
            template={template}
            shopper={shopper}
            onShopper={setShopper}
            isDraft={isDraft}
            onDraft={may('templates:write') ? setDraft : null}
            isPending={made.isPending}
            onLook={look}
          />
        </CardBody>
      </Card>
      {made.isError && <ProblemNote error={made.error} />}
      {run.isError && <ProblemNote error={run.error} onRetry={() => run.refetch()} />}
      <div className="grid items-start gap-5 lg:grid-cols-[2fr_3fr]">
        {may('collections:write') && <History shopper={shown} />}
        <Result
          run={run.data}
          isWaiting={made.isPending || (made.isSuccess && !run.data)}
          steering={may('templates:write') ? steering : null}
        />
      </div>
      {may('templates:write') && <Steering template={template} steering={steering} />}
      <GoLiveBar template={template} steering={steering} />
    </div>
  )
}

type RequestProps = {
  template: string
  shopper: string
  onShopper: (shopper: string) => void
  isDraft: boolean
  /** Null for who may not try drafts. */
  onDraft: ((isDraft: boolean) => void) | null
  isPending: boolean
  onLook: (input: Record<string, unknown>) => void
}

function Request({ template, shopper, onShopper, isDraft, onDraft, isPending, onLook }: RequestProps) {
  const t = useTranslations('shop')
  const trpc = useTRPC()
  const { may } = useTenant()
  const live = useQuery(trpc.template.get.queryOptions({ id: template }))
  const recent = useQuery(trpc.shop.shoppers.queryOptions({}, { enabled: may('collections:write') }))
  const own = scenarios.find((one) => one === live.data?.live?.content.scenario)
  const [chosen, setScenario] = useState<Scenario | null>(null)
  const [items, setItems] = useState('')
  const scenario = own ?? chosen ?? 'home'
  const ids = items.split(/[\s,]+/).filter((id) => id !== '')
  const context = scenario === 'cart' ? { cart: ids } : { item_ids: ids }
  const input = {
    scenario,
    ...(shopper.trim() ? { user_ref: shopper.trim() } : {}),
    ...(startsFromItems(scenario) ? { context } : {}),
  }
  return (
    <form
      className="grid items-end gap-3 sm:grid-cols-2 lg:grid-cols-[2fr_1.4fr_2fr_1.2fr_auto]"
      onSubmit={(event) => {
        event.preventDefault()
        onLook(input)
      }}
    >
      <Field label={t('shopper')}>
        {(control) => (
          <>
            <TextInput
              {...control}
              list={`${control.id}-recent`}
              value={shopper}
              placeholder={t('nobody')}
              onChange={(event) => onShopper(event.target.value)}
            />
            <datalist id={`${control.id}-recent`}>
              {recent.data?.shoppers.map((one) => (
                <option key={one.user_ref} value={one.user_ref}>
                  {t('eventCount', { count: one.events })}
                </option>
              ))}
            </datalist>
          </>
        )}
      </Field>
      <Field label={t('scenario')}>
        {(control) => (
          <Select
            {...control}
            value={scenario}
            disabled={own !== undefined}
            onChange={(event) => setScenario(scenarios.find((one) => one === event.target.value) ?? null)}
          >
            {scenarios.map((one) => (
              <option key={one} value={one}>
                {t(`scenarios.${one}`)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label={t('items')}>
        {(control) => (
          <TextInput
            {...control}
            value={items}
            disabled={!startsFromItems(scenario)}
            required={startsFromItems(scenario)}
            placeholder={startsFromItems(scenario) ? 'sku-1, sku-2' : t('notNeeded')}
            onChange={(event) => setItems(event.target.value)}
          />
        )}
      </Field>
      {onDraft && (
        <Field label={t('version')}>
          {(control) => (
            <Select
              {...control}
              value={isDraft ? 'draft' : 'live'}
              onChange={(event) => onDraft(event.target.value === 'draft')}
            >
              <option value="live">{t('liveVersion')}</option>
              <option value="draft">{t('draftVersion')}</option>
            </Select>
          )}
        </Field>
      )}
      <Button type="submit" pending={isPending}>
        <Eye className="size-4" aria-hidden />
        {t('look')}
      </Button>
    </form>
  )
}

type ResultProps = { run: RunDetail | undefined; isWaiting: boolean; steering: Steered | null }

function Result({ run, isWaiting, steering }: ResultProps) {
  const t = useTranslations('shop')
  if (isWaiting || (run && !isFinal(run.status))) return <Skeleton className="h-80" />
  if (!run)
    return (
      <Card>
        <EmptyState icon={<Eye className="size-5" />} title={t('nothingYet')} text={t('nothingYetText')} />
      </Card>
    )
  const output = recommendOutput.safeParse(run.result?.output)
  if (output.success) return <Answer output={output.data} runId={run.id} steering={steering} />
  return (
    <Card>
      <EmptyState
        icon={<Eye className="size-5" />}
        title={t('noAnswer')}
        text={typeof run.error?.detail === 'string' ? run.error.detail : t('noAnswerText')}
      />
    </Card>
  )
}
