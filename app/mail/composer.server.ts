import type { Kysely, Selectable } from 'kysely'
import type { MailSite } from './mail-site.ts'
import type { WrittenCalendar } from './written-calendar.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database, MessagesTable } from '#db/schema.ts'
import type { Letter } from '#emails/layout.ts'

export type StoredMessage = Selectable<MessagesTable>

/** A letter with what belongs to it, or why it is not written any more. */
export type Written =
  | { letter: Letter; replyTo?: string | null; calendar?: WrittenCalendar | null }
  | { withdrawn: 'gone' | 'expired' | 'outdated' | 'erased' }

/** Writes one kind of message from what its subject is like now. */
export type Composer = (db: Kysely<Database>, site: MailSite, message: StoredMessage, now: Instant) => Promise<Written>
