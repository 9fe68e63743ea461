// Form fields: a label that is tied to its control, a hint, and the error where the eye already is.
import type { ComponentProps, ReactNode } from 'react'
import { useId } from 'react'
import { cn } from './cn.ts'

const controlLook =
  'h-10 w-full rounded-lg border border-line bg-surface px-3 text-ink placeholder:text-soft/70 aria-invalid:border-bad disabled:opacity-60'

type FieldProps = {
  label: ReactNode
  hint?: ReactNode
  error?: ReactNode
  className?: string
  children: (control: { id: string; 'aria-describedby'?: string; 'aria-invalid'?: true }) => ReactNode
}

export function Field({ label, hint, error, className, children }: FieldProps) {
  const id = useId()
  const noteId = `${id}-note`
  const hasNote = Boolean(hint) || Boolean(error)
  return (
    <div className={cn('flex flex-col gap-1.5', className)}>
      <label htmlFor={id} className="font-medium text-[13px]">
        {label}
      </label>
      {children({
        id,
        ...(hasNote ? { 'aria-describedby': noteId } : {}),
        ...(error ? { 'aria-invalid': true as const } : {}),
      })}
      {hasNote && (
        <p id={noteId} role={error ? 'alert' : undefined} className={cn('text-xs', error ? 'text-bad' : 'text-soft')}>
          {error || hint}
        </p>
      )}
    </div>
  )
}

export function TextInput({ className, ...rest }: ComponentProps<'input'>) {
  return <input className={cn(controlLook, className)} {...rest} />
}

/** The browser's own select: the best one on a phone, and free for the keyboard. */
export function Select({ className, ...rest }: ComponentProps<'select'>) {
  return <select className={cn(controlLook, 'pr-8', className)} {...rest} />
}

export function Checkbox({ label, ...rest }: ComponentProps<'input'> & { label: ReactNode }) {
  return (
    <label className="flex items-center gap-2.5 text-[13px]">
      <input type="checkbox" className="size-4 accent-[var(--accent)]" {...rest} />
      {label}
    </label>
  )
}
