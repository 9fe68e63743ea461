'use client'
// Somebody else saved first: whose change it was, what each of you changed, and the three ways on.
import type { DraftConflict } from '@guildhall/contracts/template-change'
import { contentSchema, templateSettings } from '@guildhall/contracts/template-document'
import { threeWay } from '@guildhall/verticals/kit/document-merge'
import { useTranslations } from 'next-intl'
import { z } from 'zod'
import { Button } from '../../ui/button.tsx'
import type { Parts } from './use-draft.ts'

type ConflictProps = { conflict: DraftConflict; mine: Parts; onResolve: (parts: Parts, digest: string) => void }

const documentParts = z.looseObject({ content: contentSchema, ...templateSettings.shape })

export function Conflict({ conflict, mine, onResolve }: ConflictProps) {
  const t = useTranslations('editor')
  const { base, theirs, paths } = conflict
  const other = partsOf(theirs.document)
  const merged = base && asParts(threeWay(partsOf(base.document), mine, other).merged)
  const lists = [
    { name: t('yourChanges'), paths: paths.yours },
    { name: t('theirChanges', { name: conflict.by ?? t('somebody') }), paths: paths.theirs },
  ]
  return (
    <section
      role="alert"
      aria-label={t('conflictTitle')}
      className="rounded-xl border border-warn/40 bg-warn-wash p-5 text-[13px]"
    >
      <h2 className="font-semibold text-[15px]">{t('conflictTitle')}</h2>
      <p className="mt-1">{t('conflictText', { name: conflict.by ?? t('somebody') })}</p>
      <div className="mt-3 grid gap-4 sm:grid-cols-2">
        {lists.map((list) => (
          <div key={list.name}>
            <h3 className="font-medium">{list.name}</h3>
            <ul className="mt-1 flex flex-col gap-0.5">
              {list.paths.slice(0, 8).map((path) => (
                <li key={path}>
                  <code className="break-all font-mono text-xs">{path}</code>
                  {paths.both.includes(path) && <span className="ml-2 text-bad">{t('changedByBoth')}</span>}
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
      <div className="mt-4 flex flex-wrap gap-2">
        {merged && (
          <Button size="sm" onClick={() => onResolve(merged, theirs.digest)}>
            {t(paths.both.length === 0 ? 'takeBoth' : 'takeBothMine')}
          </Button>
        )}
        <Button size="sm" variant="secondary" onClick={() => onResolve(mine, theirs.digest)}>
          {t('keepMine')}
        </Button>
        <Button size="sm" variant="secondary" onClick={() => onResolve(other, theirs.digest)}>
          {t('takeTheirs')}
        </Button>
      </div>
    </section>
  )
}

function partsOf(document: Record<string, unknown>): Parts {
  const { content, model, generation, output, limits } = documentParts.parse(document)
  return { content, settings: { model, generation, output, limits } }
}

function asParts(merged: unknown): Parts {
  return z.object({ content: contentSchema, settings: templateSettings }).parse(merged)
}
