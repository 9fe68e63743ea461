'use client'
// The templates that recommend, and the choice of one.
import type { TemplateObject } from '@guildhall/contracts/template'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useTRPC } from '../../trpc/client.tsx'
import { Select } from '../../ui/field.tsx'

const isRecommender = (one: TemplateObject) => one.vertical === 'retail' && one.task === 'recommend'

/** What a tenant began with comes first. */
export function useRetailTemplates() {
  const trpc = useTRPC()
  const found = useQuery(trpc.template.list.queryOptions({ limit: 100 }))
  return {
    all: found.data?.data.filter(isRecommender).toReversed() ?? [],
    isPending: found.isPending,
    isReady: found.data !== undefined,
    error: found.error,
    retry: () => void found.refetch(),
  }
}

type PickerProps = { all: readonly TemplateObject[]; value: string; onChange: (slug: string) => void }

export function TemplatePicker({ all, value, onChange }: PickerProps) {
  const t = useTranslations('shop')
  return (
    <Select
      aria-label={t('template')}
      className="w-auto max-w-full"
      value={value}
      onChange={(event) => onChange(event.target.value)}
    >
      {all.map((one) => (
        <option key={one.id}>{one.slug}</option>
      ))}
    </Select>
  )
}
