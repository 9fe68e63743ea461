// What the draft would change on real runs.
import { Impact } from '../../../../../../features/template/impact.tsx'

export default async function TemplateImpactPage({ params }: { params: Promise<{ id: string }> }) {
  return <Impact id={(await params).id} />
}
