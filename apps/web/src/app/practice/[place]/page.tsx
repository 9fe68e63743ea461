// A pupil's own practice, opened from a learning platform: no member, no shell, only the exercise. Where the session has ended the page says so and
// does nothing.
import { AppError } from '@guildhall/contracts/errors'
import { newId } from '@guildhall/contracts/ids'
import { headers } from 'next/headers'
import { pupilAt } from '../../../door/pupil.ts'
import { PupilPage } from '../../../features/practice/pupil-page.tsx'

export const metadata = { title: 'Practice' }

export default async function PupilPracticePage({ params }: { params: Promise<{ place: string }> }) {
  const { place } = await params
  const asked = { headers: await headers(), requestId: newId('request') }
  const pupil = await pupilAt(place, asked).catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'unauthenticated') return null
    throw error
  })
  return <PupilPage place={pupil ? place : null} />
}
