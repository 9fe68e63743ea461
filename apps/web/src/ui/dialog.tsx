'use client'
// Dialogs: they take the focus, give it back, and close on Escape.
import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Dialog as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { Button } from './button.tsx'

export const Dialog = Radix.Root
export const DialogTrigger = Radix.Trigger

export function DialogContent({ title, text, children }: { title: string; text?: ReactNode; children: ReactNode }) {
  const t = useTranslations('common')
  return (
    <Radix.Portal>
      <Radix.Overlay className="fixed inset-0 z-40 bg-black/45" />
      <Radix.Content
        aria-describedby={undefined}
        className="fixed top-1/2 left-1/2 z-50 max-h-[90vh] w-[calc(100vw-2rem)] max-w-lg -translate-x-1/2 -translate-y-1/2 overflow-y-auto rounded-xl border border-line bg-surface p-6 shadow-xl"
      >
        <Radix.Title className="pr-8 font-semibold text-lg">{title}</Radix.Title>
        {text && <p className="mt-1 text-soft text-[13px]">{text}</p>}
        <div className="mt-5">{children}</div>
        <Radix.Close
          className="absolute top-4 right-4 rounded-md p-1.5 text-soft hover:bg-raised"
          aria-label={t('close')}
        >
          <X className="size-4" />
        </Radix.Close>
      </Radix.Content>
    </Radix.Portal>
  )
}

type ConfirmProps = {
  trigger: ReactNode
  title: string
  text: string
  action: string
  pending: boolean
  onConfirm: () => void
}

export function ConfirmDialog({ trigger, title, text, action, pending, onConfirm }: ConfirmProps) {
  const t = useTranslations('common')
  return (
    <Dialog>
      <DialogTrigger asChild>{trigger}</DialogTrigger>
      <DialogContent title={title} text={text}>
        <div className="flex justify-end gap-2">
          <Radix.Close asChild>
            <Button variant="secondary">{t('cancel')}</Button>
          </Radix.Close>
          <Radix.Close asChild>
            <Button variant="danger" pending={pending} onClick={onConfirm}>
              {action}
            </Button>
          </Radix.Close>
        </div>
      </DialogContent>
    </Dialog>
  )
}
