import { readMime } from './mime-parts.ts'

const ONCE = [
  'from',
  'to',
  'reply-to',
  'subject',
  'date',
  'message-id',
  'mime-version',
  'content-type',
  'auto-submitted',
]

/**
 * What is wrong with a mail, strictly by RFC 5322, 2045 and 6047: what relays mend, refuse or break signatures over.
 * `raw` is the bytes, one character each. An empty list is a clean mail.
 */
export function mailFaults(raw: string): string[] {
  const faults: string[] = []
  if (/(?<!\r)\n|\r(?!\n)/.test(raw)) faults.push('a line end that is not CRLF')
  if (/[^\t\r\n -~]/.test(raw)) faults.push('a byte that is not printable ASCII')
  for (const line of raw.split('\r\n'))
    if (line.length > 998) faults.push(`more than 998 octets: ${line.slice(0, 40)}…`)
  const mail = readMime(raw)
  const names = mail.headers.map(([name]) => name)
  for (const name of ONCE) if (names.filter((one) => one === name).length > 1) faults.push(`${name} twice`)
  for (const name of ['from', 'to', 'subject', 'date', 'message-id', 'mime-version', 'auto-submitted'])
    if (!names.includes(name)) faults.push(`no ${name}`)
  for (const name of ['bcc', 'cc', 'sender']) if (names.includes(name)) faults.push(`an unexpected ${name}`)
  for (const { type, parameters, content } of mail.parts) {
    if (!type.startsWith('text/')) continue
    if (parameters.charset !== 'utf-8') faults.push(`${type} in ${parameters.charset}`)
    if (!content.toString('utf8').isWellFormed() || content.includes(Buffer.from([0xef, 0xbf, 0xbd])))
      faults.push(`${type} is not UTF-8`)
  }
  return [...faults, ...calendarFaults(mail)]
}

/** RFC 6047, 2.4: `method` equals METHOD; without METHOD there is no such parameter. Copies are the same bytes. */
function calendarFaults({ parts }: ReturnType<typeof readMime>): string[] {
  const faults: string[] = []
  const calendars = parts.filter(({ type }) => type === 'text/calendar' || type === 'application/ics')
  for (const { type, parameters, content } of calendars) {
    const method = /^METHOD:(.*)\r$/m.exec(content.toString('utf8'))?.[1]
    if (type === 'text/calendar' && parameters.method !== method)
      faults.push(`method=${parameters.method} of METHOD:${method}`)
    if (!content.equals(calendars[0]!.content)) faults.push('two calendars that are not the same')
  }
  if (calendars.filter(({ type }) => type === 'text/calendar').length > 1) faults.push('text/calendar twice')
  return faults
}
