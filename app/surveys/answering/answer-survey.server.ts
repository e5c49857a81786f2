import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import { isAskedOf, type SurveyQuestion } from '../survey.ts'
import { surveyStanding } from '../survey-window.ts'
import { recordAudit } from '#app/audit/record.server.ts'
import { type Answer, isAnswered, storedAnswer } from '#app/registrations/questions/question.ts'
import { type Instant, wallClock } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

export interface AnswerSurvey {
  surveyId: string
  registrationId: string
  /** The questions that were shown. */
  shown: SurveyQuestion[]
  /** By the questions' codes. */
  answers: Record<string, Answer>
  /** Whether the page promised that no name is kept. */
  isAnonymous: boolean
  now: Instant
}

export type AnswerRefusal = 'gone' | 'survey-shut' | 'survey-once' | 'survey-promised'

/**
 * Keeps what somebody answered, once a person, and once a day of a daily survey. That they have answered stands in one
 * table, what they answered in others, under a random id: of an anonymous survey nothing leads from one to the other, no
 * time, no order and no entry in the log. An answer with a name may be changed while the survey is open.
 */
export async function answerSurvey(
  db: Kysely<Database>,
  input: AnswerSurvey,
): Promise<Result<null, AnswerRefusal | 'busy'>> {
  const { surveyId, registrationId, shown, answers, now } = input
  return await transact<null, AnswerRefusal>(db, async (db) => {
    const place = await placeOf(db, input)
    const standing = surveyStanding(place, place.event, now)
    if (standing.is !== 'open') throw new Refused({ code: 'survey-shut' as const })
    const isAnonymous = place.isAnonymous === 1
    if (isAnonymous !== input.isAnonymous) throw new Refused({ code: 'survey-promised' as const })
    const { heldOn } = standing
    if (isAnonymous && (await hasAnsweredBefore(db, { surveyId, heldOn, seat: place })))
      throw new Refused({ code: 'survey-once' as const })
    const answeredOn = isAnonymous ? '' : wallClock(now, place.event.zone).day
    const turnout = await db
      .insertInto('surveyTurnouts')
      .ignore()
      .values({ surveyId, registrationId, heldOn, answeredOn })
      .executeTakeFirst()
    const isFirst = turnout.numInsertedOrUpdatedRows === 1n
    if (!isFirst && isAnonymous) throw new Refused({ code: 'survey-once' as const })
    const responseId = isFirst ? null : await responseOf(db, { surveyId, registrationId, heldOn })
    if (responseId !== null) await db.deleteFrom('surveyAnswers').where('responseId', '=', responseId).execute()
    const id = responseId ?? randomUUID()
    if (responseId === null)
      await db
        .insertInto('surveyResponses')
        .values({
          id,
          surveyId,
          registrationId: isAnonymous ? null : registrationId,
          trackId: place.seatTrackId,
          heldOn,
        })
        .execute()
    const rows = shown
      .filter(({ code }) => isAnswered(answers[code]))
      .map((question) => ({ responseId: id, questionId: question.id, value: storedAnswer(answers[question.code]!) }))
    if (rows.length > 0) await db.insertInto('surveyAnswers').values(rows).execute()
    if (!isAnonymous)
      await recordAudit(db, now, [
        {
          actor: { kind: 'visitor' },
          action: 'survey.answered',
          objectKind: 'registration',
          objectId: registrationId,
          eventId: place.event.id,
          after: { surveyId, isFirst },
        },
      ])
    return null
  })
}

/** The survey and the seat, which must be one that it is asked of. */
async function placeOf(db: Kysely<Database>, { surveyId, registrationId }: AnswerSurvey) {
  const row = await db
    .selectFrom('surveys')
    .innerJoin('events', 'events.id', 'surveys.eventId')
    .innerJoin('registrations', 'registrations.eventId', 'surveys.eventId')
    .innerJoin('ticketTypes', 'ticketTypes.id', 'registrations.ticketTypeId')
    .select(['surveys.kind', 'surveys.status', 'surveys.opensAt', 'surveys.closesAt', 'surveys.isAnonymous'])
    .select(['surveys.trackId', 'registrations.trackId as ownTrackId', 'ticketTypes.trackId as typeTrackId'])
    .select(['events.id as eventId', 'events.status as eventStatus', 'events.zone'])
    .select(['registrations.mainRegistrationId', 'registrations.replacesId'])
    .where('surveys.id', '=', surveyId)
    .where('registrations.id', '=', registrationId)
    .where('registrations.state', '=', 'confirmed')
    .executeTakeFirst()
  const seatTrackId = row?.ownTrackId ?? row?.typeTrackId ?? null
  if (!row || !isAskedOf(row, { trackId: seatTrackId, mainRegistrationId: row.mainRegistrationId }))
    throw new Refused({ code: 'gone' as const })
  const { eventId, eventStatus, zone } = row
  return { ...row, seatTrackId, event: { id: eventId, status: eventStatus, zone } }
}

/** Whether somebody answered in this seat before it was passed on: a seat has one voice, through however many hands it goes. */
async function hasAnsweredBefore(
  db: Kysely<Database>,
  { surveyId, heldOn, seat }: { surveyId: string; heldOn: string; seat: { replacesId: string | null } },
): Promise<boolean> {
  for (let id = seat.replacesId; id !== null;) {
    const former = await db
      .selectFrom('registrations')
      .leftJoin('surveyTurnouts', (join) =>
        join
          .onRef('surveyTurnouts.registrationId', '=', 'registrations.id')
          .on('surveyTurnouts.surveyId', '=', surveyId)
          .on('surveyTurnouts.heldOn', '=', heldOn),
      )
      .select(['registrations.replacesId', 'surveyTurnouts.surveyId as answered'])
      .where('registrations.id', '=', id)
      .executeTakeFirst()
    if (former && former.answered !== null) return true
    id = former?.replacesId ?? null
  }
  return false
}

async function responseOf(
  db: Kysely<Database>,
  { surveyId, registrationId, heldOn }: { surveyId: string; registrationId: string; heldOn: string },
): Promise<string | null> {
  const row = await db
    .selectFrom('surveyResponses')
    .select('id')
    .where('registrationId', '=', registrationId)
    .where('surveyId', '=', surveyId)
    .where('heldOn', '=', heldOn)
    .executeTakeFirst()
  return row?.id ?? null
}
