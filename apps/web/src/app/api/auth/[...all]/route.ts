// The auth library's own endpoints: sign-up, sign-in, sign-out, password reset.
import { opened } from '../../../../door/domain.ts'

async function handle(request: Request): Promise<Response> {
  const { auth } = await opened()
  return auth.handler(request)
}

export { handle as GET, handle as POST }
