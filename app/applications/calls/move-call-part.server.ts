import type { Kysely } from 'kysely'
import { changeCall, type CallChange } from './change-call.server.ts'
import { swapPlaces } from '#app/events/swap-places.server.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'

/** What a call has in an order, as its addresses say it, and what the log calls it. */
const CALL_PARTS = {
  choices: { table: 'callChoices', object: 'call-choice' },
  sections: { table: 'callSections', object: 'call-section' },
  questions: { table: 'callQuestions', object: 'call-question' },
  criteria: { table: 'callCriteria', object: 'criterion' },
} as const

export type CallPart = keyof typeof CALL_PARTS

export function isCallPart(name: string): name is CallPart {
  return Object.hasOwn(CALL_PARTS, name)
}

/** One place up or down: a question among those of its section that are asked, everything else among its own. */
export async function moveCallPart(
  db: Kysely<Database>,
  { part, id, by, ...change }: CallChange & { part: CallPart; id: string; by: -1 | 1 },
): Promise<Result<null, 'gone' | 'busy'>> {
  return await changeCall<null, 'gone'>(db, change, async (db, call) => {
    const { table, object } = CALL_PARTS[part]
    const all =
      part === 'questions' ? await peersOf(db, call.id, id) : await rowsOf(db, table as 'callSections', call.id)
    if (!all.some((row) => row.id === id)) throw new Refused({ code: 'gone' as const })
    const isMoved = await swapPlaces(db, table, all, { id, by })
    return {
      value: null,
      done: isMoved ? { action: `${object}.moved`, objectKind: object, objectId: id, after: { by } } : null,
    }
  })
}

/** The place behind the last one, from 0. */
export function nextPartPosition(rows: { position: number }[]): number {
  return Math.max(-1, ...rows.map(({ position }) => position)) + 1
}

async function rowsOf(db: Kysely<Database>, table: 'callSections', callId: string) {
  return await db
    .selectFrom(table)
    .select(['id', 'position'])
    .where('callId', '=', callId)
    .orderBy('position')
    .orderBy('id')
    .execute()
}

/** The questions of a section that are asked; those beside it keep their places among themselves. */
async function peersOf(db: Kysely<Database>, callId: string, questionId: string) {
  const all = await db
    .selectFrom('callQuestions')
    .select(['id', 'position', 'sectionId'])
    .where('callId', '=', callId)
    .where('isRetired', '=', 0)
    .orderBy('position')
    .orderBy('id')
    .execute()
  const moved = all.find(({ id }) => id === questionId)
  return all.filter(({ sectionId }) => sectionId === moved?.sectionId)
}
