// A page without a script, for people who have no session here: both languages, light and dark, and it may be shown in a frame, because it does nothing.
import type { FastifyReply } from 'fastify'

type Words = { en: string; 'zh-CN': string }
export type PlainPage = {
  status: number
  title: Words
  lines: readonly Words[]
  link?: { href: string; text: Words }
  /** At the foot, such as a request id. */
  foot: string
}

const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors *"
const style = `:root{color-scheme:light dark}body{font:16px/1.6 system-ui,sans-serif;max-width:34rem;margin:12vh auto;padding:0 1.25rem}
h1{font-size:1.25rem;margin:0}section+section{margin-top:2rem;padding-top:2rem;border-top:1px solid #8886}footer{margin-top:2.5rem;font:12px ui-monospace,monospace;opacity:.75;overflow-wrap:anywhere}`

export function sendPage(reply: FastifyReply, page: PlainPage): FastifyReply {
  reply.removeHeader('X-Frame-Options')
  return reply
    .status(page.status)
    .header('Content-Security-Policy', policy)
    .header('Cache-Control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(htmlOf(page))
}

function htmlOf({ title, lines, link, foot }: PlainPage): string {
  const part = (language: 'en' | 'zh-CN') => `<section lang="${language}"><h1>${safe(title[language])}</h1>
${lines.map((line) => `<p>${safe(line[language])}</p>`).join('\n')}
${link ? `<p><a href="${safe(link.href)}" target="_blank" rel="noopener">${safe(link.text[language])}</a></p>` : ''}</section>`
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${safe(title.en)} · Guildhall</title><style>${style}</style></head><body><main>${part('en')}${part('zh-CN')}</main>
<footer>${safe(foot)}</footer></body></html>`
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const safe = (text: string) => text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? '')
