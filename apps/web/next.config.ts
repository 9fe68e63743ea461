// Next.js: transpiles our packages, leaves drivers external, tells nobody what it runs.
import { join } from 'node:path'
import type { NextConfig } from 'next'
import createNextIntlPlugin from 'next-intl/plugin'

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  transpilePackages: [
    '@guildhall/contracts',
    '@guildhall/db',
    '@guildhall/domain',
    '@guildhall/queue',
    '@guildhall/runtime',
    '@guildhall/verticals',
  ],
  serverExternalPackages: [
    '@prisma/client',
    '@prisma/adapter-pg',
    'pg',
    'bullmq',
    'ioredis',
    'pino',
    'better-auth',
    'pdfmake',
  ],
  turbopack: { root: join(import.meta.dirname, '../..') },
  outputFileTracingRoot: join(import.meta.dirname, '../..'),
}

export default createNextIntlPlugin('./src/i18n/request.ts')(config)
