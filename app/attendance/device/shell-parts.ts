/** What a page is made of: the addresses of its stylesheets, its icon and its scripts. */
export function shellParts(html: string): string[] {
  const found = html.matchAll(/<(?:link|script)\b[^>]*?\b(?:href|src)="(\/[^"]+)"/g)
  return [...new Set([...found].map(([, address]) => address!))]
}
