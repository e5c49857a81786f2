import type { MailInvitation } from './mailer.ts'
import type { LetterCalendar } from '#emails/calendar-note.ts'

/**
 * The calendar that goes with a mail: a file to open, which has no METHOD, or an invitation, which programs take in by
 * themselves (RFC 5546). Never both: the one would undo the other.
 */
export type WrittenCalendar = LetterCalendar &
  ({ way: 'file'; body: string } | ({ way: 'invitation' } & MailInvitation))
