// Set the new password. The token comes with the mailed link.
import { getTranslations } from 'next-intl/server'
import { AuthFrame } from '../../features/auth/frame.tsx'
import { ForgotPassword, ResetPassword } from '../../features/auth/reset.tsx'

export default async function ResetPasswordPage({ searchParams }: { searchParams: Promise<{ token?: string }> }) {
  const t = await getTranslations('auth')
  const { token } = await searchParams
  return (
    <AuthFrame title={t('resetTitle')} text={token ? undefined : t('badLink')}>
      {token ? <ResetPassword token={token} /> : <ForgotPassword />}
    </AuthFrame>
  )
}
