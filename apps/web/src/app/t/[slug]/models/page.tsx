// Models of the tenant.
import { Models } from '../../../../features/model/models.tsx'

export default function ModelsPage() {
  return <Models />
}
