// Batches of the tenant.
import { Batches } from '../../../../features/batch/batches.tsx'

export default function BatchesPage() {
  return <Batches />
}
