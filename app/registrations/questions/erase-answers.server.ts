import type { Kysely } from 'kysely'
import { addTotals } from './answer-totals.server.ts'
import { askedWords } from './freeze-answer.ts'
import { recordAudit } from '#app/audit/record.server.ts'
import { eraseFile } from '#app/files/erase-file.server.ts'
import { addDays, type Instant, wallClock } from '#app/values/moment.ts'
import type { Database, QuestionKind } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

const AT_ONCE = 200

interface Due {
  id: string
  eventId: string
  kind: QuestionKind
}

/**
 * Empties the answers to questions whose day of erasing is over on the clock of their event, with their files; the
 * question as it was asked stays, what was chosen goes. What can be counted is counted before
 * (docs/decisions/0012). An answer is erased once, by whichever worker comes first.
 */
export async function eraseAnswers(db: Kysely<Database>, { now }: { now: Instant }): Promise<{ erased: number }> {
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

async function dueQuestions(db: Kysely<Database>, now: Instant): Promise<Due[]> {
  const rows = await db
    .selectFrom('questions')
    .innerJoin('events', 'events.id', 'questions.eventId')
    .select(['questions.id', 'questions.eventId', 'questions.kind', 'questions.eraseOn', 'events.zone'])
    .where('questions.eraseOn', '<=', addDays(wallClock(now, 'UTC').day, 1))
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('answers')
          .select('answers.questionId')
          .whereRef('answers.questionId', '=', 'questions.id')
          .where('answers.erasedAt', 'is', null),
      ),
    )
    .orderBy('questions.id')
    .execute()
  return rows.filter(({ eraseOn, zone }) => eraseOn! < wallClock(now, zone).day)
}

/** Of one question, so many at once. What another worker was quicker with is not counted. */
async function eraseSome(db: Kysely<Database>, { id, eventId, kind }: Due, now: Instant) {
  const rows = await db
    .selectFrom('answers')
    .innerJoin('registrations', 'registrations.id', 'answers.registrationId')
    .select(['answers.registrationId', 'answers.value', 'answers.asked', 'registrations.state'])
    .where('answers.questionId', '=', id)
    .where('answers.erasedAt', 'is', null)
    .orderBy('answers.registrationId')
    .limit(AT_ONCE)
    .execute()
  const mine: typeof rows = []
  for (const row of rows) {
    const { numUpdatedRows } = await db
      .updateTable('answers')
      .set({ value: '', asked: withoutChoice(row.asked), erasedAt: now })
      .where('registrationId', '=', row.registrationId)
      .where('questionId', '=', id)
      .where('value', '=', row.value)
      .where('erasedAt', 'is', null)
      .executeTakeFirst()
    if (numUpdatedRows > 0n) mine.push(row)
  }
  const done = { erased: mine.length, isMore: rows.length === AT_ONCE }
  if (mine.length === 0) return done
  const actor = { kind: 'system' as const }
  if (kind === 'file') for (const { value } of mine) await eraseFile(db, { fileId: value, now, actor })
  const counted = mine.filter(({ state }) => state === 'held' || state === 'confirmed')
  await addTotals(db, { questionId: id, kind, values: counted.map(({ value }) => value) })
  await recordAudit(db, now, [
    {
      actor,
      action: 'answers.erased',
      objectKind: 'question',
      objectId: id,
      eventId,
      after: { count: mine.length },
    },
  ])
  return done
}

function withoutChoice(asked: string): string {
  const words = askedWords(asked)
  return words === null ? '' : JSON.stringify({ label: words.label, language: words.language })
}
