// Sets the language cookie. A route, because the browser's cookie API exists on secure origins only and people self-host on plain http.
import { cookies } from 'next/headers'
import { z } from 'zod'
import { localeCookie, locales } from '../../../i18n/locale.ts'

const yearS = 31_536_000
const body = z.strictObject({ locale: z.enum(locales) })

export async function POST(request: Request): Promise<Response> {
  const parsed = body.safeParse(await request.json().catch(() => null))
  if (!parsed.success)
    return Response.json(
      { code: 'input_invalid', detail: `locale must be one of ${locales.join(', ')}` },
      { status: 422 },
    )
  ;(await cookies()).set(localeCookie, parsed.data.locale, { path: '/', maxAge: yearS, sameSite: 'lax' })
  return new Response(null, { status: 204 })
}
