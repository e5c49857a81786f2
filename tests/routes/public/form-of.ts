/** The hidden fields of a page's forms, with what is typed, as a browser would send them. */
export function formOf(html: string, typed: Record<string, string | string[]> = {}): URLSearchParams {
  const form = new URLSearchParams()
  for (const [, name, value] of html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g))
    form.append(name!, value!)
  for (const [name, value] of Object.entries(typed)) {
    form.delete(name)
    for (const one of [value].flat()) form.append(name, one)
  }
  return form
}

/** Who sits on a seat, in the fields of a form. */
export function person(at: number, name: string, more: Record<string, string | string[]> = {}) {
  const own = { fullName: name, email: `${name.toLowerCase()}@example.org`, country: 'KE', ...more }
  return Object.fromEntries(Object.entries(own).map(([field, value]) => [`people[${at}].${field}`, value]))
}

/** What a reader reads, without markup. */
export function textOf(html: string): string {
  return html
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/[\u2066-\u2069]/g, '')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')
}
