// Sign-up.
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { AuthFrame } from '../../features/auth/frame.tsx'
import { SignUp } from '../../features/auth/sign-up.tsx'
import { TrpcProvider } from '../../trpc/client.tsx'

export default async function SignUpPage() {
  const t = await getTranslations('auth')
  const footer = (
    <>
      {t('haveAccount')}{' '}
      <Link href="/sign-in" className="text-accent hover:underline">
        {t('signIn')}
      </Link>
    </>
  )
  return (
    <AuthFrame title={t('signUpTitle')} text={t('signUpText')} footer={footer}>
      <TrpcProvider>
        <SignUp />
      </TrpcProvider>
    </AuthFrame>
  )
}
