'use client'
// A person's decision on a run: made here with a coded reason, or shown with who made it and why.
import { type DecisionObject, decisions, reasonCodes } from '@guildhall/contracts/decision'
import type { RunDetail } from '@guildhall/contracts/run-object'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { toast } from 'sonner'
import { useTRPC } from '../../trpc/client.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Card, CardBody, CardHeader } from '../../ui/card.tsx'
import { Dialog, DialogContent, DialogTrigger } from '../../ui/dialog.tsx'
import { ProblemNote, Skeleton } from '../../ui/feedback.tsx'
import { Field, Select, TextInput } from '../../ui/field.tsx'
import { Time } from '../../ui/time.tsx'
import type { FinanceOutput } from '../run/finance-output.ts'
import { useTenant } from '../shell/tenant.tsx'

export function Decide({ run, output }: { run: RunDetail; output: FinanceOutput }) {
  const t = useTranslations('decisions')
  const trpc = useTRPC()
  const { may } = useTenant()
  const made = useQuery(trpc.decision.list.queryOptions({ run: run.id, limit: 1 }))
  const [decision] = made.data?.data ?? []
  const { action } = output.recommendation
  if (made.isPending) return <Skeleton className="h-20" />
  if (made.isError) return <ProblemNote error={made.error} onRetry={() => made.refetch()} />
  if (decision) return <Made decision={decision} />
  if (!may('decisions:write')) return null
  return (
    <Card className="flex flex-wrap items-center justify-between gap-4 p-5">
      <div>
        <h2 className="font-semibold text-[15px]">{t(action === 'refer' ? 'waits' : 'mayOverride')}</h2>
        <p className="mt-0.5 text-soft text-[13px]">{t(action === 'refer' ? 'waitsText' : 'mayOverrideText')}</p>
      </div>
      <div className="flex gap-2">
        {decisions.map((one) => (
          <DecideDialog key={one} run={run.id} decision={one} isOverride={isAgainst(action, one)} />
        ))}
      </div>
    </Card>
  )
}

const isAgainst = (action: FinanceOutput['recommendation']['action'], decision: (typeof decisions)[number]) =>
  (action === 'decline' && decision === 'approve') || (action.startsWith('approve') && decision === 'decline')

function Made({ decision }: { decision: DecisionObject }) {
  const t = useTranslations('decisions')
  return (
    <Card>
      <CardHeader
        title={t(decision.decision === 'approve' ? 'approved' : 'declined')}
        text={
          <>
            {t('by', { name: decision.decided_by })} <Time iso={decision.decided_at} />
          </>
        }
        action={decision.is_override ? <Badge tone="warn">{t('override')}</Badge> : undefined}
      />
      <CardBody className="text-[13px]">
        <p className="font-medium">{t(`reason.${decision.reason_code}`)}</p>
        {decision.amount && <p>{t('amountOf', { amount: decision.amount })}</p>}
        {decision.comment && <p className="mt-1 text-soft">{decision.comment}</p>}
      </CardBody>
    </Card>
  )
}

type DecideProps = { run: string; decision: (typeof decisions)[number]; isOverride: boolean }

function DecideDialog({ run, decision, isOverride }: DecideProps) {
  const t = useTranslations('decisions')
  const trpc = useTRPC()
  const cache = useQueryClient()
  const [isOpen, setOpen] = useState(false)
  const [reason, setReason] = useState<(typeof reasonCodes)[number] | ''>('')
  const [comment, setComment] = useState('')
  const [amount, setAmount] = useState('')
  const decide = useMutation(
    trpc.decision.create.mutationOptions({
      onSuccess: () => {
        setOpen(false)
        toast.success(t('stored'))
        void cache.invalidateQueries({ queryKey: trpc.decision.pathKey() })
      },
    }),
  )
  const submit = () => {
    if (reason === '') return
    decide.mutate({
      id: run,
      decision,
      reason_code: reason,
      ...(comment.trim() ? { comment } : {}),
      ...(decision === 'approve' && amount.trim() ? { amount: amount.trim() } : {}),
    })
  }
  return (
    <Dialog open={isOpen} onOpenChange={setOpen}>
      <DialogTrigger asChild>
        <Button variant={decision === 'approve' ? 'primary' : 'danger'}>{t(decision)}</Button>
      </DialogTrigger>
      <DialogContent title={t(decision)} text={isOverride ? t('overrideText') : t('decideText')}>
        <div className="flex flex-col gap-4">
          <Field label={t('reasonLabel')}>
            {(control) => (
              <Select
                {...control}
                value={reason}
                onChange={(event) => setReason(reasonCodes.find((code) => code === event.target.value) ?? '')}
              >
                <option value="">{t('choose')}</option>
                {reasonCodes.map((code) => (
                  <option key={code} value={code}>
                    {t(`reason.${code}`)}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          {decision === 'approve' && (
            <Field label={t('amountLabel')} hint={t('amountHint')}>
              {(control) => (
                <TextInput
                  {...control}
                  inputMode="decimal"
                  value={amount}
                  onChange={(event) => setAmount(event.target.value)}
                />
              )}
            </Field>
          )}
          <Field label={t('comment')} hint={t('commentHint')}>
            {(control) => (
              <TextInput
                {...control}
                value={comment}
                maxLength={1000}
                onChange={(event) => setComment(event.target.value)}
              />
            )}
          </Field>
          {decide.isError && <ProblemNote error={decide.error} />}
          <div className="flex justify-end">
            <Button
              variant={decision === 'approve' ? 'primary' : 'danger'}
              disabled={reason === ''}
              pending={decide.isPending}
              onClick={submit}
            >
              {t(decision)}
            </Button>
          </div>
        </div>
      </DialogContent>
    </Dialog>
  )
}
