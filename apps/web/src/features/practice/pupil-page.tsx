'use client'
// Practice as a pupil from a learning platform sees it, often in a frame: no way out of it but the exercise.
import { DoorClosed } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { TrpcProvider } from '../../trpc/client.tsx'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/feedback.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Preferences } from '../shell/preferences.tsx'
import { Practice } from './practice-page.tsx'

/** `place` null: the session has ended. */
export function PupilPage({ place }: { place: string | null }) {
  const [t, practice] = [useTranslations('interop'), useTranslations('practice')]
  return (
    <main className="mx-auto max-w-2xl px-4 py-8 sm:px-8">
      {place === null ? (
        <Card>
          <EmptyState icon={<DoorClosed className="size-5" />} title={t('pupilEnded')} text={t('pupilEndedText')} />
        </Card>
      ) : (
        <TrpcProvider practice={place}>
          <PageHeader title={practice('title')} text={t('pupilText')} actions={<Preferences />} />
          <Practice learner="me" />
        </TrpcProvider>
      )}
    </main>
  )
}
