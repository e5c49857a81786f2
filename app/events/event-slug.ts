import { fold } from '#app/values/text.ts'

const MAXIMUM = 80

/** What an event's address may be: lower-case letters, digits and single hyphens, at most 80 characters. */
export const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/

/** Addresses under /organize that are pages of their own. */
const RESERVED = new Set(['new', 'templates', 'drafts'])

/** An address made from a title; when nothing of it is Latin, from the series and the year. */
export function slugOf(title: string, seriesSlug: string, year: string): string {
  const words = fold(title)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  const made = words.length < 3 || RESERVED.has(words) ? `${seriesSlug}-${year}` : words
  return made.slice(0, MAXIMUM).replace(/-+$/, '')
}

export function isSlug(text: string): boolean {
  return text.length <= MAXIMUM && SLUG.test(text) && !RESERVED.has(text)
}

/** The first of `slug`, `slug-2`, `slug-3`, … that is free. */
export function freeSlug(slug: string, taken: Iterable<string>): string {
  const known = new Set(taken)
  for (let number = 1; ; number++) {
    const end = number === 1 ? '' : `-${number}`
    const candidate = slug.slice(0, MAXIMUM - end.length).replace(/-+$/, '') + end
    if (!known.has(candidate)) return candidate
  }
}
