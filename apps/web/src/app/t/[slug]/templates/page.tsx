// Templates of the tenant.
import { Templates } from '../../../../features/template/templates.tsx'

export default function TemplatesPage() {
  return <Templates />
}
