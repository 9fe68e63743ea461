'use client'
// Tooltips for what is worth knowing and not worth the space. They open on focus as well as on hover.
import { Tooltip as Radix } from 'radix-ui'
import type { ReactNode } from 'react'

const openDelayMs = 120

export function TooltipRoot({ children }: { children: ReactNode }) {
  return <Radix.Provider delayDuration={openDelayMs}>{children}</Radix.Provider>
}

export function Tooltip({ content, children }: { content: ReactNode; children: ReactNode }) {
  return (
    <Radix.Root>
      <Radix.Trigger asChild>{children}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          sideOffset={6}
          collisionPadding={12}
          className="z-50 max-w-xs rounded-lg border border-line bg-surface px-3 py-2 text-xs text-ink shadow-lg"
        >
          {content}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
