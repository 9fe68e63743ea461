'use client'
// Tabs, by Radix: arrow keys move between them.
import { Tabs as Radix } from 'radix-ui'
import type { ComponentProps } from 'react'
import { cn } from './cn.ts'

export const Tabs = Radix.Root
export const TabPanel = Radix.Content

export function TabList({ className, ...rest }: ComponentProps<typeof Radix.List>) {
  return <Radix.List className={cn('inline-flex gap-1 rounded-lg bg-raised p-1', className)} {...rest} />
}

export function Tab({ className, ...rest }: ComponentProps<typeof Radix.Trigger>) {
  return (
    <Radix.Trigger
      className={cn(
        'rounded-md px-3 py-1 font-medium text-[13px] text-soft data-[state=active]:bg-surface data-[state=active]:text-ink data-[state=active]:shadow-xs',
        className,
      )}
      {...rest}
    />
  )
}
