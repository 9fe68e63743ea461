// The landing page.
import { findTask } from '@guildhall/verticals/registry'
import { BookOpen, Landmark, ShoppingBag } from 'lucide-react'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Mark } from '../features/shell/mark.tsx'
import { Preferences } from '../features/shell/preferences.tsx'
import { curlOf } from '../features/start/curl.ts'
import { Button } from '../ui/button.tsx'
import { CodeBlock } from '../ui/code-block.tsx'

export default async function LandingPage() {
  const [t, common] = [await getTranslations('landing'), await getTranslations('common')]
  const sample = findTask('finance', 'risk_note')?.samples[0]?.input ?? {}
  const verticals = [
    { icon: Landmark, title: t('financeTitle'), text: t('financeText') },
    { icon: ShoppingBag, title: t('retailTitle'), text: t('retailText') },
    { icon: BookOpen, title: t('educationTitle'), text: t('educationText') },
  ]
  const steps = [
    { title: t('how1'), text: t('how1Text') },
    { title: t('how2'), text: t('how2Text') },
    { title: t('how3'), text: t('how3Text') },
    { title: t('how4'), text: t('how4Text') },
  ]
  return (
    <div className="mx-auto max-w-6xl px-5">
      <header className="flex items-center justify-between py-4">
        <Mark />
        <div className="flex items-center gap-1">
          <Preferences />
          <Button asChild variant="secondary" size="sm">
            <Link href="/t">{common('signIn')}</Link>
          </Button>
        </div>
      </header>
      <main>
        <section className="max-w-3xl py-16 sm:py-24">
          <h1 className="text-balance font-semibold text-4xl tracking-tight sm:text-6xl">{t('title')}</h1>
          <p className="mt-5 max-w-2xl text-lg text-soft leading-relaxed">{t('text')}</p>
          <div className="mt-8 flex flex-wrap gap-3">
            <Button asChild>
              <Link href="/sign-up">{t('start')}</Link>
            </Button>
            <Button asChild variant="secondary">
              <a href="/v1/openapi.json">{t('api')}</a>
            </Button>
          </div>
        </section>
        <section className="grid gap-4 md:grid-cols-3">
          {verticals.map(({ icon: Icon, title, text }) => (
            <article key={title} className="rounded-xl border border-line bg-surface p-6 shadow-xs">
              <Icon className="size-6 text-accent" aria-hidden />
              <h2 className="mt-4 font-semibold text-lg">{title}</h2>
              <p className="mt-1.5 text-soft">{text}</p>
            </article>
          ))}
        </section>
        <section className="grid gap-10 py-20 lg:grid-cols-2">
          <div>
            <h2 className="font-semibold text-2xl tracking-tight">{t('howTitle')}</h2>
            <p className="mt-1 text-soft">{t('howText')}</p>
            <ol className="mt-6 flex flex-col gap-5">
              {steps.map((step, at) => (
                <li key={step.title} className="flex gap-4">
                  <span className="flex size-7 shrink-0 items-center justify-center rounded-full bg-accent-wash font-semibold text-accent text-xs">
                    {at + 1}
                  </span>
                  <div>
                    <h3 className="font-medium">{step.title}</h3>
                    <p className="text-soft">{step.text}</p>
                  </div>
                </li>
              ))}
            </ol>
          </div>
          <div className="min-w-0">
            <h2 className="mb-4 font-semibold text-2xl tracking-tight">{t('codeTitle')}</h2>
            <CodeBlock
              label="curl"
              code={curlOf({ origin: 'http://127.0.0.1:3000', secret: 'gh_live_…', input: sample })}
            />
          </div>
        </section>
      </main>
      <footer className="flex flex-wrap justify-between gap-2 border-line border-t py-6 text-soft text-[13px]">
        <span>Guildhall</span>
        <span>{t('licence')}</span>
      </footer>
    </div>
  )
}
