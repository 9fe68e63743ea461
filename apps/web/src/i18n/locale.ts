// The languages of the interface. English and Chinese are equals.
export const localeCookie = 'locale'
export const locales = ['en', 'zh-CN'] as const
export type Locale = (typeof locales)[number]

export function localeOf(cookie: string | undefined, acceptLanguage: string | null): Locale {
  const chosen = locales.find((locale) => locale === cookie)
  return chosen ?? (/^\s*zh\b/i.test(acceptLanguage ?? '') ? 'zh-CN' : 'en')
}
