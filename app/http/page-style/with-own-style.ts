import type { PageStyle } from './style-of-page.ts'

/** Where `Layout` leaves the place empty; what people write cannot stand before it. */
const PLACE = '<style></style>'

/** A page with the rules that it can use and its icon within, or as it is when it links them. */
export function withOwnStyle(html: string, { styleOf, icon }: { styleOf: (html: string) => PageStyle; icon: string }) {
  if (!html.includes(PLACE)) return { html, styleHash: null, hasFrame: false }
  const { text, hash } = styleOf(html)
  const whole = html.replace(PLACE, () => `<style>${text}</style><link rel="icon" href="${icon}"/>`)
  return { html: whole, styleHash: hash, hasFrame: html.includes('<iframe') }
}
