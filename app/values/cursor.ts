/**
 * Where a page of a list begins: behind a row, or in front of one, by its id; `END` is the last page, null the first. Never
 * by what a row is sorted by: names and amounts have no place in an address.
 */
export type Cursor = { after: string } | { before: string } | null

export const END = 'end'

/** From where a page goes on: in front of its first row and behind its last one; null where there is nothing more. */
export interface Steps {
  before: string | null
  after: string | null
}

export const NO_STEPS: Steps = { before: null, after: null }

/**
 * The page that an address asks for; the first for anything that is none, as for the number of a page. `prefix` tells apart
 * the second list of a page.
 */
export function cursorOf(address: URLSearchParams, prefix = ''): Cursor {
  const after = asId(address.get(`${prefix}after`))
  if (after !== null) return { after }
  const before = asId(address.get(`${prefix}before`))
  return before === null ? null : { before }
}

/** The page as an address says it; nothing for the first. */
export function cursorQuery(cursor: Cursor, prefix = ''): [string, string][] {
  return Object.entries(cursor ?? {}).map(([name, id]) => [`${prefix}${name}`, id])
}

function asId(typed: string | null): string | null {
  return typed !== null && /^[\w-]{1,36}$/.test(typed) ? typed : null
}
