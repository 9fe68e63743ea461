'use client'
// The addresses that a learning platform asks for, under the names the platforms use; and the key that signs for this tenant.
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { toast } from 'sonner'
import { useTRPC } from '../../trpc/client.tsx'
import { Button } from '../../ui/button.tsx'
import { Card, CardBody, CardHeader } from '../../ui/card.tsx'
import { CodeBlock } from '../../ui/code-block.tsx'
import { ConfirmDialog } from '../../ui/dialog.tsx'

type Tool = { login_url: string; launch_url: string; jwks_url: string; key_id: string }

export function ToolCard({ tool }: { tool: Tool }) {
  const t = useTranslations('interop')
  const trpc = useTRPC()
  const cache = useQueryClient()
  const rotate = useMutation(
    trpc.lti.rotateKey.mutationOptions({
      onSuccess: () => {
        toast.success(t('rotated'))
        void cache.invalidateQueries({ queryKey: trpc.lti.pathKey() })
      },
      onError: (error) => toast.error(error.message),
    }),
  )
  return (
    <Card>
      <CardHeader title={t('tool')} text={t('toolText')} />
      <CardBody className="flex flex-col gap-3">
        <CodeBlock label={t('loginUrl')} code={tool.login_url} />
        <CodeBlock label={t('launchUrl')} code={tool.launch_url} />
        <CodeBlock label={t('jwksUrl')} code={tool.jwks_url} />
        <CodeBlock label={t('custom')} code={'skill=frac-add-like,frac-add-unlike\ntemplate=maths-tutor'} />
        <div className="flex flex-wrap items-center justify-between gap-3 text-[13px] text-soft">
          <p className="min-w-0 break-all">
            {t('keyId')} <code className="font-mono text-xs">{tool.key_id}</code>
          </p>
          <ConfirmDialog
            trigger={
              <Button size="sm" variant="secondary">
                {t('rotate')}
              </Button>
            }
            title={t('rotate')}
            text={t('rotateText')}
            action={t('rotate')}
            pending={rotate.isPending}
            onConfirm={() => rotate.mutate({})}
          />
        </div>
      </CardBody>
    </Card>
  )
}
