// Sign-in.
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { AuthFrame } from '../../features/auth/frame.tsx'
import { SignIn } from '../../features/auth/sign-in.tsx'

export default async function SignInPage() {
  const t = await getTranslations('auth')
  const footer = (
    <>
      {t('noAccount')}{' '}
      <Link href="/sign-up" className="text-accent hover:underline">
        {t('signUp')}
      </Link>
    </>
  )
  return (
    <AuthFrame title={t('signInTitle')} footer={footer}>
      <SignIn />
    </AuthFrame>
  )
}
