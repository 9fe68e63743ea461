'use client'
// Where a result comes from: enough to repeat it.
import type { ResultObject } from '@guildhall/contracts/result'
import { useTranslations } from 'next-intl'
import { Card, CardBody, CardHeader } from '../../ui/card.tsx'

export function Provenance({ result }: { result: ResultObject }) {
  const t = useTranslations('run')
  const { template, model } = result
  const rows = [
    [t('template'), `${template.slug}, ${t('version', { version: template.version })}`],
    [t('templateDigest'), template.digest],
    ...(model
      ? [
          [t('model'), `${model.name}, ${t('version', { version: model.version })}`],
          [t('modelDigest'), model.digest],
          [t('ranOn'), `${model.provider}, ${model.precision}`],
        ]
      : [[t('model'), t('noModel')]]),
    [t('inputDigest'), result.input_digest],
    [t('seed'), String(result.seed)],
  ]
  return (
    <Card>
      <CardHeader title={t('provenance')} />
      <CardBody>
        <dl className="flex flex-col gap-1.5 text-[13px]">
          {rows.map(([label, value]) => (
            <div key={label} className="grid grid-cols-[120px_1fr] gap-3">
              <dt className="text-soft">{label}</dt>
              <dd className="truncate font-mono text-xs leading-5" title={value}>
                {value}
              </dd>
            </div>
          ))}
        </dl>
      </CardBody>
    </Card>
  )
}
