'use client'
// A version in a list: what it is, and how its gates stand.
import type { ModelVersionObject } from '@guildhall/contracts/model'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Badge, type Tone } from '../../ui/badge.tsx'
import { Time } from '../../ui/time.tsx'
import { useTenant } from '../shell/tenant.tsx'

const tones: Record<ModelVersionObject['state'], Tone> = { champion: 'good', candidate: 'info', archived: 'neutral' }

export function VersionRow({ version }: { version: ModelVersionObject }) {
  const t = useTranslations('models')
  const { tenant } = useTenant()
  const failed = version.gates.filter((gate) => gate.verdict === 'fail').length
  return (
    <li className="first:-mt-3 last:-mb-3">
      <Link
        href={`/t/${tenant.slug}/models/${version.model}/${version.version}`}
        className="-mx-3 flex flex-wrap items-center gap-x-4 gap-y-1 rounded-lg px-3 py-3 text-[13px] hover:bg-raised"
      >
        <span className="w-24 font-medium">{t('version', { version: version.version })}</span>
        <VersionState state={version.state} />
        {version.is_builtin && <Badge>{t('builtin')}</Badge>}
        {version.request && <Badge tone="warn">{t('waitsForSecond')}</Badge>}
        <span className="flex-1" />
        {version.gates.length > 0 && (
          <Badge tone={failed > 0 ? 'bad' : 'good'}>
            {failed > 0 ? t('gatesFail', { count: failed }) : t('gatesPass')}
          </Badge>
        )}
        <span className="text-soft">
          <Time iso={version.created_at} />
        </span>
      </Link>
    </li>
  )
}

export function VersionState({ state }: { state: ModelVersionObject['state'] }) {
  const t = useTranslations('models')
  return <Badge tone={tones[state]}>{t(`versionState.${state}`)}</Badge>
}
