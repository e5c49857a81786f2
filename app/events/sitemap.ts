import { xml } from './xml.ts'
import { LANGUAGES } from '#app/locales/languages.ts'
import type { Instant } from '#app/values/moment.ts'

/** Fewer than the 50,000 that sitemaps.org allows: each address carries its languages. */
export const SITEMAP_PAGE = 5000

/** Pages with the same page in every language (developers.google.com/search/docs/specialty/international/localized-versions). */
export function sitemap(baseUrl: string, pages: { path: string; updatedAt?: Instant }[]): string {
  const urls = pages.map(({ path, updatedAt }) => {
    const alternates = LANGUAGES.map(({ code }) => alternate(code, `${baseUrl}/${code}${path === '/' ? '' : path}`))
    const changed = updatedAt ? `<lastmod>${updatedAt}</lastmod>` : ''
    const all = [...alternates, alternate('x-default', `${baseUrl}${path}`)].join('')
    return `<url><loc>${xml(`${baseUrl}${path}`)}</loc>${changed}${all}</url>\n`
  })
  return `<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${urls.join('')}</urlset>
`
}

export function sitemapIndex(baseUrl: string, pageCount: number): string {
  const maps = Array.from(
    { length: pageCount },
    (_, at) => `<sitemap><loc>${xml(`${baseUrl}/sitemap.xml?page=${at + 1}`)}</loc></sitemap>\n`,
  )
  return `<?xml version="1.0" encoding="utf-8"?>
<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${maps.join('')}</sitemapindex>
`
}

function alternate(language: string, address: string): string {
  return `<xhtml:link rel="alternate" hreflang="${language}" href="${xml(address)}"/>`
}
