// One collection: its report, its records, and a file to bring in.
import { CollectionPage } from '../../../../../features/collection/collection-page.tsx'

export default async function CollectionDetailPage({ params }: { params: Promise<{ name: string }> }) {
  return <CollectionPage name={(await params).name} />
}
