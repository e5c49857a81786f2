/**
 * What is wrong with an iCalendar file, strictly by RFC 5545: the faults that parsers let pass and clients stumble
 * over. An empty list is a clean file.
 */
export function icalFaults(text: string): string[] {
  return [...octetFaults(text), ...structureFaults(contentLines(text))]
}

function octetFaults(text: string): string[] {
  const faults: string[] = []
  if (text.startsWith('\uFEFF')) faults.push('a byte order mark')
  if (!text.endsWith('\r\n')) faults.push('the last line has no CRLF')
  if (/(?<!\r)\n|\r(?!\n)/.test(text)) faults.push('a line end that is not CRLF')
  if (/(?![\t\r\n])\p{Cc}/u.test(text)) faults.push('a control character')
  for (const line of text.split('\r\n')) {
    if (Buffer.byteLength(line) > 75) faults.push(`more than 75 octets: ${line}`)
    if (!line.isWellFormed()) faults.push(`half a character: ${line}`)
    if (/(?<!\\)(\\\\)*\\$/.test(line)) faults.push(`an escape parted by a fold: ${line}`)
  }
  const whole = text.replace(/\r\n /g, '')
  const joints = foldJoints(text)
  const borders = new Set([...new Intl.Segmenter('und').segment(whole)].map(({ index }) => index))
  if (joints.some((joint) => !borders.has(joint))) faults.push('a fold inside a grapheme')
  return faults
}

/** Where the folds were, as indexes into the unfolded text. */
function foldJoints(text: string): number[] {
  return [...text.matchAll(/\r\n /g)].map((match, before) => match.index - before * 3)
}

export interface ContentLine {
  name: string
  parameters: Record<string, string>
  value: string
}

export function contentLines(text: string): ContentLine[] {
  return text
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n')
    .filter(Boolean)
    .map((line) => {
      const match = /^([A-Z0-9-]+)((?:;[A-Z0-9-]+=(?:"[^"]*"|[^";:,]*))*):(.*)$/s.exec(line)
      if (!match) return { name: '', parameters: {}, value: line }
      const parameters = [...match[2]!.matchAll(/;([A-Z0-9-]+)=("[^"]*"|[^";:,]*)/g)].map(([, key, value]) => [
        key!,
        value!,
      ])
      return { name: match[1]!, parameters: Object.fromEntries(parameters) as Record<string, string>, value: match[3]! }
    })
}

const CALENDAR = [
  'VERSION',
  'PRODID',
  'CALSCALE',
  'NAME',
  'X-WR-CALNAME',
  'REFRESH-INTERVAL',
  'X-PUBLISHED-TTL',
  'SOURCE',
]
const EVENT = [
  'UID', 'DTSTAMP', 'LAST-MODIFIED', 'CREATED', 'SEQUENCE', 'DTSTART', 'DTEND', 'SUMMARY', 'DESCRIPTION', 'LOCATION',
  'GEO', 'URL', 'STATUS', 'TRANSP', 'CATEGORIES',
] // prettier-ignore
const TEXTS = ['NAME', 'X-WR-CALNAME', 'SUMMARY', 'DESCRIPTION', 'LOCATION']
const STAMP = /^\d{8}T([01]\d|2[0-3])[0-5]\d[0-5]\dZ$/

function structureFaults(lines: ContentLine[]): string[] {
  const faults: string[] = []
  const uids = new Set<string>()
  const shape = lines
    .map(({ name, value }) => (name === 'BEGIN' || name === 'END' ? `${name}:${value}` : ''))
    .filter(Boolean)
  const body = shape.slice(1, -1)
  const isPaired =
    body.every((mark, at) => mark === (at % 2 === 0 ? 'BEGIN:VEVENT' : 'END:VEVENT')) && body.length % 2 === 0
  if (shape[0] !== 'BEGIN:VCALENDAR' || shape.at(-1) !== 'END:VCALENDAR' || !isPaired)
    faults.push('components do not nest')
  let event: ContentLine[] | null = null
  const head: ContentLine[] = []
  for (const line of lines) {
    if (line.name === '') faults.push(`not a content line: ${line.value}`)
    else if (line.name === 'BEGIN') event = line.value === 'VEVENT' ? [] : null
    else if (line.name === 'END') {
      if (event) faults.push(...eventFaults(event, uids))
      event = null
    } else (event ?? head).push(line)
    if (TEXTS.includes(line.name) && /(?<!\\)(?:\\\\)*(?:[;,]|\\[^\\;,nN])/.test(line.value))
      faults.push(`badly escaped: ${line.name}:${line.value}`)
  }
  for (const name of ['VERSION', 'PRODID', 'CALSCALE', 'NAME', 'X-WR-CALNAME'])
    if (head.filter((line) => line.name === name).length !== 1) faults.push(`not one ${name}`)
  for (const { name } of head) if (!CALENDAR.includes(name)) faults.push(`an unexpected calendar property: ${name}`)
  if (valueOf(head, 'NAME') !== valueOf(head, 'X-WR-CALNAME')) faults.push('two names')
  return faults
}

function eventFaults(lines: ContentLine[], uids: Set<string>): string[] {
  const faults: string[] = []
  const uid = valueOf(lines, 'UID')
  const say = (fault: string) => faults.push(`${uid}: ${fault}`)
  for (const { name } of lines) {
    if (!EVENT.includes(name)) say(`an unexpected property: ${name}`)
    if (lines.filter((line) => line.name === name).length > 1) say(`${name} twice`)
  }
  for (const name of ['UID', 'DTSTAMP', 'SEQUENCE', 'DTSTART', 'DTEND', 'SUMMARY', 'STATUS', 'TRANSP', 'URL'])
    if (!lines.some((line) => line.name === name)) say(`no ${name}`)
  if (!/^[\w-]+@[a-z0-9.-]+$/.test(uid)) say('an odd UID')
  if (uids.has(uid)) say('a UID twice')
  uids.add(uid)
  for (const name of ['DTSTAMP', 'LAST-MODIFIED', 'CREATED']) {
    const value = valueOf(lines, name)
    if (value && !STAMP.test(value)) say(`${name} is not in UTC: ${value}`)
  }
  if (!/^\d+$/.test(valueOf(lines, 'SEQUENCE'))) say('SEQUENCE is not a number')
  if (!['CONFIRMED', 'TENTATIVE', 'CANCELLED'].includes(valueOf(lines, 'STATUS'))) say('an unknown STATUS')
  if (!['OPAQUE', 'TRANSPARENT'].includes(valueOf(lines, 'TRANSP'))) say('an unknown TRANSP')
  faults.push(...timeFaults(lines).map((fault) => `${uid}: ${fault}`))
  const geo = valueOf(lines, 'GEO')
  if (geo) {
    const [latitude = 99, longitude = 999] = geo.split(';').map(Number)
    if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) say(`GEO ${geo}`)
  }
  const url = valueOf(lines, 'URL')
  if (!URL.canParse(url) || new URL(url).href !== url) say(`URL ${url}`)
  return faults
}

function timeFaults(lines: ContentLine[]): string[] {
  const start = lines.find(({ name }) => name === 'DTSTART')
  const end = lines.find(({ name }) => name === 'DTEND')
  if (!start || !end) return []
  const faults: string[] = []
  const isDate = start.parameters.VALUE === 'DATE'
  if (isDate !== (end.parameters.VALUE === 'DATE')) faults.push('a day and a time')
  for (const { value, parameters } of [start, end]) {
    if (parameters.TZID) faults.push('a TZID without its VTIMEZONE')
    if (!(isDate ? /^\d{8}$/ : STAMP).test(value)) faults.push(`a floating or odd time: ${value}`)
  }
  if (end.value <= start.value) faults.push('an end that is not after the start')
  return faults
}

function valueOf(lines: ContentLine[], name: string): string {
  return lines.find((line) => line.name === name)?.value ?? ''
}
