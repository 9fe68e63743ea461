'use client'
// The way to learning platforms and record stores, for admins.
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Button } from '../../ui/button.tsx'
import { Card, CardBody, CardHeader } from '../../ui/card.tsx'
import { useTenant } from '../shell/tenant.tsx'

export function InteropCard() {
  const t = useTranslations('interop')
  const { tenant } = useTenant()
  return (
    <Card>
      <CardHeader title={t('title')} text={t('text')} />
      <CardBody>
        <Button asChild variant="secondary">
          <Link href={`/t/${tenant.slug}/settings/interoperability`}>{t('open')}</Link>
        </Button>
      </CardBody>
    </Card>
  )
}
