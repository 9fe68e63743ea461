'use client'
// Widgets: a publishable key with its origins, the lines for a page, and the demo shop behind it.
import type { WidgetObject } from '@guildhall/contracts/widget'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { ExternalLink, PanelsTopLeft } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { toast } from 'sonner'
import { useTRPC } from '../../trpc/client.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Card, CardBody, CardHeader } from '../../ui/card.tsx'
import { CodeBlock } from '../../ui/code-block.tsx'
import { ConfirmDialog } from '../../ui/dialog.tsx'
import { EmptyState, ProblemNote, Skeleton } from '../../ui/feedback.tsx'
import { Checkbox, Field, TextInput } from '../../ui/field.tsx'
import { problemOf } from '../../ui/problem.ts'
import { useTenant } from '../shell/tenant.tsx'

export function Widgets({ template }: { template: string }) {
  const t = useTranslations('shop')
  const trpc = useTRPC()
  const { may } = useTenant()
  const found = useQuery(trpc.widget.list.queryOptions({ limit: 100 }))
  const own = found.data?.data.filter((one) => one.template === template) ?? []
  return (
    <div className="flex flex-col gap-5">
      {may('admin') && <NewWidget template={template} />}
      {found.isPending && <Skeleton className="h-48" />}
      {found.isError && <ProblemNote error={found.error} onRetry={() => found.refetch()} />}
      {found.data && own.length === 0 && (
        <Card>
          <EmptyState icon={<PanelsTopLeft className="size-5" />} title={t('noWidgets')} text={t('noWidgetsText')} />
        </Card>
      )}
      {own.map((widget) => (
        <Widget key={widget.id} widget={widget} />
      ))}
    </div>
  )
}

function NewWidget({ template }: { template: string }) {
  const t = useTranslations('shop')
  const trpc = useTRPC()
  const cache = useQueryClient()
  const [name, setName] = useState('')
  const [origins, setOrigins] = useState(() => (typeof window === 'undefined' ? '' : window.location.origin))
  const [takesPurchases, setTakesPurchases] = useState(false)
  const create = useMutation(
    trpc.widget.create.mutationOptions({
      onSuccess: () => {
        setName('')
        toast.success(t('widgetMade'))
        void cache.invalidateQueries({ queryKey: trpc.widget.pathKey() })
      },
    }),
  )
  const wrong = problemOf(create.error)?.errors.find((one) => one.location.startsWith('body.origins'))
  return (
    <Card>
      <CardHeader title={t('newWidget')} text={t('newWidgetText')} />
      <CardBody>
        <form
          className="grid gap-4 sm:grid-cols-2"
          onSubmit={(event) => {
            event.preventDefault()
            const list = origins.split(/[\s,]+/).filter((origin) => origin !== '')
            create.mutate({ name, template, origins: list, takes_purchases: takesPurchases })
          }}
        >
          <Field label={t('widgetName')}>
            {(control) => (
              <TextInput {...control} required value={name} onChange={(event) => setName(event.target.value)} />
            )}
          </Field>
          <Field label={t('origins')} hint={t('originsHint')} error={wrong?.message}>
            {(control) => (
              <TextInput {...control} required value={origins} onChange={(event) => setOrigins(event.target.value)} />
            )}
          </Field>
          <Checkbox
            label={t('takesPurchases')}
            checked={takesPurchases}
            onChange={(event) => setTakesPurchases(event.target.checked)}
          />
          <div className="flex justify-end">
            <Button type="submit" pending={create.isPending}>
              {t('makeWidget')}
            </Button>
          </div>
        </form>
        {create.isError && !wrong && (
          <div className="mt-4">
            <ProblemNote error={create.error} />
          </div>
        )}
      </CardBody>
    </Card>
  )
}

const snippetOf = (origin: string, key: string) =>
  `<script src="${origin}/widget.js" defer></script>
<guildhall-recommendations widget-key="${key}" scenario="home" href="/products/{id}"></guildhall-recommendations>`

function Widget({ widget }: { widget: WidgetObject }) {
  const t = useTranslations('shop')
  const trpc = useTRPC()
  const cache = useQueryClient()
  const { may } = useTenant()
  const disable = useMutation(
    trpc.widget.disable.mutationOptions({
      onSuccess: () => void cache.invalidateQueries({ queryKey: trpc.widget.pathKey() }),
      onError: (error) => toast.error(error.message),
    }),
  )
  const isOn = widget.disabled_at === null
  const here = window.location.origin
  return (
    <Card>
      <CardHeader
        title={widget.name}
        text={
          <span className="flex flex-wrap gap-1.5">
            <Badge tone={isOn ? 'good' : 'neutral'}>{t(isOn ? 'widgetOn' : 'widgetOff')}</Badge>
            {widget.takes_purchases && <Badge tone="warn">{t('purchasesOn')}</Badge>}
            {widget.origins.map((origin) => (
              <Badge key={origin}>{origin}</Badge>
            ))}
          </span>
        }
        action={
          isOn && (
            <span className="flex flex-wrap gap-2">
              {widget.origins.includes(here) && (
                <Button asChild size="sm" variant="secondary">
                  <a href={`/shop/${widget.key}`} target="_blank" rel="noreferrer">
                    <ExternalLink className="size-3.5" aria-hidden />
                    {t('openDemo')}
                  </a>
                </Button>
              )}
              {may('admin') && (
                <ConfirmDialog
                  trigger={
                    <Button size="sm" variant="danger">
                      {t('disable')}
                    </Button>
                  }
                  title={t('disable')}
                  text={t('disableText')}
                  action={t('disable')}
                  pending={disable.isPending}
                  onConfirm={() => disable.mutate({ id: widget.id })}
                />
              )}
            </span>
          )
        }
      />
      <CardBody>
        {isOn && (
          <>
            <CodeBlock label="HTML" code={snippetOf(here, widget.key)} />
            <p className="mt-3 text-[13px] text-soft">{t('consentHint')}</p>
          </>
        )}
      </CardBody>
    </Card>
  )
}
