import { DOCX, ODP, ODT, PPTX, XLSX, ZIP } from './media-type.ts'
import { cleanLine } from '#app/values/text.ts'

const LONGEST = 200

const ENDINGS: Record<string, string[]> = {
  'application/pdf': ['pdf'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/png': ['png'],
  'application/xml': ['xml'],
  'text/csv': ['csv', 'txt', 'tsv'],
  'text/plain': ['txt', 'csv', 'md'],
  'text/calendar': ['ics'],
  [XLSX]: ['xlsx'],
  [PPTX]: ['pptx'],
  [DOCX]: ['docx'],
  [ODP]: ['odp'],
  [ODT]: ['odt'],
  [ZIP]: ['zip'],
}

/**
 * A file's name as it may be stored and shown: without folders, without what turns the direction of text round, at
 * most 200 characters, with an ending that says what the file is.
 */
export function fileName(sent: string, mediaType: string): string {
  const endings = ENDINGS[mediaType] ?? []
  const bare = cleanLine(sent.replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, ''))
    .replace(/^.*[/\\]/, '')
    .replace(/^[.\s]+/, '')
  const given = /\.([^.]{1,8})$/.exec(bare)?.[1]?.toLowerCase()
  const ending = given !== undefined && endings.includes(given) ? given : endings[0]
  const stem = ending === given ? bare.slice(0, -1 - ending!.length) : bare
  const whole = [...(stem === '' ? 'file' : stem)]
  while (whole.join('').length + (ending?.length ?? 0) + 1 > LONGEST) whole.pop()
  return ending === undefined ? whole.join('') : `${whole.join('')}.${ending}`
}

/** The usual ending of a media type that we take, without the dot. */
export function endingOf(mediaType: string): string {
  return ENDINGS[mediaType]?.[0] ?? 'bin'
}
