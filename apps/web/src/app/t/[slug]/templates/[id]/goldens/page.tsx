// The golden cases of a template.
import { Goldens } from '../../../../../../features/golden/goldens.tsx'

export default async function TemplateGoldensPage({ params }: { params: Promise<{ id: string }> }) {
  return <Goldens id={(await params).id} />
}
