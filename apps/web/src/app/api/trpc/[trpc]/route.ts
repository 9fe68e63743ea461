// tRPC over HTTP for the browser. Only same-origin requests may change anything: the session cookie is SameSite=Lax, and JSON bodies need a preflight.
import { fetchRequestHandler } from '@trpc/server/adapters/fetch'
import { newContext } from '../../../../door/trpc.ts'
import { rootRouter } from '../../../../routers/root.ts'

function handle(req: Request): Promise<Response> {
  return fetchRequestHandler({
    endpoint: '/api/trpc',
    req,
    router: rootRouter,
    createContext: () => newContext(req.headers),
  })
}

export { handle as GET, handle as POST }
