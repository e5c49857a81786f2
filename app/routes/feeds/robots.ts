import type { LoaderFunctionArgs } from '@remix-run/node'
import { LANGUAGES } from '#app/locales/languages.ts'

const PERSONAL = [
  'orders',
  'status',
  'signin',
  'signout',
  'me',
  'organize',
  'teach',
  'finance',
  'admin',
  'outbox',
  'test-gateway',
  'webhooks',
]

/** What is one person's stays out of search engines; feeds stay open, because calendars obey this file as well. */
export function loader({ context }: LoaderFunctionArgs) {
  const prefixes = ['', ...LANGUAGES.map(({ code }) => `/${code}`)]
  const rules = prefixes.flatMap((prefix) => PERSONAL.map((path) => `Disallow: ${prefix}/${path}`))
  const body = ['User-agent: *', ...rules, '', `Sitemap: ${context.services.config.baseUrl}/sitemap.xml`, ''].join('\n')
  return new Response(body, {
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'public, max-age=86400' },
  })
}
