/** Documents are numbered; what is written of a word is written for so many of them at once. */
export const BLOCK = 4096

/** What weighs more counts as this. */
export const HEAVIEST = 15

/**
 * Where in a block a word stands, and how much it weighs there: two bytes each, the place in the upper twelve bits, in
 * the order of places. As text, so that every database and every copy of it takes it as it is.
 */
export type Postings = Map<number, number>

export function packPostings(postings: Postings): string {
  const bytes = Buffer.alloc(postings.size * 2)
  let at = 0
  for (const [place, weight] of [...postings].toSorted(([one], [other]) => one - other))
    at = bytes.writeUInt16LE((place << 4) | weight, at)
  return bytes.toString('base64')
}

/** Tells each place and its weight, in order. */
export function eachPosting(packed: string, tell: (place: number, weight: number) => void): void {
  const bytes = Buffer.from(packed, 'base64')
  for (let at = 0; at < bytes.length; at += 2) {
    const posting = bytes[at]! | (bytes[at + 1]! << 8)
    tell(posting >> 4, posting & 15)
  }
}
