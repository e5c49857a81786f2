import type { Kysely } from 'kysely'
import { asSubject, type SubjectIds } from './as-subject.ts'
import { bouncedOf } from './bounced.server.ts'
import { readSegment } from './read-segment.server.ts'
import type { Segment } from './segment.ts'
import { type Candidate, type Reason, sortOut } from './sort-out.ts'
import type { Instant } from '#app/values/moment.ts'
import { fold } from '#app/values/text.ts'
import type { Database } from '#db/schema.ts'

export interface PreviewRow extends Pick<Candidate, 'id' | 'name' | 'email' | 'language'> {
  subject: SubjectIds
  reason: Reason | null
}

export interface Preview {
  recipients: PreviewRow[]
  leftOut: PreviewRow[]
  /** How many recipients read which language. */
  languages: Record<string, number>
}

/**
 * Who would get a mail to a segment now, and who would not, and why: a number of queries that does not grow with them.
 * It is decided as it is when the mail is sent.
 */
export async function previewRecipients(
  db: Kysely<Database>,
  { eventId, segment, now }: { eventId: string; segment: Segment; now: Instant },
): Promise<Preview> {
  const found = await readSegment(db, { eventId, segment, now })
  const keys = found.flatMap(({ emailKey }) => (emailKey ? [emailKey] : []))
  const rows = sortOut(found, new Set(), await bouncedOf(db, keys)).map(({ row, reason }) => {
    const { id, name, email, language } = row
    return { id, name, email, language, subject: asSubject(segment, id), reason }
  })
  const recipients = rows.filter(({ reason }) => reason === null)
  const languages: Record<string, number> = {}
  for (const { language } of recipients) languages[language] = (languages[language] ?? 0) + 1
  return { recipients, leftOut: rows.filter(({ reason }) => reason !== null), languages }
}

/** Those of a list whose name or address has the words in it. */
export function searchRows<Row extends { name: string; email: string | null }>(rows: Row[], words: string): Row[] {
  const wanted = fold(words)
  if (wanted === '') return rows
  return rows.filter(({ name, email }) => fold(name).includes(wanted) || (email ?? '').toLowerCase().includes(wanted))
}
