// A learner's practice.
import { PracticePage } from '../../../../../features/practice/practice-page.tsx'

export default async function LearnerPracticePage({ params }: { params: Promise<{ learner: string }> }) {
  return <PracticePage learner={decodeURIComponent((await params).learner)} />
}
