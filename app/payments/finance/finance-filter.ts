import { type Cursor, cursorQuery } from '#app/values/cursor.ts'
import { isPartialDay } from '#app/values/moment.ts'
import { cleanLine } from '#app/values/text.ts'

/** What a list of finance is narrowed to; '' is everything. Days are those of UTC. */
export interface FinanceFilter {
  /** The slug of an event. */
  event: string
  method: string
  state: string
  currency: string
  fund: string
  from: string
  to: string
  text: string
}

const NAMES = ['event', 'method', 'state', 'currency', 'fund', 'from', 'to', 'text'] as const

/** The filter of an address; what cannot be one is left out. */
export function parseFinanceFilter(query: URLSearchParams): FinanceFilter {
  const word = (name: string, pattern: RegExp) => {
    const typed = query.get(name) ?? ''
    return pattern.test(typed) ? typed : ''
  }
  const day = (name: string) => {
    const typed = query.get(name) ?? ''
    return typed.length === 10 && isPartialDay(typed) ? typed : ''
  }
  return {
    event: word('event', /^[a-z0-9-]{1,120}$/),
    method: word('method', /^[a-z-]{1,20}$/),
    state: word('state', /^[a-z-]{1,20}$/),
    currency: word('currency', /^[A-Z]{3}$/),
    fund: cleanLine(query.get('fund') ?? '').slice(0, 80),
    from: day('from'),
    to: day('to'),
    text: cleanLine(query.get('text') ?? '').slice(0, 100),
  }
}

/** The same as a query, with `?` in front unless it is empty; with the page of its list. */
export function financeQuery(filter: Partial<FinanceFilter>, cursor: Cursor = null): string {
  const query = new URLSearchParams(cursorQuery(cursor))
  for (const name of NAMES) if (filter[name]) query.set(name, filter[name])
  return query.size === 0 ? '' : `?${query}`
}

export function isFiltered(filter: FinanceFilter): boolean {
  return NAMES.some((name) => filter[name] !== '')
}
