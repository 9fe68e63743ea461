'use client'
// Twenty rows as they would be stored; a row that would be refused says why.
import { useTranslations } from 'next-intl'
import type { z } from 'zod'
import { cn } from '../../ui/cn.ts'

type PreviewProps = {
  records: readonly Record<string, unknown>[]
  parsed: readonly z.ZodSafeParseResult<Record<string, unknown>>[]
}

export function Preview({ records, parsed }: PreviewProps) {
  const t = useTranslations('collections')
  const names = [...new Set(records.flatMap((record) => Object.keys(record)))]
  return (
    <div className="max-h-80 overflow-auto rounded-lg border border-line">
      <table className="w-full text-left text-xs">
        <thead className="sticky top-0 bg-raised">
          <tr>
            <th className="px-3 py-2 font-medium">{t('row')}</th>
            {names.map((name) => (
              <th key={name} className="px-3 py-2 font-medium font-mono">
                {name}
              </th>
            ))}
            <th className="px-3 py-2 font-medium">{t('fault')}</th>
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {records.map((record, at) => {
            const [issue] = parsed[at]?.error?.issues ?? []
            const line = at + 2
            return (
              <tr key={line} className={cn(issue && 'bg-bad-wash')}>
                <td className="px-3 py-1.5 text-soft tabular-nums">{line}</td>
                {names.map((name) => (
                  <td key={name} className="max-w-48 truncate px-3 py-1.5">
                    {cellText(record[name])}
                  </td>
                ))}
                <td className="px-3 py-1.5 text-bad">{issue ? `${issue.path.join('.')}: ${issue.message}` : ''}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

function cellText(value: unknown): string {
  if (value === undefined || value === null) return '–'
  return typeof value === 'string' ? value : JSON.stringify(value)
}
