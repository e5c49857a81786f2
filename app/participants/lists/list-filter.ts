import { cleanLine } from '#app/values/text.ts'

export const LIST_SHOWS = ['confirmed', 'absent-today', 'waiting'] as const

export type ListShow = (typeof LIST_SHOWS)[number]

/** Which participants an address asks for; what is null or '' narrows nothing. */
export interface ListFilter {
  trackId: string | null
  /** Who signed up to it; without sign-ups who is in its track, without a track everybody. */
  sessionId: string | null
  /** Whose ticket lets them in that day: `2027-06-14`. */
  day: string | null
  /** Words of a name, in any script, or of what else the reader may see. */
  search: string
  /** A lab group, by its name. */
  group: string
  show: ListShow
  language: string
  country: string
}

const ID = /^[\w-]{1,36}$/

/** What an address asks for; what is no filter counts as none. */
export function readListFilter(address: URLSearchParams): ListFilter {
  const fitting = (name: string, form: RegExp) => {
    const value = address.get(name) ?? ''
    return form.test(value) ? value : ''
  }
  return {
    trackId: fitting('track', ID) || null,
    sessionId: fitting('session', ID) || null,
    day: fitting('day', /^\d{4}-\d{2}-\d{2}$/) || null,
    search: cleanLine(address.get('q') ?? '').slice(0, 100),
    group: cleanLine(address.get('group') ?? '').slice(0, 20),
    show: LIST_SHOWS.find((show) => show === address.get('show')) ?? 'confirmed',
    language: fitting('language', /^[A-Za-z-]{2,16}$/),
    country: fitting('country', /^[A-Z]{2}$/),
  }
}

/** The query of an address that asks for this, without what is as usual. */
export function listQuery(filter: ListFilter): URLSearchParams {
  const { trackId, sessionId, day, search, group, show, language, country } = filter
  const pairs: [string, string | null][] = [
    ['track', trackId],
    ['session', sessionId],
    ['day', day],
    ['q', search],
    ['group', group],
    ['show', show === 'confirmed' ? '' : show],
    ['language', language],
    ['country', country],
  ]
  return new URLSearchParams(pairs.filter((pair): pair is [string, string] => Boolean(pair[1])))
}

/** Whether it leaves anybody out. */
export function isNarrowed(filter: ListFilter): boolean {
  return listQuery(filter).size > 0
}

export const EVERYBODY: ListFilter = {
  trackId: null,
  sessionId: null,
  day: null,
  search: '',
  group: '',
  show: 'confirmed',
  language: '',
  country: '',
}
