// A tenant opens at Get started.
import { redirect } from 'next/navigation'

export default async function TenantPage({ params }: { params: Promise<{ slug: string }> }) {
  redirect(`/t/${(await params).slug}/start`)
}
