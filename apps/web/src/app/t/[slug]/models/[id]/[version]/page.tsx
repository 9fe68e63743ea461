// One version: gates, card, curves, shadow, promotion.
import { VersionPage } from '../../../../../../features/model/version-page.tsx'

export default async function VersionDetailPage({ params }: { params: Promise<{ id: string; version: string }> }) {
  const { id, version } = await params
  return <VersionPage id={id} version={Number(version)} />
}
