'use client'
// Code to copy. The button says that it did.
import { Check, Copy } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from './button.tsx'
import { cn } from './cn.ts'

const thanksMs = 1600

function CopyButton({ text, label }: { text: string; label: string }) {
  const t = useTranslations('common')
  const [isCopied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(text)
    setCopied(true)
    setTimeout(() => setCopied(false), thanksMs)
  }
  return (
    <Button size="sm" variant="secondary" onClick={copy} aria-label={`${t('copy')}: ${label}`}>
      {isCopied ? <Check className="size-3.5 text-good" aria-hidden /> : <Copy className="size-3.5" aria-hidden />}
      <span aria-live="polite">{isCopied ? t('copied') : t('copy')}</span>
    </Button>
  )
}

export function CodeBlock({ code, label, className }: { code: string; label: string; className?: string }) {
  return (
    <figure className={cn('overflow-hidden rounded-lg border border-line bg-raised', className)}>
      <figcaption className="flex items-center justify-between border-line border-b py-1.5 pr-1.5 pl-3 text-soft text-xs">
        {label}
        <CopyButton text={code} label={label} />
      </figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
      <pre tabIndex={0} className="max-h-96 overflow-auto p-3 font-mono text-xs leading-5">
        {code}
      </pre>
    </figure>
  )
}
