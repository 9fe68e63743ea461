// One training, live.
import { TrainingPage } from '../../../../../features/model/training-page.tsx'

export default async function TrainingDetailPage({ params }: { params: Promise<{ id: string }> }) {
  return <TrainingPage id={(await params).id} />
}
