'use client'
// Our own mistake: say so, give the code that finds it in the log, and offer to try again.
import { useTranslations } from 'next-intl'
import { Button } from '../ui/button.tsx'

export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const t = useTranslations('common')
  return (
    <main className="mx-auto max-w-md px-4 py-24">
      <h1 className="font-semibold text-2xl">{t('errorTitle')}</h1>
      <p className="mt-2 text-soft">
        {t('errorText')} <code className="font-mono">{error.digest}</code>
      </p>
      <Button className="mt-5" onClick={reset}>
        {t('retry')}
      </Button>
    </main>
  )
}
