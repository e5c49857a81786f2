import type { Kysely, Selectable } from 'kysely'
import { doChange } from './apply-change.server.ts'
import { type PlannedChange, type Telling, TEMPLATES } from './planned-change.ts'
import { cancelEvent } from '#app/events/cancel-event.server.ts'
import type { ChangeEventStatus } from '#app/events/publishing/publish-event.server.ts'
import { compose } from '#app/mail/compose.server.ts'
import { eventBefore } from '#app/mail/event-before.ts'
import type { MailSite } from '#app/mail/mail-site.ts'
import { cancelRegistrations } from '#app/registrations/seats/cancel-registrations.server.ts'
import { storeNews } from '#app/registrations/telling/tell-participants.server.ts'
import type { Told } from '#app/registrations/telling/told.server.ts'
import { accept, Refused, type Result } from '#app/values/refusal.ts'
import type { Database, EventsTable } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

export interface Rehearsal {
  before: Selectable<EventsTable>
  after: Selectable<EventsTable>
  /** How many entries of sessions calendars show in another way afterwards. */
  sessions: number
  /** The mail to the chosen reader; null when there is none to choose, or nothing to tell. */
  mail: { subject: string; text: string } | null
}

interface Rehearse extends ChangeEventStatus {
  change: PlannedChange
  telling: Telling
  /** Whose mail is looked at. */
  reader: Told | null
}

class TakenBack extends Error {
  readonly rehearsal: Rehearsal

  constructor(rehearsal: Rehearsal) {
    super('taken back')
    this.rehearsal = rehearsal
  }
}

/**
 * Does a change in a transaction that is taken back, to see what it leads to: the event as it is then, and the mail that
 * one reader gets, written by what writes all of them. Of seats and messages, it touches that one reader's.
 */
export async function rehearseChange(
  db: Kysely<Database>,
  site: MailSite,
  input: Rehearse,
): Promise<Result<Rehearsal>> {
  try {
    return await transact<Rehearsal, string>(db, async (db) => {
      throw new TakenBack(await rehearse(db, site, input))
    })
  } catch (error) {
    if (error instanceof TakenBack) return accept(error.rehearsal)
    throw error
  }
}

async function rehearse(
  db: Kysely<Database>,
  site: MailSite,
  { change, telling, reader, ...input }: Rehearse,
): Promise<Rehearsal> {
  const { eventId, now } = input
  const readEvent = db.selectFrom('events').selectAll().where('id', '=', eventId)
  const sequences = db.selectFrom('sessions').select(['id', 'sequence']).where('eventId', '=', eventId)
  const [before, calendars] = [await readEvent.executeTakeFirstOrThrow(), await sequences.execute()]
  const changed =
    change.kind === 'cancel'
      ? await cancelEvent(db, input)
      : await doChange(db, change, { ...input, ...telling, isTold: false })
  if (!changed.ok) throw new Refused(...changed.refusals)
  if (change.kind === 'cancel' && reader) await endSeatsOf(db, reader, input)
  const [after, later] = [await readEvent.executeTakeFirstOrThrow(), await sequences.execute()]
  const known = new Map(calendars.map(({ id, sequence }) => [id, sequence]))
  const news = { template: TEMPLATES[change.kind], occasion: `version-${after.version}`, before: eventBefore(before) }
  if (reader) await storeNews(db, [reader], { ...news, eventId, words: telling.words, now })
  return {
    before,
    after,
    sessions: later.filter(({ id, sequence }) => known.get(id) !== sequence).length,
    mail: reader ? await mailTo(db, site, reader, { ...news, ...input }) : null,
  }
}

async function endSeatsOf(db: Kysely<Database>, reader: Told, { eventId, now, actor }: ChangeEventStatus) {
  const seats = await db
    .selectFrom('registrations')
    .innerJoin('people', 'people.id', 'registrations.personId')
    .select('registrations.id')
    .where('registrations.eventId', '=', eventId)
    .where((row) =>
      row.or([row('people.emailKey', '=', reader.emailKey), row('registrations.orderId', '=', reader.orderId)]),
    )
    .execute()
  const registrationIds = seats.map(({ id }) => id)
  await cancelRegistrations(db, { registrationIds, now, actor, reason: 'event-cancelled' })
}

async function mailTo(
  db: Kysely<Database>,
  site: MailSite,
  reader: Told,
  { template, eventId, now }: { template: string; eventId: string } & ChangeEventStatus,
): Promise<Rehearsal['mail']> {
  const message = await db
    .selectFrom('messages')
    .selectAll()
    .where('template', '=', template)
    .where('eventId', '=', eventId)
    .where('recipientKey', '=', reader.emailKey)
    .orderBy('id', 'desc')
    .executeTakeFirst()
  if (!message) return null
  const written = await compose(db, site, message, now)
  return 'mail' in written ? { subject: written.mail.subject, text: written.mail.text } : null
}
