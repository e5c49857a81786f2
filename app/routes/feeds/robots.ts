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
  'attendance',
  'lists',
  'finance',
  'admin',
  'outbox',
  'test-gateway',
  'webhooks',
]

/**
 * What is one person's stays out of search engines; calendars stay open, also that of an order, because Google's
 * importer obeys this file as well. Of several rules the longest counts (RFC 9309, 2.2.2).
 */
export function loader({ context }: LoaderFunctionArgs) {
  const prefixes = ['', ...LANGUAGES.map(({ code }) => `/${code}`)]
  const rules = prefixes.flatMap((prefix) => PERSONAL.map((path) => `Disallow: ${prefix}/${path}`))
  const calendars = prefixes.map((prefix) => `Allow: ${prefix}/orders/*.ics`)
  const body = [
    'User-agent: *',
    ...rules,
    ...calendars,
    '',
    `Sitemap: ${context.services.config.baseUrl}/sitemap.xml`,
    '',
  ].join('\n')
  return new Response(body, {
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'public, max-age=86400' },
  })
}
