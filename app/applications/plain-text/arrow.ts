/** What mail programs and people make of `-->`. */
const ARROW = /\s*(?:-{1,3}>|[–—]>|=>|→|⇒|➔)\s*/u

export function hasArrow(text: string): boolean {
  return ARROW.test(text)
}

/** What stands before the first arrow of a line, and behind it. */
export function splitAtArrow(text: string): [before: string, after: string] {
  const found = ARROW.exec(text)
  if (!found) return [text, '']
  return [text.slice(0, found.index), text.slice(found.index + found[0].length)]
}
