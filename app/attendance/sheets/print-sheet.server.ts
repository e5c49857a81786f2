import { randomInt } from 'node:crypto'
import type { Kysely } from 'kysely'
import { newSheetCode } from './sheet-code.ts'
import type { SheetParts } from './sheet-parts.ts'
import { recordAudit } from '#app/audit/record.server.ts'
import { newId } from '#app/values/id.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

export interface SheetToPrint {
  eventId: string
  /** Null: of everybody. */
  trackId: string | null
  heldOn: string
  sessionId: string | null
  parts: SheetParts
  /** In the order of their numbers. */
  registrationIds: string[]
  accountId: string
  now: Instant
}

/** Rows that one statement writes. */
const AT_ONCE = 200

/**
 * Gives a sign-in sheet its code and fixes which number is whose, so that it can be taken back whatever the list becomes.
 * The same sheet printed again, of the same people, keeps its code.
 */
export async function printSheet(db: Kysely<Database>, input: SheetToPrint): Promise<Result<{ code: string }, 'busy'>> {
  return await transact(db, async (db) => {
    const known = await printedBefore(db, input)
    if (known !== null) return { code: known }
    const { registrationIds, accountId, now, ...place } = input
    const sheet = { id: newId(now), code: newSheetCode(randomInt), rowCount: registrationIds.length }
    await db
      .insertInto('attendanceSheets')
      .values({ ...sheet, ...place, createdBy: accountId, createdAt: now })
      .execute()
    const rows = registrationIds.map((registrationId, at) => ({
      sheetId: sheet.id,
      position: at + 1,
      registrationId,
    }))
    for (let at = 0; at < rows.length; at += AT_ONCE)
      await db
        .insertInto('attendanceSheetRows')
        .values(rows.slice(at, at + AT_ONCE))
        .execute()
    await recordAudit(db, now, [
      {
        actor: { kind: 'account', id: accountId },
        action: 'attendance-sheet.printed',
        objectKind: 'attendance-sheet',
        objectId: sheet.id,
        eventId: place.eventId,
        after: {
          code: sheet.code,
          trackId: place.trackId,
          heldOn: place.heldOn,
          parts: place.parts,
          rows: rows.length,
        },
      },
    ])
    return { code: sheet.code }
  })
}

/** The newest sheet for the same; its code when the same people stand on it in the same order. */
async function printedBefore(db: Kysely<Database>, input: SheetToPrint): Promise<string | null> {
  const { eventId, trackId, heldOn, sessionId, parts, registrationIds } = input
  const last = await db
    .selectFrom('attendanceSheets')
    .select(['id', 'code', 'rowCount'])
    .where('eventId', '=', eventId)
    .where('heldOn', '=', heldOn)
    .where('parts', '=', parts)
    .where('trackId', trackId === null ? 'is' : '=', trackId)
    .where('sessionId', sessionId === null ? 'is' : '=', sessionId)
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!last || last.rowCount !== registrationIds.length) return null
  const rows = await db
    .selectFrom('attendanceSheetRows')
    .select('registrationId')
    .where('sheetId', '=', last.id)
    .orderBy('position')
    .execute()
  return rows.every(({ registrationId }, at) => registrationId === registrationIds[at]) ? last.code : null
}
