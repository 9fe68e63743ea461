// The frame of a tenant's pages: only its members get past here; everything inside asks again for itself.
import { tenantsOf } from '@guildhall/domain/tenant/mine'
import { directoryOf } from '@guildhall/verticals/kit/directory'
import { verticals } from '@guildhall/verticals/registry'
import { headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import type { ReactNode } from 'react'
import { userOf } from '../../../door/session.ts'
import { DirectoryProvider } from '../../../features/pack/directory.tsx'
import { Shell } from '../../../features/shell/shell.tsx'
import { TenantProvider } from '../../../features/shell/tenant.tsx'
import { TrpcProvider } from '../../../trpc/client.tsx'

const directory = directoryOf(verticals)

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
        <DirectoryProvider directory={directory}>
          <Shell tenants={tenants} user={user}>
            {children}
          </Shell>
        </DirectoryProvider>
      </TenantProvider>
    </TrpcProvider>
  )
}
