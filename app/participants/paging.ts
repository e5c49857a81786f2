/** How many rows a page of a list has. */
export const EVENTS_PAGE = 25
export const PEOPLE_PAGE = 50

/** The page that an address asks for: a whole number from 1, and 1 for anything else. */
export function pageNumber(typed: string | null): number {
  return /^[1-9]\d{0,5}$/.test(typed ?? '') ? Number(typed) : 1
}

/** The page that there is: the last one for whoever asks for a later one. */
export function existingPage(wanted: number, total: number, size: number): number {
  return Math.min(wanted, pageCount(total, size))
}

export function pageCount(total: number, size: number): number {
  return Math.max(1, Math.ceil(total / size))
}
