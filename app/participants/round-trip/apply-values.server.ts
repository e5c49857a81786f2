import type { Kysely } from 'kysely'
import { readAnswer } from './answer-cell.ts'
import { codeOfAnswer, type SheetColumn } from './columns.ts'
import type { SheetWords } from './sheet-words.server.ts'
import type { Doing } from '../runs/kind-rules.server.ts'
import type { Image, RunProps } from '../runs/run-kinds.ts'
import { recordAudit } from '#app/audit/record.server.ts'
import { changeTrack } from '#app/registrations/changes/change-track.server.ts'
import { correctAddress } from '#app/registrations/correcting/correct-address.server.ts'
import { correctAnswers } from '#app/registrations/correcting/correct-answers.server.ts'
import { correctPerson, type PersonCorrection } from '#app/registrations/correcting/correct-person.server.ts'
import type { Question } from '#app/registrations/questions/question.ts'
import { Refused } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'

/** What `correctPerson` corrects, by column. */
const OF_PERSON = ['fullName', 'latinName', 'badgeName', 'certificateName', 'country', 'affiliation'] as const

/** Writes cells of a sheet over what a registration holds, each as its own command does it. Inside a transaction. */
export async function applyValues(
  db: Kysely<Database>,
  {
    run,
    row,
    values,
    words,
    now,
    actor,
  }: Doing<Extract<RunProps, { kind: 'import' }>> & {
    values: Image
    words: SheetWords
  },
): Promise<void> {
  const registrationId = row.subjectId
  const seat = await db
    .selectFrom('registrations')
    .select(['orderId', 'trackId', 'eventId'])
    .where('id', '=', registrationId)
    .where('eventId', '=', run.eventId)
    .executeTakeFirst()
  if (!seat) throw new Refused({ code: 'seat-gone' })
  const text = (column: SheetColumn) => (typeof values[column] === 'string' ? values[column] : undefined)
  const person: PersonCorrection = {}
  for (const column of OF_PERSON) {
    const value = text(column)
    if (value === undefined) continue
    if (column === 'fullName') person.fullName = value
    else person[column] = value || null
  }
  if (Object.keys(person).length > 0) await correctPerson(db, { registrationId, person })
  const email = text('email')
  if (email !== undefined) await correctAddress(db, { registrationId, email, now })
  const language = text('language')
  if (language !== undefined)
    await db.updateTable('orders').set({ language, updatedAt: now }).where('id', '=', seat.orderId).execute()
  const note = text('note')
  if (note !== undefined)
    await db
      .updateTable('registrations')
      .set({ note: note || null, updatedAt: now })
      .where('id', '=', registrationId)
      .execute()
  const track = text('track')
  if (track !== undefined) {
    const to = words.tracks.find(({ code }) => code === track)?.id ?? null
    await changeTrack(db, { registrationId, eventId: run.eventId, from: seat.trackId, to, now, actor })
  }
  await correctAnswers(db, { registrationId, answers: answersIn(values, words.questions), now })
  await recordAudit(db, now, [
    {
      actor,
      action: 'registration.edited',
      objectKind: 'registration',
      objectId: registrationId,
      eventId: run.eventId,
      after: { runId: run.id, fields: Object.keys(values) },
    },
  ])
}

function answersIn(values: Image, questions: Question[]) {
  return Object.entries(values).flatMap(([column, cell]) => {
    const code = codeOfAnswer(column as SheetColumn)
    const question = code === null ? undefined : questions.find((one) => one.code === code)
    if (!question) return []
    // What was there before may be what is no longer offered, or nothing where something must be said by now.
    const read = readAnswer({ ...question, isRequired: false }, String(cell ?? ''))
    if (!read.ok) throw new Refused({ code: 'run-not-so' })
    return [{ question, answer: read.answer }]
  })
}
