'use client'
// A wide table in a narrow place: it scrolls sideways, and is a named stop for the keyboard while there is something to scroll to.
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { cn } from './cn.ts'

type ScrollRegionProps = { label: string; className?: string; children: ReactNode }

export function ScrollRegion({ label, className, children }: ScrollRegionProps) {
  const box = useRef<HTMLDivElement>(null)
  const [isWide, setWide] = useState(false)
  useEffect(() => {
    const element = box.current
    if (!element) return
    const watch = new ResizeObserver(() => setWide(element.scrollWidth > element.clientWidth))
    watch.observe(element)
    for (const child of element.children) watch.observe(child)
    return () => watch.disconnect()
  }, [])
  const stop = isWide ? { tabIndex: 0, role: 'region', 'aria-label': label } : {}
  return (
    <div ref={box} {...stop} className={cn('overflow-x-auto rounded-sm', className)}>
      {children}
    </div>
  )
}
