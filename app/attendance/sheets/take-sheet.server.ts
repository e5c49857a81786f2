import type { Kysely } from 'kysely'
import { recordMarks } from '../record-marks.server.ts'
import { findSheet, type PrintedSheet } from './find-sheet.server.ts'
import { planTaking, type Taking, type TypedNumbers } from './plan-taking.ts'
import { recordAudit } from '#app/audit/record.server.ts'
import type { EventPlace } from '#app/people/rights.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

/** Who takes sheets back, and what of. */
export interface Taker {
  event: EventPlace
  trackIds: string[] | 'all'
  accountId: string
  now: Instant
}

/** How many marks are new, and how many signatures belong to seats that have ended. */
export interface Taken {
  marked: number
  refused: number
}

/** A sheet with the marks that it would make. */
export interface PlannedSheet {
  sheet: PrintedSheet
  taking: Taking
}

/** What taking a sheet back would mark, for a person to look at. */
export async function planSheet(
  db: Kysely<Database>,
  input: Taker & { code: string; typed: TypedNumbers; othersAbsent: boolean },
): Promise<Result<PlannedSheet>> {
  const sheet = await findSheet(db, { eventId: input.event.id, trackIds: input.trackIds, code: input.code })
  if (!sheet.ok) return sheet
  const taking = planTaking(sheet.value, input.typed, input)
  return taking.ok ? { ok: true, value: { sheet: sheet.value, taking: taking.value } } : taking
}

/** Marks who signed a printed sheet. The same sheet sent twice marks once. */
export async function takeSheet(
  db: Kysely<Database>,
  input: Taker & { code: string; typed: TypedNumbers; othersAbsent: boolean },
): Promise<Result<Taken>> {
  return await transact(db, async (db) => {
    const planned = await planSheet(db, input)
    if (!planned.ok) throw new Refused(...planned.refusals)
    return await mark(db, input, planned.value)
  })
}

/** Stores the marks of a planned sheet, in the transaction that it is called in. */
export async function mark(db: Kysely<Database>, taker: Taker, { sheet, taking }: PlannedSheet): Promise<Taken> {
  const { event, trackIds, accountId, now } = taker
  const marks = taking.marks.map(({ id, row, slot, state }) => ({
    id,
    registrationId: row.registrationId,
    slot,
    state,
    at: now,
  }))
  const recorded = await recordMarks(db, { event, marks, accountId, trackIds, source: 'paper', sheetId: sheet.id, now })
  if (!recorded.ok) throw new Refused(...recorded.refusals)
  const count = (wanted: string[]) => recorded.value.filter(({ is }) => wanted.includes(is)).length
  const taken = { marked: count(['stored', 'older']), refused: count(['refused']) }
  if (taken.marked > 0)
    await recordAudit(db, now, [
      {
        actor: { kind: 'account', id: accountId },
        action: 'attendance-sheet.taken',
        objectKind: 'attendance-sheet',
        objectId: sheet.id,
        eventId: event.id,
        after: { code: sheet.code, ...taken },
      },
    ])
  return taken
}
