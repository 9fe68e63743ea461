'use client'
// Promotion: one press where all gates pass; a reason and a second member where one fails.
import type { VersionDetail } from '@guildhall/contracts/model'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { toast } from 'sonner'
import { useTRPC } from '../../trpc/client.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog, DialogContent } from '../../ui/dialog.tsx'
import { ProblemNote } from '../../ui/feedback.tsx'
import { Field, TextInput } from '../../ui/field.tsx'

export function Promote({ value }: { value: VersionDetail }) {
  const t = useTranslations('models')
  const trpc = useTRPC()
  const cache = useQueryClient()
  const [isOpen, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const failed = value.gates.filter((gate) => gate.verdict === 'fail')
  const refresh = () => cache.invalidateQueries({ queryKey: trpc.model.pathKey() })
  const promote = useMutation(
    trpc.model.promote.mutationOptions({
      onSuccess: ({ state, version }) => {
        setOpen(false)
        toast.success(state === 'champion' ? t('promoted', { version }) : t('askedSecond'))
        void refresh()
      },
    }),
  )
  const archive = useMutation(
    trpc.model.archive.mutationOptions({ onSuccess: refresh, onError: (error) => toast.error(error.message) }),
  )
  const needsReason = failed.length > 0
  return (
    <>
      {value.state === 'candidate' && (
        <Button
          variant="secondary"
          pending={archive.isPending}
          onClick={() => archive.mutate({ id: value.model, version: value.version })}
        >
          {t('archive')}
        </Button>
      )}
      <Dialog open={isOpen} onOpenChange={setOpen}>
        <Button onClick={() => setOpen(true)}>{t('promote')}</Button>
        <DialogContent
          title={t('promote')}
          text={needsReason ? t('promoteFailing', { count: failed.length }) : t('promoteText')}
        >
          <form
            className="flex flex-col gap-4"
            onSubmit={(event) => {
              event.preventDefault()
              promote.mutate({ id: value.model, version: value.version, ...(needsReason ? { reason } : {}) })
            }}
          >
            {needsReason && (
              <Field label={t('reason')} hint={t('reasonHint')}>
                {(control) => (
                  <TextInput
                    {...control}
                    required
                    minLength={10}
                    maxLength={500}
                    value={reason}
                    onChange={(event) => setReason(event.target.value)}
                  />
                )}
              </Field>
            )}
            {promote.isError && <ProblemNote error={promote.error} />}
            <Button type="submit" pending={promote.isPending}>
              {t('makeChampion')}
            </Button>
          </form>
        </DialogContent>
      </Dialog>
    </>
  )
}
