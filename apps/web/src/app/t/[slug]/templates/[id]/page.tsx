// One template: its draft, what a change would do, and publishing.
import { Editor } from '../../../../../features/template/editor.tsx'

export default async function TemplatePage({ params }: { params: Promise<{ id: string }> }) {
  return <Editor id={(await params).id} />
}
