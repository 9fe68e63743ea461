'use client'
// tRPC for client components. The tenant in the URL travels in a header; the door checks that the user is in it.
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createTRPCClient, httpBatchLink, TRPCClientError } from '@trpc/client'
import { createTRPCContext } from '@trpc/tanstack-react-query'
import { type ReactNode, useState } from 'react'
import superjson from 'superjson'
import type { RootRouter } from '../routers/root.ts'

const { TRPCProvider, useTRPC, useTRPCClient } = createTRPCContext<RootRouter>()

export { useTRPC, useTRPCClient }

const maxRetries = 2

/** Only what may pass by itself is tried again: a refusal stays a refusal. */
function mayRetry(failures: number, error: unknown): boolean {
  const status = error instanceof TRPCClientError ? (error.data?.httpStatus ?? 0) : 0
  return failures < maxRetries && (status === 0 || status >= 500)
}

type Props = {
  slug?: string
  /** Which session of a pupil the page is about. */
  practice?: string
  children: ReactNode
}

export function TrpcProvider({ slug, practice, children }: Props) {
  const [queryClient] = useState(
    () => new QueryClient({ defaultOptions: { queries: { retry: mayRetry, staleTime: 2000 } } }),
  )
  const [client] = useState(() =>
    createTRPCClient<RootRouter>({
      links: [
        httpBatchLink({
          url: '/api/trpc',
          transformer: superjson,
          headers: {
            ...(slug ? { 'x-guildhall-tenant': slug } : {}),
            ...(practice ? { 'x-guildhall-practice': practice } : {}),
          },
        }),
      ],
    }),
  )
  return (
    <QueryClientProvider client={queryClient}>
      <TRPCProvider trpcClient={client} queryClient={queryClient}>
        {children}
      </TRPCProvider>
    </QueryClientProvider>
  )
}
