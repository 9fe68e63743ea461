'use client'
// The note's wording, both languages side by side, with the names of all facts at hand.
import type { RiskNoteContent } from '@guildhall/verticals/packs/finance/content'
import { contextNames } from '@guildhall/verticals/packs/finance/wording-names'
import { useTranslations } from 'next-intl'

type WordingProps = { content: RiskNoteContent; onChange: (change: Partial<RiskNoteContent>) => void }

const languages = [
  ['en', 'English'],
  ['zh-CN', '中文'],
] as const

export function Wording({ content, onChange }: WordingProps) {
  const t = useTranslations('templates')
  const { wording } = content
  return (
    <div className="flex flex-col gap-6">
      <details className="rounded-lg bg-raised px-4 py-3 text-[13px]">
        <summary className="cursor-pointer font-medium">{t('names')}</summary>
        <p className="mt-2 text-soft">{t('namesText')}</p>
        <p className="mt-2 flex flex-wrap gap-1.5">
          {contextNames.map((name) => (
            <code key={name} className="rounded bg-surface px-1.5 py-0.5 font-mono text-xs">{`{{ ${name} }}`}</code>
          ))}
        </p>
      </details>
      {wording.map((section, at) => (
        <fieldset key={section.id}>
          <legend className="mb-2 font-semibold text-[13px]">
            {section.title.en} · {section.title['zh-CN']}
          </legend>
          <div className="grid gap-3 lg:grid-cols-2">
            {languages.map(([language, name]) => (
              <label key={language} className="block text-soft text-xs">
                {name}
                <textarea
                  lang={language}
                  spellCheck={false}
                  rows={8}
                  value={section.text[language]}
                  onChange={(event) =>
                    onChange({
                      wording: wording.map((one, index) =>
                        index === at ? { ...one, text: { ...one.text, [language]: event.target.value } } : one,
                      ),
                    })
                  }
                  className="mt-1 w-full rounded-lg border border-line bg-surface p-3 font-mono text-ink text-xs leading-5"
                />
              </label>
            ))}
          </div>
        </fieldset>
      ))}
    </div>
  )
}
