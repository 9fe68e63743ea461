'use client'
// Accept an invitation with one press.
import { useMutation } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useTRPC } from '../../trpc/client.tsx'
import { Button } from '../../ui/button.tsx'
import { ProblemNote } from '../../ui/feedback.tsx'

export function AcceptInvitation({ token }: { token: string }) {
  const t = useTranslations('auth')
  const trpc = useTRPC()
  const router = useRouter()
  const accept = useMutation(
    trpc.tenant.accept.mutationOptions({ onSuccess: (slug) => router.push(`/t/${slug}/start`) }),
  )
  return (
    <div className="flex flex-col gap-4">
      {accept.isError && <ProblemNote error={accept.error} />}
      <Button pending={accept.isPending} onClick={() => accept.mutate({ token })}>
        {t('accept')}
      </Button>
    </div>
  )
}
