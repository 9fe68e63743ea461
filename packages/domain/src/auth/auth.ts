// Sign-up, sign-in and sessions by better-auth. Tenants, roles and invitations are ours: its tables know no tenant.
import { authStore } from '@guildhall/db/auth-store'
import { betterAuth } from 'better-auth'
import { writeMail } from '../mail/write.ts'

const resetValidS = 3600
const minPasswordChars = 10

/** `baseUrl` is the one public origin; cookies are Secure when it is https. Call once per process, after openDomain(). */
export function openAuth(options: { secret: string; baseUrl: string }) {
  return betterAuth({
    secret: options.secret,
    baseURL: options.baseUrl,
    // On one's own machine both names of it are typed.
    trustedOrigins: [options.baseUrl, options.baseUrl.replace('//127.0.0.1', '//localhost')],
    database: authStore(),
    telemetry: { enabled: false },
    emailAndPassword: {
      enabled: true,
      minPasswordLength: minPasswordChars,
      maxPasswordLength: 128,
      autoSignIn: true,
      resetPasswordTokenExpiresIn: resetValidS,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: async ({ user, url }) => writeMail({ to: user.email, ...resetMail(user.name, url) }),
    },
    session: { expiresIn: 60 * 60 * 24 * 14, updateAge: 60 * 60 * 24, cookieCache: { enabled: false } },
    rateLimit: { enabled: true, window: 60, max: 120, customRules: signInRules },
    advanced: {
      cookiePrefix: 'guildhall',
      defaultCookieAttributes: { sameSite: 'lax', httpOnly: true },
      ipAddress: { ipAddressHeaders: ['x-forwarded-for'] },
    },
  })
}
export type Auth = ReturnType<typeof openAuth>

// Guessing passwords or mailing strangers must be slow; the numbers leave room for a class or an office behind one address. The library counts until
// an address has been quiet for the whole window: people who come one after the other count together, however long that takes.
const signInRules = {
  '/sign-in/email': { window: 60, max: 20 },
  '/sign-up/email': { window: 60, max: 60 },
  '/request-password-reset': { window: 60, max: 5 },
}

function resetMail(name: string, url: string) {
  return {
    subject: 'Guildhall: set a new password / 重设密码',
    body: `Hello ${name},\n\nopen this link within one hour to set a new password:\n${url}\n\nIf you did not ask for it, ignore this mail; nothing changes.\n\n您好 ${name}，\n\n请在一小时内打开上面的链接重设密码。如果不是您本人操作，请忽略此邮件。\n`,
  }
}
