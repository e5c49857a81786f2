import type { Kysely } from 'kysely'
import { recordAudit } from '#app/audit/record.server.ts'
import { eraseFile } from '#app/files/erase-file.server.ts'
import { addDays, type Instant, wallClock } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

const AT_ONCE = 200

/**
 * Empties the answers to a call's questions whose day of erasing is over on the clock of the event, with their files.
 * An answer is erased once, by whichever worker comes first.
 */
export async function eraseCallAnswers(db: Kysely<Database>, { now }: { now: Instant }): Promise<{ erased: number }> {
  let erased = 0
  for (const question of await dueQuestions(db, now)) {
    for (;;) {
      const done = await transact(db, async (db) => await eraseSome(db, question, now))
      if (!done.ok) break
      erased += done.value.erased
      if (!done.value.isMore) break
    }
  }
  return { erased }
}

type Due = Awaited<ReturnType<typeof dueQuestions>>[number]

async function dueQuestions(db: Kysely<Database>, now: Instant) {
  const rows = await db
    .selectFrom('callQuestions as question')
    .innerJoin('calls', 'calls.id', 'question.callId')
    .innerJoin('events', 'events.id', 'calls.eventId')
    .select(['question.id', 'question.kind', 'question.eraseOn', 'calls.eventId', 'events.zone'])
    .where('question.eraseOn', '<=', addDays(wallClock(now, 'UTC').day, 1))
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('applicationAnswers')
          .select('applicationAnswers.questionId')
          .whereRef('applicationAnswers.questionId', '=', 'question.id')
          .where('applicationAnswers.erasedAt', 'is', null),
      ),
    )
    .orderBy('question.id')
    .execute()
  return rows.filter(({ eraseOn, zone }) => eraseOn! < wallClock(now, zone).day)
}

async function eraseSome(db: Kysely<Database>, { id, kind, eventId }: Due, now: Instant) {
  const rows = await db
    .selectFrom('applicationAnswers')
    .select(['applicationId', 'value'])
    .where('questionId', '=', id)
    .where('erasedAt', 'is', null)
    .orderBy('applicationId')
    .limit(AT_ONCE)
    .execute()
  const actor = { kind: 'system' as const }
  let erased = 0
  for (const { applicationId, value } of rows) {
    const { numUpdatedRows } = await db
      .updateTable('applicationAnswers')
      .set({ value: '', asked: '', erasedAt: now })
      .where('applicationId', '=', applicationId)
      .where('questionId', '=', id)
      .where('erasedAt', 'is', null)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) continue
    erased++
    if (kind === 'file') await eraseFile(db, { fileId: value, now, actor })
  }
  if (erased > 0)
    await recordAudit(db, now, [
      {
        actor,
        action: 'call-answers.erased',
        objectKind: 'call-question',
        objectId: id,
        eventId,
        after: { count: erased },
      },
    ])
  return { erased, isMore: rows.length === AT_ONCE }
}
