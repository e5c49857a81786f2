import type { ListFile } from './list-file.ts'
import type { ListName, TightText } from './list-printer.ts'
import type { Paper } from './file-style.ts'
import type { ListCell, ListColumn } from '../lists/list-view.ts'
import { directionOf } from '#app/locales/languages.ts'

/** How wide a column is to be, in parts of about five millimetres. */
const WIDTHS: Record<string, number> = {
  code: 3.6,
  fullName: 9,
  email: 9,
  affiliation: 8,
  country: 5,
  language: 4,
  track: 7,
  ticket: 6,
  payer: 7,
  payerOrganization: 7,
}
const WIDTH_OF_KIND: Record<ListColumn['kind'], number> = { text: 6, number: 3.5, day: 4, yesno: 3 }
const NUMBER_WIDTH = 2

/** The parts that go on one page, upright and across; rows on it. */
const UPRIGHT = 37
const ACROSS = 54
const ROWS: Record<Paper, { upright: number; across: number }> = {
  a4: { upright: 26, across: 17 },
  'us-letter': { upright: 24, across: 17 },
}

/** Letters of usual size on a part, and lines in a row. */
const LETTERS = 2.7
const LINES = 2
/** Letters that still fit when they are set as small as can be read, as a multiple of those of usual size. */
const SMALLEST = 4

export interface ListLayout {
  isWide: boolean
  rowsPerPage: number
  widths: number[]
  columns: string[]
  /** What has no room on paper. */
  leftOut: string[]
  write: (row: ListCell[], number: number) => (string | TightText | ListName)[]
}

/** Which columns go on paper and how wide: their number first, then the name, then as many as there is room for. */
export function layOut({ columns, style, language }: ListFile): ListLayout {
  const at = (key: string) => columns.findIndex((column) => column.key === key)
  const [name, latinName] = [at('fullName'), at('latinName')]
  const others = columns.map((_, place) => place).filter((place) => place !== name && place !== latinName)
  const ordered = name < 0 ? others : [name, ...others]
  const widthOf = (place: number) => WIDTHS[columns[place]!.key] ?? WIDTH_OF_KIND[columns[place]!.kind]
  const total = ordered.reduce((sum, place) => sum + widthOf(place), NUMBER_WIDTH)
  const room = total <= UPRIGHT ? UPRIGHT : ACROSS
  let used = NUMBER_WIDTH
  const shown = ordered.filter((place) => (used += widthOf(place)) <= room)
  const isolate = isolateIn(language)
  const number = new Intl.NumberFormat(language, { useGrouping: false, numberingSystem: 'latn' })
  return {
    isWide: total > UPRIGHT,
    rowsPerPage: ROWS[style.paper][total > UPRIGHT ? 'across' : 'upright'],
    widths: [NUMBER_WIDTH, ...shown.map(widthOf)],
    columns: ['', ...shown.map((place) => columns[place]!.label)],
    leftOut: ordered.filter((place) => !shown.includes(place)).map((place) => columns[place]!.label),
    write: (row, position) => [
      number.format(position),
      ...shown.map((place) => {
        const text = fitted(String(row[place]!), widthOf(place), isolate)
        return place === name ? { name: text, below: latinName < 0 ? '' : isolate(String(row[latinName]!)) } : text
      }),
    ],
  }
}

/** As it is, marked where it may not fit in its usual size, and shortened where it fits in none. */
function fitted(text: string, width: number, isolate: (text: string) => string): string | TightText {
  const room = width * LETTERS
  if (text.length * WIDEST_LETTER <= room) return isolate(text)
  const size = sizeOf(text)
  const longest = Math.max(...text.split(/[\s-]/).map(sizeOf))
  if (longest <= room && size <= room * (LINES - 0.4)) return isolate(text)
  if (size <= room * LINES * SMALLEST) return { fit: isolate(breakable(text, room)) }
  const letters = [...graphemes.segment(text)].map(({ segment }) => segment)
  const share = (room * LINES * SMALLEST) / size
  return { fit: isolate(`${breakable(letters.slice(0, Math.floor(letters.length * share) - 1).join(''), room)}…`) }
}

/** A text in the direction that it has itself (UAX 9, FSI and PDI), where that may not be the direction of the page. */
function isolateIn(language: string): (text: string) => string {
  const other = directionOf(language) === 'rtl' ? /[^\d\s]/ : RIGHT_TO_LEFT
  return (text) => (other.test(text) ? `\u2068${text}\u2069` : text)
}

const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })

const WIDEST_LETTER = 1.9
/** What stands on the letter before it takes no room; of East Asia, and of Ethiopia, take twice and half as much again. */
const NARROW = /\p{M}/u
const WIDE =
  /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7FF\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60]|\p{Extended_Pictographic}/u
const BROAD = /[\u1200-\u139F\u1780-\u17FF\u1000-\u109F\u0B80-\u0BFF\u0D80-\u0DFFA-Z@%&]/u

/** About how many usual letters wide a text is. */
function sizeOf(text: string): number {
  let size = 0
  for (const letter of text)
    size += NARROW.test(letter) ? 0 : WIDE.test(letter) ? WIDEST_LETTER : BROAD.test(letter) ? 1.4 : 1
  return size
}

/** A word that is longer than its column may be broken anywhere; others only where words are. */
function breakable(text: string, room: number): string {
  return text.replace(/\S+/g, (word) =>
    sizeOf(word) <= room ? word : [...graphemes.segment(word)].map(({ segment }) => segment).join('\u200B'),
  )
}
