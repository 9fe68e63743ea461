'use client'
// What was refused, line by line: where, what is wrong, how to mend it.
import type { LineError } from '@guildhall/contracts/collection'
import { useTranslations } from 'next-intl'

export function LineErrors({ errors }: { errors: readonly LineError[] }) {
  const t = useTranslations('collections')
  return (
    <ul className="flex flex-col gap-1 rounded-lg bg-bad-wash p-4 text-[13px]">
      {errors.map((error) => (
        <li key={`${error.line} ${error.location}`}>
          <span className="font-medium">{t('line', { line: error.line })}</span>{' '}
          <code className="font-mono text-xs">{error.location}</code> {error.message}. {error.fix}.
        </li>
      ))}
    </ul>
  )
}
