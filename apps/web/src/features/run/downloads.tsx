'use client'
// The note to take away: PDF on A4 or Letter, Markdown, in the languages it was written in.
import type { Language } from '@guildhall/contracts/run'
import { Download } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { DropdownMenu as Radix } from 'radix-ui'
import { Button } from '../../ui/button.tsx'
import { useTenant } from '../shell/tenant.tsx'

const names: Record<Language, string> = { en: 'English', 'zh-CN': '中文' }
const forms = [
  { name: 'PDF, A4', query: 'format=pdf&paper=A4' },
  { name: 'PDF, Letter', query: 'format=pdf&paper=LETTER' },
  { name: 'Markdown', query: 'format=markdown' },
]

export function Downloads({ run, languages }: { run: string; languages: readonly Language[] }) {
  const t = useTranslations('run')
  const { tenant } = useTenant()
  return (
    <Radix.Root>
      <Radix.Trigger asChild>
        <Button size="sm" variant="secondary">
          <Download className="size-4" aria-hidden />
          {t('download')}
        </Button>
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          align="end"
          sideOffset={6}
          className="z-50 min-w-48 rounded-lg border border-line bg-surface p-1 text-[13px] shadow-lg"
        >
          {languages.map((language) => (
            <Radix.Group key={language}>
              <Radix.Label className="px-3 pt-2 pb-1 text-soft text-xs">{names[language]}</Radix.Label>
              {forms.map((form) => (
                <Radix.Item key={form.name} asChild>
                  <a
                    href={`/t/${tenant.slug}/runs/${run}/note?${form.query}&language=${language}`}
                    download
                    className="block cursor-pointer rounded-md px-3 py-1.5 outline-none data-[highlighted]:bg-raised"
                  >
                    {form.name}
                  </a>
                </Radix.Item>
              ))}
            </Radix.Group>
          ))}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
