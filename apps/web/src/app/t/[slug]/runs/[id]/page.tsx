// One run.
import { RunPage } from '../../../../../features/run/run-page.tsx'

export default async function RunDetailPage({ params }: { params: Promise<{ id: string }> }) {
  return <RunPage id={(await params).id} />
}
