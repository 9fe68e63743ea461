'use client'
// The second press after a pin: it stays in sight while the draft differs from what shoppers get, tests the draft and publishes it.
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { ProblemNote } from '../../ui/feedback.tsx'
import { useTenant } from '../shell/tenant.tsx'
import { useGoLive } from './use-go-live.ts'
import type { Steered } from './use-steering.ts'

export function GoLiveBar({ template, steering }: { template: string; steering: Steered }) {
  const t = useTranslations('shop')
  const { may } = useTenant()
  const goLive = useGoLive(template)
  const draft = steering.draft.data
  if (!draft?.is_changed || !may('templates:publish')) return null
  return (
    <section
      aria-label={t('draftChanged')}
      className="sticky bottom-3 z-10 flex flex-col gap-3 rounded-xl border border-line bg-surface p-3 shadow-lg"
    >
      {goLive.isError && <ProblemNote error={goLive.error} />}
      {goLive.data && <Failing template={template} cases={goLive.data.failing} />}
      {/* The button is on the left: messages come up on the right. */}
      <div className="flex flex-wrap items-center gap-3">
        <Button size="sm" pending={goLive.isPending} disabled={steering.isSaving} onClick={() => goLive.mutate(draft)}>
          {t('goLive')}
        </Button>
        <span className="flex flex-wrap items-center gap-2 text-[13px]" role="status">
          <Badge tone="warn">{t('draftChanged')}</Badge>
          {goLive.isPending && t('testing')}
        </span>
      </div>
    </section>
  )
}

function Failing({ template, cases }: { template: string; cases: readonly string[] }) {
  const t = useTranslations('shop')
  const { tenant } = useTenant()
  if (cases.length === 0) return null
  return (
    <p role="alert" className="rounded-lg bg-bad-wash px-4 py-3 text-[13px]">
      {t('notLive', { cases: cases.slice(0, 5).join(', ') })}{' '}
      <Link className="underline underline-offset-2" href={`/t/${tenant.slug}/templates/${template}/goldens`}>
        {t('seeGoldens')}
      </Link>
    </p>
  )
}
