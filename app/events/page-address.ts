import { formatFilters, parseFilters } from './catalogue/filters.ts'
import { isLanguage } from '#app/locales/languages.ts'

const SLUG = '[a-z0-9]+(?:-[a-z0-9]+)*'
const EVENT = `/events/${SLUG}`

/** Longer than any address that one of our pages leads to. */
const LONGEST = 300
const LAST_PAGE = 1000

type Kept = (query: URLSearchParams) => string

/** Each public page that shows the same to everybody, with as much of its query as it looks at, in one order. */
const PAGES: [path: RegExp, query: Kept][] = [
  [whole('/'), nothing],
  [whole('/events'), (query) => formatFilters(parseFilters(query))],
  [whole('/events\\.json'), (query) => formatFilters(parseFilters(query))],
  [whole(EVENT), nothing],
  [whole(`${EVENT}\\.json`), nothing],
  [whole(`${EVENT}/programme`), programmeQuery],
  [whole(`${EVENT}/programme/changes`), page],
  [whole(`${EVENT}/(?:travel|awarded)`), nothing],
  [whole(`/series/${SLUG}`), page],
  [whole('/about/[a-z]{1,40}'), nothing],
  [whole('/verify/how'), nothing],
  [whole('/schemas/event\\.json'), nothing],
  [whole('/verify/keys\\.json'), nothing],
  [whole('/robots\\.txt'), nothing],
  [whole('/sitemap\\.xml'), part],
]

/** Forms that everybody begins with alike; sent back, each is known by a key of its own. */
const FORMS: [path: RegExp, query: (query: URLSearchParams) => string | null][] = [
  [whole(`${EVENT}/register`), only('ticket', /^[A-Za-z0-9][A-Za-z0-9.-]{0,39}$/)],
  [whole(`${EVENT}/waiting-list`), only('', /^$/)],
  [whole(`${EVENT}/(?:apply|scholarship)`), only('call', new RegExp(`^${SLUG}$`))],
]

/**
 * The one address of a public page, however it was written: in the language that its address names, if any, and with
 * nothing in it that changes no page, so that a copy is kept once and nobody can have more copies made than there are
 * pages.
 * @param target of a request: a path with a query
 * @returns null for what is no such page, or is written in a way that nobody of ours writes it.
 */
export function pageAddress(target: string): string | null {
  if (!target.startsWith('/') || target.length > LONGEST) return null
  const { prefix, path, query } = parts(target)
  for (const [pattern, keptOf] of PAGES)
    if (pattern.test(path)) {
      const address = `${prefix}${path === '/' && prefix !== '' ? '' : path}${keptOf(query)}`
      return address.length > LONGEST ? null : address
    }
  return null
}

/**
 * The same for the beginning of a form, which is the same for everybody whom the address and a sign-in tell nothing of.
 * An address with anything in it besides the choice that the form begins with is not one.
 */
export function formAddress(target: string): string | null {
  if (!target.startsWith('/') || target.length > LONGEST) return null
  const { prefix, path, query } = parts(target)
  for (const [pattern, keptOf] of FORMS)
    if (pattern.test(path)) {
      const kept = keptOf(query)
      return kept === null ? null : `${prefix}${path}${kept}`
    }
  return null
}

function parts(target: string): { prefix: string; path: string; query: URLSearchParams } {
  const at = target.indexOf('?')
  const path = at < 0 ? target : target.slice(0, at)
  const first = path.split('/', 2)[1]
  const prefix = isLanguage(first) ? `/${first}` : ''
  return { prefix, path: path.slice(prefix.length) || '/', query: new URLSearchParams(at < 0 ? '' : target.slice(at)) }
}

function whole(pattern: string): RegExp {
  return new RegExp(`^${pattern}$`)
}

function nothing(): string {
  return ''
}

function page(query: URLSearchParams): string {
  const number = Number(query.get('page') ?? 1)
  return Number.isInteger(number) && number > 1 ? `?page=${Math.min(number, LAST_PAGE)}` : ''
}

/** Of a file in parts the first is another thing than all that is named without one. */
function part(query: URLSearchParams): string {
  const number = query.get('page')
  if (number === null) return ''
  return /^[1-9]\d{0,3}$/.test(number) ? `?page=${number}` : '?page=0'
}

function programmeQuery(query: URLSearchParams): string {
  const kept = new URLSearchParams()
  const track = query.get('track') ?? ''
  if (/^[A-Za-z0-9][A-Za-z0-9.-]{0,19}$/.test(track)) kept.set('track', track)
  const day = query.get('day') ?? ''
  if (/^(?:all|\d{4}-\d\d-\d\d)$/.test(day)) kept.set('day', day)
  return kept.size > 0 ? `?${kept}` : ''
}

function only(name: string, value: RegExp): (query: URLSearchParams) => string | null {
  return (query) => {
    if (query.size === 0) return ''
    const chosen = query.get(name)
    return query.size === 1 && chosen !== null && value.test(chosen) ? `?${name}=${chosen}` : null
  }
}
