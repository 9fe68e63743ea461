// A text in both languages of the house. English and Chinese are equals: neither may be left out.
import type { Language } from '@guildhall/contracts/run'
import { z } from 'zod'

export type Localized = { en: string; 'zh-CN': string }

export const localizedSchema = z.strictObject({ en: z.string().min(1).max(400), 'zh-CN': z.string().min(1).max(400) })

/** Every language a note can be written in, in the order of the interface. */
export const languages: readonly Language[] = ['en', 'zh-CN']
