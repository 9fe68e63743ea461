// Keys of the tenant.
import { Keys } from '../../../../features/key/keys.tsx'

export default function KeysPage() {
  return <Keys />
}
