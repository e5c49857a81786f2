import { createHash } from 'node:crypto'
import { namesInPages } from './names-in-page.ts'
import { pickRules } from './pick-rules.ts'
import type { Sheet } from './sheet.ts'

export interface PageStyle {
  text: string
  /** As `style-src` of a policy admits it. */
  hash: string
}

/** Pages of one kind have the same names, so there are some dozens of styles; forgotten when they become many all the same. */
const KEPT = 300

/** Gives, for the HTML of a page, the rules that it can use. */
export function stylesOf(sheet: Sheet): (html: string) => PageStyle {
  const namesIn = namesInPages(sheet.names)
  const kept = new Map<string, PageStyle>()
  return (html) => {
    const names = namesIn(html)
    const key = String.fromCharCode(...names)
    const known = kept.get(key)
    if (known) return known
    const text = pickRules(sheet, names)
    const style = { text, hash: `sha256-${createHash('sha256').update(text).digest('base64')}` }
    if (kept.size >= KEPT) kept.clear()
    kept.set(key, style)
    return style
  }
}
