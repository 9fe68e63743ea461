// All versions of a template.
import { Versions } from '../../../../../../features/template/versions.tsx'

export default async function TemplateVersionsPage({ params }: { params: Promise<{ id: string }> }) {
  return <Versions id={(await params).id} />
}
