// Buttons, and links that look like them. A pending button stays where it is, says so, and cannot be pressed twice.
import { cva, type VariantProps } from 'class-variance-authority'
import { LoaderCircle } from 'lucide-react'
import { Slot } from 'radix-ui'
import type { ComponentProps } from 'react'
import { cn } from './cn.ts'

const look = cva(
  'inline-flex items-center justify-center gap-2 rounded-lg font-medium whitespace-nowrap transition-colors disabled:opacity-55 disabled:cursor-not-allowed',
  {
    variants: {
      variant: {
        primary: 'bg-accent text-accent-ink hover:opacity-90 shadow-xs',
        secondary: 'border border-line bg-surface hover:bg-raised shadow-xs',
        ghost: 'hover:bg-raised text-soft hover:text-ink',
        danger: 'border border-line bg-surface text-bad hover:bg-bad-wash',
      },
      size: { sm: 'h-8 px-3 text-[13px]', md: 'h-10 px-4' },
    },
    defaultVariants: { variant: 'primary', size: 'md' },
  },
)

type ButtonProps = ComponentProps<'button'> & VariantProps<typeof look> & { pending?: boolean; asChild?: boolean }

export function Button({
  variant,
  size,
  pending = false,
  asChild = false,
  className,
  disabled,
  children,
  ...rest
}: ButtonProps) {
  if (asChild) {
    return (
      <Slot.Root className={cn(look({ variant, size }), className)} {...rest}>
        {children}
      </Slot.Root>
    )
  }
  return (
    <button
      type="button"
      className={cn(look({ variant, size }), className)}
      disabled={disabled || pending}
      aria-busy={pending}
      {...rest}
    >
      {pending && <LoaderCircle className="size-4 animate-spin" aria-hidden />}
      {children}
    </button>
  )
}
