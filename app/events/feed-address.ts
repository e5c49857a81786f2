import { formatFilters, parseFilters } from './catalogue/filters.ts'
import { DEFAULT_LANGUAGE, isLanguage } from '#app/locales/languages.ts'

const SLUG = '[a-z0-9]+(?:-[a-z0-9]+)*'
const OF_CATALOGUE = /^\/events\.(?:ics|jcal|atom)$/
const OF_ONE = new RegExp(
  `^/(?:series/${SLUG}|events/${SLUG}(?:/programme(?:/[A-Za-z0-9][A-Za-z0-9.-]{0,19})?|/deadlines(?:/[a-z-]{1,40})?|/sessions/[a-f0-9-]{36})?)\\.(?:ics|jcal)$`,
)

const OF_TEXT = new RegExp(`^/events/${SLUG}/programme\\.txt$`)
/** The code of a track, as addresses have it. */
const TRACK = /^[A-Za-z0-9][A-Za-z0-9.-]{0,19}$/

/** Longer than any address that somebody would subscribe to. */
const LONGEST = 2000

/**
 * The one address of a public feed, however it was written: with its language, its filters in order, and nothing that
 * changes no answer, so that a copy is kept once and nobody can have more copies made than there are answers.
 * @param target of a request: a path with a query
 * @returns null for what is no public feed, or is written in a way that nobody of ours writes it.
 */
export function feedAddress(target: string): string | null {
  const [path = '', ...rest] = target.split('?')
  if (!/\.(ics|jcal|atom|txt)$/.test(path) || target.length > LONGEST) return null
  const first = path.split('/', 2)[1]
  const language = isLanguage(first) ? first : DEFAULT_LANGUAGE
  const own = isLanguage(first) ? path.slice(first.length + 1) : path
  const query = new URLSearchParams(rest.join('?'))
  const isDownload = query.has('download') && !own.endsWith('.atom')
  if (OF_ONE.test(own)) return `/${language}${own}${isDownload ? '?download' : ''}`
  if (OF_TEXT.test(own)) {
    const track = query.get('track') ?? ''
    return `/${language}${own}${TRACK.test(track) ? `?track=${track}` : ''}`
  }
  if (!OF_CATALOGUE.test(own)) return null
  const filters = formatFilters({ ...parseFilters(query), page: 1 })
  return `/${language}${own}${filters}${isDownload ? (filters ? '&download' : '?download') : ''}`
}
