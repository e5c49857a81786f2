import type { Kysely } from 'kysely'
import { isDeliverable } from './header-text.ts'
import type { MailSite } from './mail-site.ts'
import type { WrittenCalendar } from './written-calendar.ts'
import type { CalendarEntry, Invitation } from '#app/calendar/calendar-entry.ts'
import { type OwnEvent, ownEventEntry } from '#app/calendar/own/own-event-calendar.server.ts'
import { joinCalendar, writeCalendar, writeEntry } from '#app/calendar/write-calendar.ts'
import { languageOf } from '#app/locales/languages.ts'
import { translator } from '#app/locales/translate.ts'
import type { Database } from '#db/schema.ts'

export interface MailOwner {
  recipientKey: string
  recipientEmail: string
  recipientName: string
  language: string
}

/**
 * An event as it goes into the calendar of whom a mail is for; null when no calendar can show it or nothing of it is
 * theirs. Where the organizers want invitations, whoever has sat on a confirmed seat is invited, and called off when
 * none is left; whoever only holds, orders or pays gets a file.
 */
export async function ownCalendar(
  db: Kysely<Database>,
  site: MailSite,
  message: MailOwner,
  { eventId, only }: Pick<OwnEvent, 'eventId' | 'only'>,
): Promise<WrittenCalendar | null> {
  const language = languageOf(message.language)
  const emailKey = message.recipientKey
  const own = await ownEventEntry(db, { baseUrl: site.baseUrl, language }, { eventId, emailKey, ...(only && { only }) })
  if (!own) return null
  const { calendarMail } = await db
    .selectFrom('events')
    .select('calendarMail')
    .where('id', '=', eventId)
    .executeTakeFirstOrThrow()
  const part = await partOf(db, { eventId, emailKey, calendarMail })
  if (part === 'none' || own.entry.status === 'TENTATIVE' || !isDeliverable(message.recipientEmail)) {
    const file = { name: own.name, sourceUrl: null, entries: [own.entry] }
    return { way: 'file', isOff: own.entry.status === 'CANCELLED', body: writeCalendar(file, site.uidDomain) }
  }
  const t = translator(language)
  const entry = part === 'left' ? calledOff(own.entry, t('event.ics.cancelled', { title: own.name })) : own.entry
  const method = entry.status === 'CANCELLED' ? 'CANCEL' : 'REQUEST'
  const invitation: Invitation = {
    method,
    organizer: { name: t('common.name'), email: site.calendarMailbox },
    attendee: { name: message.recipientName, email: message.recipientEmail },
  }
  const text = writeEntry(entry, site.uidDomain, invitation)
  const content = joinCalendar({ name: '', sourceUrl: null, method }, [text])
  return { way: 'invitation', isOff: method === 'CANCEL', method, content }
}

/** Whether they are invited: on a confirmed seat now, or on one that is no more. */
async function partOf(
  db: Kysely<Database>,
  { eventId, emailKey, calendarMail }: { eventId: string; emailKey: string; calendarMail: 'file' | 'invitation' },
): Promise<'none' | 'goes' | 'left'> {
  if (calendarMail !== 'invitation') return 'none'
  const seats = await db
    .selectFrom('registrations')
    .innerJoin('people', 'people.id', 'registrations.personId')
    .select(['registrations.state', 'registrations.confirmedAt'])
    .where('registrations.eventId', '=', eventId)
    .where('people.emailKey', '=', emailKey)
    .execute()
  if (seats.some(({ state }) => state === 'confirmed')) return 'goes'
  return seats.some(({ confirmedAt }) => confirmedAt !== null) ? 'left' : 'none'
}

/** Of who ordered seats of others and has none any more, the event goes on, and not for them. */
function calledOff(entry: CalendarEntry, summary: string): CalendarEntry {
  if (entry.status === 'CANCELLED') return entry
  return { ...entry, status: 'CANCELLED', summary, conference: null, isBusy: false }
}
