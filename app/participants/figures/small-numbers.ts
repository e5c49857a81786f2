import { SMALL_NUMBER } from '#app/registrations/questions/count-answers.ts'

/** A part of a whole as it may be told, and the whole; null where too few answered to say anything. */
export interface ToldShare {
  whole: number
  part: { is: 'exact'; count: number } | { is: 'few' } | { is: 'most' }
}

/**
 * How many of those who answered are of a kind, so that nobody can be found out by taking one number from another: fewer
 * than five are not told exactly, nor all but fewer than five, and of fewer than ten nothing is told. Whatever is said
 * could be said of five different numbers at least, or is five or more on both sides.
 */
export function tellShare(part: number, whole: number): ToldShare | null {
  if (whole < 2 * SMALL_NUMBER) return null
  if (part < SMALL_NUMBER) return { whole, part: { is: 'few' } }
  if (whole - part < SMALL_NUMBER) return { whole, part: { is: 'most' } }
  return { whole, part: { is: 'exact', count: part } }
}

/** The share in hundredths of a percent, where the part is told. */
export function shareOf({ whole, part }: ToldShare): number | null {
  return part.is === 'exact' ? Math.round((part.count / whole) * 10_000) : null
}
