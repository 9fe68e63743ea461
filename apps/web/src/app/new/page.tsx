// Create a tenant.
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { userOf } from '../../door/session.ts'
import { AuthFrame } from '../../features/auth/frame.tsx'
import { NewTenant } from '../../features/auth/new-tenant.tsx'
import { TrpcProvider } from '../../trpc/client.tsx'

export default async function NewTenantPage() {
  if (!(await userOf(await headers()))) redirect('/sign-in')
  const t = await getTranslations('auth')
  return (
    <AuthFrame title={t('newTenantTitle')} text={t('newTenantText')}>
      <TrpcProvider>
        <NewTenant />
      </TrpcProvider>
    </AuthFrame>
  )
}
