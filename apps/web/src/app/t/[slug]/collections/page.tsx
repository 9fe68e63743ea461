// Collections of the tenant.
import { Collections } from '../../../../features/collection/collections.tsx'

export default function CollectionsPage() {
  return <Collections />
}
