/** What came to the mailbox of calendars: an answer of a calendar, another machine's mail, or somebody's words. */
export type ReplyKind = 'calendar' | 'automatic' | 'bounce' | 'person'

/** As much of a mail as it takes to tell: `headers` by lower-case name. */
export interface ReceivedMail {
  headers: { key: string; value: string }[]
  /** The types of its parts, with the text of those that are calendars. */
  parts: { type: string; text: string }[]
  /** Of the calendar part, as its type says. */
  method: string | null
}

/** RFC 5546, 1.4: what calendars send back to an organizer. REQUEST, PUBLISH and CANCEL are what somebody passes on. */
const ANSWERS = ['REPLY', 'COUNTER', 'REFRESH', 'DECLINECOUNTER']

/**
 * Tells by headers first (RFC 3834, 2 and 5; RFC 3464) and by the calendar in it then. What cannot be told is a
 * person's: nobody's words are thrown away unread.
 */
export function sortReply({ headers, parts, method }: ReceivedMail): ReplyKind {
  const value = (name: string) =>
    headers
      .find(({ key }) => key === name)
      ?.value.trim()
      .toLowerCase()
  const type = value('content-type') ?? ''
  if (/^multipart\/report\b/.test(type) || value('return-path') === '<>') return 'bounce'
  if (hasAnswer(parts, method)) return 'calendar'
  const submitted = value('auto-submitted')
  const isAutomatic =
    (submitted !== undefined && !/^no\b/.test(submitted)) ||
    /^(bulk|junk|list|auto_reply)$/.test(value('precedence') ?? '') ||
    ['x-autoreply', 'x-autorespond', 'list-id', 'list-unsubscribe'].some((name) => value(name) !== undefined)
  return isAutomatic ? 'automatic' : 'person'
}

function hasAnswer(parts: ReceivedMail['parts'], method: string | null): boolean {
  if (ANSWERS.includes(method?.toUpperCase() ?? '')) return true
  const calendars = parts.filter(({ type }) => type === 'text/calendar' || type === 'application/ics')
  return calendars.some(({ text }) =>
    ANSWERS.includes(/^METHOD(?:;[^:\r\n]*)?:[ \t]*(\w+)/im.exec(text)?.[1]?.toUpperCase() ?? ''),
  )
}

/** The ids of messages of ours that a mail answers, the nearest first; at most ten are looked at. */
export function answeredIds({ headers }: Pick<ReceivedMail, 'headers'>): string[] {
  const named = ['in-reply-to', 'references'].map((name) => headers.find(({ key }) => key === name)?.value ?? '')
  const [answered = '', thread = ''] = named.map((text) => text.slice(-4000))
  const idsIn = (text: string) =>
    [...text.matchAll(/<([0-9a-f]{8}-[0-9a-f-]{27})@[^<>\s]{1,255}>/g)].map(([, id]) => id!)
  return [...new Set([...idsIn(answered), ...idsIn(thread).toReversed()])].slice(0, 10)
}
