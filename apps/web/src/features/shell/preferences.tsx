'use client'
// Language and theme. The language is a cookie, because the server renders in it.
import { Languages, Moon, Sun } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { useTheme } from 'next-themes'
import { Button } from '../../ui/button.tsx'

export function Preferences() {
  const t = useTranslations('common')
  const locale = useLocale()
  const router = useRouter()
  const { resolvedTheme, setTheme } = useTheme()
  const other = locale === 'en' ? 'zh-CN' : 'en'
  const switchLanguage = async () => {
    await fetch('/api/locale', { method: 'POST', body: JSON.stringify({ locale: other }) })
    router.refresh()
  }
  return (
    <div className="flex items-center gap-1">
      <Button variant="ghost" size="sm" onClick={switchLanguage} lang={other}>
        <Languages className="size-4" aria-hidden />
        {other === 'en' ? 'English' : '中文'}
      </Button>
      <Button
        variant="ghost"
        size="sm"
        className="px-2"
        aria-label={t('theme')}
        onClick={() => setTheme(resolvedTheme === 'dark' ? 'light' : 'dark')}
      >
        <Sun className="hidden size-4 dark:block" aria-hidden />
        <Moon className="size-4 dark:hidden" aria-hidden />
      </Button>
    </div>
  )
}
