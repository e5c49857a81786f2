import type { Kysely } from 'kysely'
import { tellParticipants } from './tell-participants.server.ts'
import type { DetailField } from '#app/events/details.ts'
import {
  updateEventDetails,
  type UpdateEventDetails,
  type UpdateRefusal,
} from '#app/events/update-event-details.server.ts'
import { lockEvent } from '#app/events/lock-event.server.ts'
import { moveProgramme } from '#app/programme/move-programme.server.ts'
import { eventBefore, newsSince } from '#app/mail/event-before.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import { transact } from '#db/transact.ts'
import type { Database } from '#db/schema.ts'

export interface SaveDetails extends UpdateEventDetails {
  /** Whether those who have a seat are told of what they need to know. */
  isTold: boolean
  /** Whether the sessions move by as many days as the first day does. */
  isProgrammeMoved: boolean
}

export interface SavedDetails {
  slug: string
  changed: DetailField[]
  /** How many sessions moved, and how many people are told. */
  moved: number
  told: number
}

/**
 * Saves what the public reads of an event; with it its programme moves along and, where its organizer wants it, those
 * who have a seat are told when time, zone, place or online room are others now. In one transaction, so that nobody is
 * told what was not saved.
 */
export async function saveDetails(
  db: Kysely<Database>,
  { isTold, isProgrammeMoved, ...input }: SaveDetails,
): Promise<Result<SavedDetails, UpdateRefusal | 'busy'>> {
  return await transact<SavedDetails, UpdateRefusal>(db, async (db) => {
    const { eventId, form, now, actor } = input
    await lockEvent(db, eventId)
    const before = await readEvent(db, eventId)
    const along = { eventId, after: form, isAlong: isProgrammeMoved, now, actor }
    const moved = before ? await moveProgramme(db, { ...along, before }) : 0
    const saved = await updateEventDetails(db, input)
    if (!saved.ok) throw new Refused(...saved.refusals)
    const after = await readEvent(db, eventId)
    if (!isTold || !before || !after || !newsSince(eventBefore(before), eventBefore(after)))
      return { ...saved.value, moved, told: 0 }
    const told = await tellParticipants(db, {
      eventId,
      template: 'event-moved',
      occasion: `version-${after.version}`,
      before: eventBefore(before),
      now,
      actor,
    })
    return { ...saved.value, moved, told: told.ok ? told.value.told : 0 }
  })
}

async function readEvent(db: Kysely<Database>, eventId: string) {
  return await db.selectFrom('events').selectAll().where('id', '=', eventId).executeTakeFirst()
}
