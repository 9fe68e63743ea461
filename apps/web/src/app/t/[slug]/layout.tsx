// The frame of a tenant's pages: only its members get past here; everything inside asks again for itself.
import { tenantsOf } from '@guildhall/domain/tenant/mine'
import { headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import type { ReactNode } from 'react'
import { userOf } from '../../../door/session.ts'
import { Shell } from '../../../features/shell/shell.tsx'
import { TenantProvider } from '../../../features/shell/tenant.tsx'
import { TrpcProvider } from '../../../trpc/client.tsx'

export default async function TenantLayout({
  params,
  children,
}: {
  params: Promise<{ slug: string }>
  children: ReactNode
}) {
  const { slug } = await params
  const user = await userOf(await headers())
  if (!user) redirect(`/sign-in?next=/t/${slug}/start`)
  const tenants = await tenantsOf(user.id)
  const tenant = tenants.find((one) => one.slug === slug)
  if (!tenant) notFound()
  return (
    <TrpcProvider slug={slug} key={slug}>
      <TenantProvider tenant={tenant} userId={user.id}>
        <Shell tenants={tenants} user={user}>
          {children}
        </Shell>
      </TenantProvider>
    </TrpcProvider>
  )
}
