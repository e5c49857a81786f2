import type { Kysely, Updateable } from 'kysely'
import { findAwardRow } from './award-rows.server.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { AwardsTable, AwardState, Database, VisaState } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

interface Noting {
  awardId: string
  /** For organizers: the event whose desk it is. */
  eventId?: string
  now: Instant
  actor: Actor
}

const STANDING: AwardState[] = ['offered', 'accepted']

/** Where the visa stands, from the holder or from an organizer. */
export async function setVisa(db: Kysely<Database>, { visa, ...noting }: Noting & { visa: VisaState }) {
  return await note(db, noting, 'award.visa', { visa, visaAt: noting.now }, STANDING)
}

/** Whether the ticket is in hand. */
export async function setTicketInHand(db: Kysely<Database>, { isInHand, ...noting }: Noting & { isInHand: boolean }) {
  return await note(db, noting, 'award.ticket', { ticketInHandAt: isInHand ? noting.now : null }, STANDING)
}

/** Whether its holder came. */
export async function setAttended(
  db: Kysely<Database>,
  { attended, ...noting }: Noting & { attended: AwardsTable['attended'] },
) {
  return await note(db, noting, 'award.attended', { attended }, ['accepted', 'ended'])
}

/** The report of the holder, as text, as a file, or both; it may be sent again until the award has ended. */
export async function handInReport(
  db: Kysely<Database>,
  { text, fileId, ...noting }: Noting & { text: string; fileId: string | null },
): Promise<Result<void>> {
  if (text === '' && fileId === null) return { ok: false, refusals: [{ code: 'report-empty', field: 'text' }] }
  const columns = {
    reportText: text === '' ? null : text,
    ...(fileId === null ? {} : { reportFileId: fileId }),
    reportedAt: noting.now,
  }
  return await transact<void, string>(db, async (db) => {
    const done = await note(db, noting, 'award.reported', columns, ['accepted', 'ended'])
    if (!done.ok) throw new Refused(...done.refusals)
    if (fileId !== null) await db.updateTable('files').set({ eraseAt: null }).where('id', '=', fileId).execute()
  })
}

async function note(
  db: Kysely<Database>,
  { awardId, eventId, now, actor }: Noting,
  action: string,
  columns: Updateable<AwardsTable>,
  states: AwardState[],
): Promise<Result<void>> {
  return await transact<void, string>(db, async (db) => {
    const { numUpdatedRows } = await db
      .updateTable('awards')
      .set({ ...columns, updatedAt: now })
      .where('id', '=', awardId)
      .where('state', 'in', states)
      .$if(eventId !== undefined, (query) => query.where('eventId', '=', eventId!))
      .executeTakeFirst()
    if (numUpdatedRows === 0n) throw new Refused({ code: 'award-moved' })
    const award = await findAwardRow(db, awardId)
    const { reportText: _text, ...after } = { reportText: null, ...columns }
    await recordAudit(db, now, [
      { actor, action, objectKind: 'award', objectId: awardId, eventId: award.eventId, after },
    ])
  })
}
