// What changed between two versions of a template.
import { Diff } from '../../../../../../features/template/diff.tsx'

export default async function TemplateDiffPage({ params }: { params: Promise<{ id: string }> }) {
  return <Diff id={(await params).id} />
}
