// Nothing here, or nothing you may see: the same page for both.
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { AuthFrame } from '../features/auth/frame.tsx'
import { Button } from '../ui/button.tsx'

export default async function NotFound() {
  const t = await getTranslations('common')
  return (
    <AuthFrame title={t('notFoundTitle')}>
      <p className="mb-4 text-soft">{t('notFoundText')}</p>
      <Button asChild variant="secondary">
        <Link href="/t">{t('home')}</Link>
      </Button>
    </AuthFrame>
  )
}
