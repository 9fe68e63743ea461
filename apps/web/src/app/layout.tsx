// The frame of every page: language, theme, messages, toasts.
import './globals.css'
import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { NextIntlClientProvider } from 'next-intl'
import { getLocale } from 'next-intl/server'
import { ThemeProvider } from 'next-themes'
import type { ReactNode } from 'react'
import { Toaster } from 'sonner'
import { TooltipRoot } from '../ui/tooltip.tsx'

export const metadata: Metadata = {
  title: { default: 'Guildhall', template: '%s · Guildhall' },
  description:
    'An open, self-hostable vertical AI platform: finance risk notes, retail recommendations, education tutoring.',
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get('x-nonce') ?? ''
  return (
    <html lang={await getLocale()} suppressHydrationWarning>
      <body>
        <ThemeProvider attribute="class" defaultTheme="system" enableSystem nonce={nonce}>
          <NextIntlClientProvider>
            <TooltipRoot>{children}</TooltipRoot>
            <Toaster position="bottom-right" />
          </NextIntlClientProvider>
        </ThemeProvider>
      </body>
    </html>
  )
}
