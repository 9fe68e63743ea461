// Message keys are typed by the English file: a key that does not exist does not compile.
import type en from '../../messages/en.json'
import type { Locale } from './locale.ts'

declare module 'next-intl' {
  interface AppConfig {
    Messages: typeof en
    Locale: Locale
  }
}
