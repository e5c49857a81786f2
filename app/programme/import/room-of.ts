import { fold } from '#app/values/text.ts'

/** What parts the pieces of a location: commas of any script, semicolons, and lines between spaces. */
const PARTED = /\s*[,،、，;]\s*|\s+[-–—|·/]\s+/

/**
 * The room in a location: what is left when the names of the place as a whole (its venue, its town) are taken off both
 * ends. Null when nothing is left. `Lab 2, Example University, Kigali` is `Lab 2`.
 */
export function roomOf(location: string, places: string[]): string | null {
  const known = new Set(places.flatMap((place) => place.split(PARTED)).map((piece) => fold(piece).trim()))
  const pieces = piecesOf(location)
  while (pieces.length > 0 && known.has(fold(pieces.at(-1)!.text))) pieces.pop()
  while (pieces.length > 0 && known.has(fold(pieces[0]!.text))) pieces.shift()
  if (pieces.length === 0) return null
  return location.slice(pieces[0]!.from, pieces.at(-1)!.to)
}

function piecesOf(location: string): { text: string; from: number; to: number }[] {
  const pieces: { text: string; from: number; to: number }[] = []
  let from = 0
  for (const match of location.matchAll(new RegExp(PARTED, 'g'))) {
    pieces.push({ text: location.slice(from, match.index), from, to: match.index })
    from = match.index + match[0].length
  }
  pieces.push({ text: location.slice(from), from, to: location.length })
  return pieces.filter(({ text }) => text.trim() !== '')
}
