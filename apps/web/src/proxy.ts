// Every page gets a Content-Security-Policy with a nonce of its own: no script runs that the server did not send.
import { type NextRequest, NextResponse } from 'next/server'
import { frameAncestors, pupilCookie } from './door/pupil-cookie.ts'

export function proxy(request: NextRequest) {
  const nonce = btoa(crypto.randomUUID())
  const isDevelopment = process.env.NODE_ENV === 'development'
  const policy = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ''}`,
    // Positions of menus and toasts are style attributes.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${framedBy(request)}`,
  ].join('; ')
  const headers = new Headers(request.headers)
  headers.set('x-nonce', nonce)
  headers.set('content-security-policy', policy)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  response.headers.set('x-content-type-options', 'nosniff')
  response.headers.set('referrer-policy', 'strict-origin-when-cross-origin')
  response.headers.set('permissions-policy', 'camera=(), microphone=(), geolocation=()')
  return response
}

/** Only a pupil's practice may be shown by another site: by the learning platform it was opened from. */
function framedBy(request: NextRequest): string {
  const [, place] = /^\/practice\/([^/]+)$/.exec(request.nextUrl.pathname) ?? []
  return place === undefined ? "'none'" : frameAncestors(pupilCookie(request.headers.get('cookie'), place))
}

export const config = { matcher: ['/((?!_next/static|_next/image|icon.svg).*)'] }
