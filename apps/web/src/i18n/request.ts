// The language of a request: the cookie a person chose, else what the browser asks for. It is never in the URL.
import { cookies, headers } from 'next/headers'
import { getRequestConfig } from 'next-intl/server'
import en from '../../messages/en.json'
import zh from '../../messages/zh-CN.json'
import { localeCookie, localeOf } from './locale.ts'

export default getRequestConfig(async () => {
  const locale = localeOf((await cookies()).get(localeCookie)?.value, (await headers()).get('accept-language'))
  return { locale, messages: locale === 'en' ? en : zh, timeZone: 'UTC' }
})
