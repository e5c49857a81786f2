import type { ListFile, ListWriter } from '#app/participants/files/list-file.ts'
import { writeList } from '#app/participants/files/write-list.ts'
import type { ListCell, ListColumn, ListView } from '#app/participants/lists/list-view.ts'
import { ROSTER } from '../given-participants.ts'
import { NOW } from '#tests/support/now.ts'

export const COLUMNS: ListColumn[] = [
  { key: 'code', label: 'Code', kind: 'text' },
  { key: 'fullName', label: 'Name', kind: 'text' },
  { key: 'latinName', label: 'Name in Latin letters', kind: 'text' },
  { key: 'country', label: 'Country', kind: 'text' },
  { key: 'affiliation', label: 'Affiliation', kind: 'text' },
  { key: 'language', label: 'Language', kind: 'text' },
  { key: 'track', label: 'Track', kind: 'text' },
  { key: 'email', label: 'Email', kind: 'text' },
  { key: 'answer:YEARS', label: 'Years', kind: 'number' },
  { key: 'answer:BORN', label: 'Since', kind: 'day' },
  { key: 'answer:LAPTOP', label: 'Laptop', kind: 'yesno' },
]

/** Names that break what the twelve do not: very long, without a space, pictures, from the right with digits. */
export const HARD_NAMES = [
  'Ixchel Montserrat Guadalupe de la Santísima Trinidad Ejemplo-Demostración y Muestra de los Ángeles Custodios',
  'Wolfeschlegelsteinhausenbergerdorffwelchevoralternwarengewissenhaft',
  '👩🏽‍💻 Emoji 🎓 Contoh',
  'نور 123 تجريبي (2)',
  'שלום דוגמה 45',
  'Semi;colon "Quote", Comma\\Slash',
]

export const NAMES = [...ROSTER, ...HARD_NAMES.map((fullName) => ({ fullName }))] as {
  fullName: string
  latinName?: string
}[]

/** The row of the person at a place of the list. */
export function rowAt(at: number, names = NAMES): ListCell[] {
  const { fullName, latinName = '' } = names[at % names.length]!
  const email = at % 2 === 0 ? `person-${at}@example.org` : ''
  return [
    `T${String(at).padStart(6, '0')}`,
    fullName,
    latinName,
    'Rwanda',
    'Example University, Département d’informatique',
    'French',
    'T2: Backbone routing',
    email,
    at % 30,
    '2019-03-01',
    at % 2 === 0 ? 'yes' : 'no',
  ]
}

/** A list of so many people, who all are found. */
export function aView(count: number, row: (at: number) => ListCell[] | null = rowAt): ListView {
  const ids = Array.from({ length: count }, (_, at) => String(at))
  return {
    columns: COLUMNS,
    ids: () => Promise.resolve(ids),
    rows: (asked) => Promise.resolve(asked.map((id) => row(Number(id)))),
  }
}

export function aFile(count: number, more: Partial<ListFile> = {}): ListFile {
  return {
    columns: COLUMNS,
    event: {
      slug: 'ntw-2027',
      title: 'Network Training Workshop 2027',
      startsOn: '2027-06-13',
      endsOn: '2027-06-19',
      zone: 'Africa/Kigali',
    },
    purpose: 'teaching',
    count,
    language: 'en',
    madeAt: NOW,
    style: { separator: ',', hasMark: false, paper: 'a4' },
    ...more,
  }
}

/** All that was sent of a list, how it came out, and with what fault it broke off. */
export async function sent(view: ListView, writer: ListWriter, file: ListFile) {
  const pieces: Buffer[] = []
  const outcomes: string[] = []
  const ids = await view.ids()
  let fault: Error | null = null
  try {
    const onEnd = (outcome: string) => Promise.resolve(void outcomes.push(outcome))
    for await (const piece of writeList({ view, ids, file, writer, onEnd })) pieces.push(Buffer.from(piece as string))
  } catch (error) {
    fault = error as Error
  }
  return { bytes: Buffer.concat(pieces), outcomes, fault }
}
