// A share in per cent with one decimal, in the reader's way of writing; a dash where there is none.
import { useFormatter } from 'next-intl'

export function usePercent(): (share: number | null) => string {
  const format = useFormatter()
  return (share) => (share === null ? '–' : format.number(share, { style: 'percent', maximumFractionDigits: 1 }))
}
