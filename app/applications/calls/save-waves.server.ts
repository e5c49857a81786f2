import type { Kysely } from 'kysely'
import { changeCall, type CallChange } from './change-call.server.ts'
import type { WavesForm } from './waves-form.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import { seenOf } from '#app/values/seen.ts'
import type { Database } from '#db/schema.ts'

/** When offers go out, and until when they may be answered. */
export async function listWaves(db: Kysely<Database>, callId: string) {
  return await db
    .selectFrom('callWaves')
    .select(['number', 'startsAt', 'answerUntilAt'])
    .where('callId', '=', callId)
    .orderBy('number')
    .execute()
}

export function seenWaves(waves: { number: number; startsAt: string; answerUntilAt: string }[]): string {
  return seenOf(waves.map(({ number, startsAt, answerUntilAt }) => [number, startsAt, answerUntilAt]))
}

/** Puts other waves in the place of those of a call. An offer that stands keeps the hour it was made with. */
export async function saveWaves(
  db: Kysely<Database>,
  { form, ...change }: CallChange & { form: WavesForm },
): Promise<Result<null, 'stale' | 'gone' | 'busy'>> {
  return await changeCall<null, 'stale'>(db, change, async (db, call) => {
    const before = await listWaves(db, call.id)
    if (seenWaves(before) !== form.seen) throw new Refused({ code: 'stale' as const })
    await db.deleteFrom('callWaves').where('callId', '=', call.id).execute()
    const rows = form.waves.map((wave) => ({ callId: call.id, ...wave }))
    if (rows.length > 0) await db.insertInto('callWaves').values(rows).execute()
    const object = { objectKind: 'call', objectId: call.id }
    return {
      value: null,
      done: { action: 'call.waves', ...object, before: { waves: before }, after: { waves: form.waves } },
    }
  })
}
