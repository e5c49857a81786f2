import type { ListFile, ListWriter } from './list-file.ts'
import { missingWords } from './worded-rows.ts'
import type { ListCell } from '../lists/list-view.ts'
import { foldLine } from '#app/calendar/fold-line.ts'
import { escapeText } from '#app/calendar/property-values.ts'
import { LANGUAGES } from '#app/locales/languages.ts'
import { languageName } from '#app/values/dates.ts'

const KEYS = [
  'code',
  'fullName',
  'latinName',
  'calledName',
  'affiliation',
  'country',
  'language',
  'track',
  'email',
] as const

/** The people as cards (RFC 6350): as much of each as the list shows. */
export const writeVcards: ListWriter = async function* (rows, file) {
  const write = writeCard(file)
  for (;;) {
    const page = await rows.next()
    if (!page.done) {
      yield page.value.map(write).join('')
      continue
    }
    const missing = missingWords(page.value, file)
    if (missing !== null) yield card([['FN', missing]])
    return page.value
  }
}

function writeCard({ columns, event, language }: ListFile): (row: ListCell[]) => string {
  const places = KEYS.map((wanted) => columns.findIndex(({ key }) => key === wanted))
  const codes = new Map<string, string>(LANGUAGES.map(({ code }) => [languageName(code, language), code]))
  return (row) => {
    const [code, fullName, latinName, calledName, affiliation, country, spoken, track, email] = places.map((place) =>
      place < 0 ? '' : String(row[place] ?? ''),
    ) as [string, string, string, string, string, string, string, string, string]
    const name = escapeText(fullName)
    return card([
      ['FN', name],
      ['FN', escapeText(latinName)],
      // Which part of a name is which, nobody was asked; a card without N is refused by programs of RFC 2426.
      ['N', `;${name};;;`],
      ['NICKNAME', escapeText(calledName)],
      ['ORG', escapeText(affiliation)],
      ['ADR', country === '' ? '' : `;;;;;;${escapeText(country)}`],
      ['EMAIL', escapeText(email)],
      ['LANG', codes.get(spoken) ?? ''],
      ['NOTE', escapeText([track, event.title].filter(Boolean).join('\n'))],
      ['UID;VALUE=text', escapeText(code === '' ? '' : `${event.slug}-${code}`)],
    ])
  }
}

function card(properties: [name: string, value: string][]): string {
  const lines = properties.flatMap(([name, value]) => (value === '' ? [] : [`${foldLine(`${name}:${value}`)}\r\n`]))
  return `BEGIN:VCARD\r\nVERSION:4.0\r\n${lines.join('')}END:VCARD\r\n`
}
