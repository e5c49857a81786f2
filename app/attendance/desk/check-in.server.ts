import type { Kysely } from 'kysely'
import { newerMark } from '../newer-mark.server.ts'
import { judge, type Judgement, mayOverrule, type Verdict } from '../verdict.ts'
import { findTicket, type FoundTicket } from './find-ticket.server.ts'
import { recordAudit } from '#app/audit/record.server.ts'
import type { EventPlace } from '#app/people/rights.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

export interface CheckIn {
  event: EventPlace
  by: { code: string } | { registrationId: string }
  /** The door: what is marked, its day (null: the event's) and track. */
  door: { key: string; day: string | null; trackId: string | null }
  today: string
  desk: string
  /** The verdict in spite of which the person is let in. */
  overrule: Verdict | null
  accountId: string
  language: string
  now: Instant
}

/** What the desk says, and about whom; the person is in when the verdict was `ok` or was overruled. */
export interface CheckedIn {
  judgement: Judgement
  holder: FoundTicket['holder']
  isIn: boolean
}

/**
 * Lets somebody in whose ticket says so, or in spite of a verdict that the desk may overrule. Of two desks at the same
 * moment one lets the person in, the other hears `already-here`.
 */
export async function checkIn(db: Kysely<Database>, input: CheckIn): Promise<Result<CheckedIn, 'busy'>> {
  for (let isAgain = false; ; isAgain = true) {
    const found = await findTicket(db, { ...input, eventId: input.event.id, slot: input.door.key })
    const judgement = judgeAt(found, input)
    const { verdict } = judgement
    const holder = found?.holder ?? null
    const isWelcome = verdict === 'ok' || (verdict === input.overrule && mayOverrule(verdict, 'desk'))
    if (!isWelcome || !holder) return { ok: true, value: { judgement, holder, isIn: false } }
    const let_ = await letIn(db, { ...input, registrationId: holder.registrationId, verdict })
    if (let_.ok) return { ok: true, value: { judgement, holder, isIn: true } }
    const isTaken = let_.refusals.some(({ code }) => code === 'taken')
    // Somebody else was quicker: what they did is told, once.
    if (!isTaken || isAgain) return { ok: false, refusals: [{ code: 'busy' }] }
  }
}

/** What is said to a ticket at a door. */
export function judgeAt(
  found: Pick<FoundTicket, 'ticket'> | null,
  { door, today }: { door: { day: string | null; trackId: string | null }; today: string },
): Judgement {
  return judge({ ticket: found?.ticket ?? null, slot: { day: door.day ?? '', trackId: door.trackId ?? '' }, today })
}

async function letIn(
  db: Kysely<Database>,
  {
    event,
    door,
    desk,
    accountId,
    now,
    registrationId,
    verdict,
  }: CheckIn & { registrationId: string; verdict: Verdict },
): Promise<Result<void, 'taken' | 'busy'>> {
  return await transact<void, 'taken'>(db, async (db) => {
    const overruled = verdict === 'ok' ? '' : verdict
    const before = await db
      .selectFrom('attendanceStates')
      .select(['markId', 'at', 'state'])
      .where('registrationId', '=', registrationId)
      .where('slot', '=', door.key)
      .executeTakeFirst()
    if (before?.state === 'present') throw new Refused<'taken'>({ code: 'taken' })
    const { id, at } = newerMark(before, now)
    const place = { registrationId, slot: door.key }
    const state = { state: 'present' as const, at, markId: id }
    // The guard: whoever finds what they saw still there writes; of two, one does.
    const written = before
      ? await db
          .updateTable('attendanceStates')
          .set(state)
          .where('registrationId', '=', registrationId)
          .where('slot', '=', door.key)
          .where('markId', '=', before.markId)
          .executeTakeFirst()
          .then(({ numUpdatedRows }) => Number(numUpdatedRows))
      : await db
          .insertInto('attendanceStates')
          .ignore()
          .values({ ...place, ...state, eventId: event.id })
          .executeTakeFirst()
          .then(({ numInsertedOrUpdatedRows }) => Number(numInsertedOrUpdatedRows))
    if (written !== 1) throw new Refused<'taken'>({ code: 'taken' })
    await db
      .insertInto('attendanceMarks')
      .values({
        id,
        ...place,
        eventId: event.id,
        state: 'present',
        at,
        deviceAt: null,
        receivedAt: now,
        accountId,
        deviceId: null,
        source: 'desk',
        sheetId: null,
        overruled,
        desk,
      })
      .execute()
    if (overruled !== '')
      await recordAudit(db, now, [
        {
          actor: { kind: 'account', id: accountId },
          action: 'registration.let-in',
          objectKind: 'registration',
          objectId: registrationId,
          eventId: event.id,
          after: { slot: door.key, overruled },
        },
      ])
  })
}
