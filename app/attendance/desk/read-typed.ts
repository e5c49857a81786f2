const LONGEST = 200

/** The ticket code in what was scanned or typed, however its letters were written; null when there is none. */
export function ticketCodeIn(typed: string): string | null {
  if (typed.length > LONGEST) return null
  const found = /(?<![A-Z0-9])(T[A-Z0-9]{3})[ -]?([A-Z0-9]{4})(?![A-Z0-9])/.exec(typed.normalize('NFKC').toUpperCase())
  return found ? `${found[1]}-${found[2]}` : null
}
