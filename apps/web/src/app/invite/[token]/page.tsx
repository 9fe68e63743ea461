// An invitation: what it is for, and one button.
import { roleSchema } from '@guildhall/contracts/scopes'
import { readInvitation } from '@guildhall/domain/invitation/accept'
import { headers } from 'next/headers'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { opened } from '../../../door/domain.ts'
import { userOf } from '../../../door/session.ts'
import { AcceptInvitation } from '../../../features/auth/accept-invitation.tsx'
import { AuthFrame } from '../../../features/auth/frame.tsx'
import { TrpcProvider } from '../../../trpc/client.tsx'
import { Button } from '../../../ui/button.tsx'

export default async function InvitePage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params
  await opened()
  const [t, roles, user] = [
    await getTranslations('auth'),
    await getTranslations('roles'),
    await userOf(await headers()),
  ]
  const invitation = await readInvitation(token).catch(() => null)
  if (!invitation) {
    return (
      <AuthFrame title={t('inviteGone')}>
        <p>{t('badLink')}</p>
      </AuthFrame>
    )
  }
  const role = roleSchema.catch('viewer').parse(invitation.role)
  return (
    <AuthFrame title={t('inviteTitle', { name: invitation.tenantName })} text={t('inviteText', { role: roles(role) })}>
      {user ? (
        <TrpcProvider>
          <AcceptInvitation token={token} />
        </TrpcProvider>
      ) : (
        <div className="flex flex-col gap-3">
          <p className="text-soft">{t('inviteSignIn')}</p>
          <Button asChild>
            <Link href={`/sign-up?next=/invite/${token}`}>{t('signUp')}</Link>
          </Button>
          <Button asChild variant="secondary">
            <Link href={`/sign-in?next=/invite/${token}`}>{t('signIn')}</Link>
          </Button>
        </div>
      )}
    </AuthFrame>
  )
}
