// One learner's timeline.
import { LearnerPage } from '../../../../../features/classroom/learner-page.tsx'

export default async function LearnerTimelinePage({ params }: { params: Promise<{ learner: string }> }) {
  return <LearnerPage learner={decodeURIComponent((await params).learner)} />
}
