// Choose who practises.
import { LearnersPage } from '../../../../features/practice/learners-page.tsx'

export default function PracticeIndexPage() {
  return <LearnersPage />
}
