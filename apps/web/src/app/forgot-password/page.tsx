// Ask for a link to set a new password.
import { getTranslations } from 'next-intl/server'
import { AuthFrame } from '../../features/auth/frame.tsx'
import { ForgotPassword } from '../../features/auth/reset.tsx'

export default async function ForgotPasswordPage() {
  const t = await getTranslations('auth')
  return (
    <AuthFrame title={t('forgotTitle')} text={t('forgotText')}>
      <ForgotPassword />
    </AuthFrame>
  )
}
