// One model: its versions, its trainings, its schedule.
import { ModelPage } from '../../../../../features/model/model-page.tsx'

export default async function ModelDetailPage({ params }: { params: Promise<{ id: string }> }) {
  return <ModelPage id={(await params).id} />
}
