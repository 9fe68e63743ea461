'use client'
// From the merchandiser's page to shoppers in one press: the golden cases are run on the draft, and it is published when all pass. The way back is in
// the message: a new version that equals the one before.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { toast } from 'sonner'
import { useTRPC, useTRPCClient } from '../../trpc/client.tsx'

const movingMs = 500
const undoMs = 20_000

/** `failing` names golden cases that do not pass on the draft; then nothing was published. */
export function useGoLive(template: string) {
  const t = useTranslations('shop')
  const trpc = useTRPC()
  const client = useTRPCClient()
  const cache = useQueryClient()
  const refresh = () => cache.invalidateQueries({ queryKey: trpc.template.pathKey() })
  const back = useMutation(
    trpc.template.rollback.mutationOptions({
      onSuccess: ({ live }) => {
        toast.success(t('wentBack', { version: live?.version ?? 0 }))
        void refresh()
      },
      onError: (error) => toast.error(error.message),
    }),
  )
  return useMutation({
    mutationFn: async (draft: { digest: string; live_version: number | null }): Promise<{ failing: string[] }> => {
      const failing = await failingCases()
      if (failing.length > 0) return { failing }
      const { live } = await client.template.publish.mutate({ id: template, digest: draft.digest })
      const before = draft.live_version
      toast.success(t('wentLive', { version: live?.version ?? 0 }), {
        duration: undoMs,
        ...(before === null
          ? {}
          : { action: { label: t('undo'), onClick: () => back.mutate({ id: template, version: before }) } }),
      })
      await refresh()
      return { failing: [] }
    },
  })

  async function failingCases(): Promise<string[]> {
    let report = await client.golden.run.mutate({ id: template })
    while (report.counts.pending > 0) {
      await new Promise((resolve) => setTimeout(resolve, movingMs))
      report = await client.golden.report.query({ id: template })
    }
    return report.cases.filter((one) => one.state !== 'passed').map((one) => one.slug)
  }
}
