/** Where the link to the next page of a list leads; null on the last one. */
export function nextPage(html: string): string | null {
  const link = /<a href="([^"]*)" rel="next"/.exec(html)
  return link ? link[1]!.replaceAll('&amp;', '&') : null
}
