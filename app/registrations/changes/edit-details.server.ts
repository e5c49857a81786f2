import type { Kysely } from 'kysely'
import { whyNotChanged, type WhyNot } from './change-rules.ts'
import { type SeatToChange, seatToChange } from './seat-to-change.server.ts'
import { lockOrder } from '../lock-order.server.ts'
import { saveAnswers } from '../questions/save-answers.server.ts'
import type { Answer, Question } from '../questions/question.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import { namesChanged } from '#app/people/names-changed.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import { seenOf } from '#app/values/seen.ts'
import { cleanLine, sortKey } from '#app/values/text.ts'
import { transact } from '#db/transact.ts'
import type { Database } from '#db/schema.ts'

export interface EditDetails {
  orderId: string
  code: string
  person: {
    fullName: string
    latinName: string
    badgeName: string
    affiliation: string
    country: string
  }
  /** The questions of the registration form that were shown, and their answers by code. */
  shown: Question[]
  answers: Record<string, Answer>
  /** As for `saveAnswers`: an organizer may not read all of them, and is never too late. */
  among?: string[]
  waives?: boolean
  /** What the form was filled in over; another state now is refused as `offer-stale`. Left out: not compared. */
  seen?: string
  now: Instant
  actor: Actor
}

/**
 * Corrects what is known of the person on a seat, and of their add-ons, until the day that the organizer set. Needs no
 * free seat and changes no price. The address stays: with another one the seat is somebody else's.
 */
export async function editDetails(
  db: Kysely<Database>,
  { orderId, code, person, shown, answers, among, waives = false, seen, now, actor }: EditDetails,
): Promise<
  Result<void, WhyNot | 'offer-stale' | 'answers-closed' | 'answers-ended' | 'answers-later' | 'gone' | 'busy'>
> {
  return await transact<void, WhyNot | 'offer-stale'>(db, async (db) => {
    await lockOrder(db, orderId)
    const seat = await seatToChange(db, { orderId, code })
    const why = seat
      ? whyNotChanged('details', { ...seat, hasOpenChange: seat.openChange !== null, waives, now })
      : 'seat-gone'
    if (!seat || why) throw new Refused<WhyNot>({ code: why ?? 'seat-gone' })
    if (seen !== undefined && seen !== (await seenOfDetails(db, seat))) throw new Refused({ code: 'offer-stale' })
    const own = seat.seats.filter(
      ({ id, mainRegistrationId, emailKey }) =>
        id === seat.id || (mainRegistrationId === seat.id && emailKey === seat.emailKey),
    )
    const fullName = cleanLine(person.fullName)
    const personIds = own.map(({ personId }) => personId)
    await db
      .updateTable('people')
      .set({
        fullName,
        sortKey: sortKey(fullName),
        latinName: person.latinName || null,
        badgeName: person.badgeName || null,
        affiliation: person.affiliation || null,
        country: person.country || null,
      })
      .where('id', 'in', personIds)
      .execute()
    await namesChanged(db, personIds)
    await recordAudit(db, now, [
      {
        actor,
        action: 'registration.edited',
        objectKind: 'registration',
        objectId: seat.id,
        eventId: seat.eventId,
        after: { personIds },
      },
    ])
    if (shown.length > 0)
      await saveAnswers(db, {
        registrationId: seat.id,
        stage: 'registering',
        shown,
        answers,
        ...(among ? { among } : {}),
        waives,
        now,
        actor,
      })
  })
}

/** What a form about the person on a seat is filled in over. */
export async function seenOfDetails(
  db: Kysely<Database>,
  seat: Pick<SeatToChange, 'id' | 'fullName' | 'latinName' | 'badgeName' | 'affiliation' | 'country'>,
): Promise<string> {
  const answers = await db
    .selectFrom('answers')
    .select(['questionId', 'value'])
    .where('registrationId', '=', seat.id)
    .orderBy('questionId')
    .execute()
  const { fullName, latinName, badgeName, affiliation, country } = seat
  return seenOf([fullName, latinName, badgeName, affiliation, country, answers])
}
