'use client'
// The submit button of a page that people open to fill it in. Until the page's script has taken over it waits: pressed before, it would load the page
// anew and lose what was typed.
import { type ComponentProps, useSyncExternalStore } from 'react'
import { Button } from './button.tsx'

const never = () => () => undefined

export function SubmitButton({ disabled, ...rest }: Omit<ComponentProps<typeof Button>, 'type'>) {
  const isHydrated = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  return <Button {...rest} type="submit" disabled={disabled || !isHydrated} />
}
