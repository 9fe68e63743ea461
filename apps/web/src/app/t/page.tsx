// To the first tenant of the user, or to making one.
import { tenantsOf } from '@guildhall/domain/tenant/mine'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { userOf } from '../../door/session.ts'

export default async function TenantsPage() {
  const user = await userOf(await headers())
  if (!user) redirect('/sign-in')
  const [first] = await tenantsOf(user.id)
  redirect(first ? `/t/${first.slug}/start` : '/new')
}
