import type { Kysely } from 'kysely'
import { type DeadlineOf, MOST_DEADLINES, type OwnDeadline } from './deadline-queries.server.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

/**
 * Stages with a deadline whose questions a confirmed person has not answered at all yet, while the event is to come.
 * The SEQUENCE counts how often the organizers set the stages.
 */
export async function questionFacts(db: Kysely<Database>, of: DeadlineOf, now: Instant): Promise<OwnDeadline[]> {
  if (!('emailKey' in of)) return []
  const rows = await db
    .selectFrom('registrations')
    .innerJoin('people', 'people.id', 'registrations.personId')
    .innerJoin('events', 'events.id', 'registrations.eventId')
    .innerJoin('questionStages', 'questionStages.eventId', 'registrations.eventId')
    .select(['registrations.id', 'registrations.eventId', 'registrations.confirmedAt', 'registrations.createdAt'])
    .select(['questionStages.stage', 'questionStages.deadlineAt'])
    .select((eb) => [
      eb
        .selectFrom('auditEntries')
        .select(({ fn }) => fn.countAll<number | string | bigint>().as('count'))
        .where('objectKind', '=', 'event')
        .whereRef('objectId', '=', 'registrations.eventId')
        .where('action', '=', 'question-stages.changed')
        .as('times'),
      eb
        .selectFrom('auditEntries')
        .select(({ fn }) => fn.max('at').as('at'))
        .where('objectKind', '=', 'event')
        .whereRef('objectId', '=', 'registrations.eventId')
        .where('action', '=', 'question-stages.changed')
        .as('setAt'),
    ])
    .where('people.emailKey', '=', of.emailKey)
    .where('registrations.state', '=', 'confirmed')
    .where('events.endsAt', '>', now)
    .where('events.status', '=', 'published')
    .where('questionStages.deadlineAt', 'is not', null)
    .where('questionStages.stage', '<>', 'registering')
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('questions')
          .select('questions.id')
          .whereRef('questions.eventId', '=', 'registrations.eventId')
          .whereRef('questions.stage', '=', 'questionStages.stage')
          .where('questions.isRetired', '=', 0)
          .where('questions.shownWhenQuestionId', 'is', null)
          .where((eb) => {
            const types = eb
              .selectFrom('questionTicketTypes')
              .select('questionTicketTypes.ticketTypeId')
              .whereRef('questionTicketTypes.questionId', '=', 'questions.id')
            return eb.or([eb('registrations.ticketTypeId', 'in', types), eb.not(eb.exists(types))])
          }),
      ),
    )
    .where(({ exists, not, selectFrom }) =>
      not(
        exists(
          selectFrom('answers')
            .innerJoin('questions', 'questions.id', 'answers.questionId')
            .select('answers.questionId')
            .whereRef('answers.registrationId', '=', 'registrations.id')
            .whereRef('questions.stage', '=', 'questionStages.stage'),
        ),
      ),
    )
    .orderBy('registrations.id', 'desc')
    .limit(MOST_DEADLINES)
    .execute()
  return rows.map(({ id, eventId, stage, deadlineAt, confirmedAt, createdAt, times, setAt }) => {
    const since = confirmedAt ?? createdAt
    return {
      uid: `deadline-${id}-${stage}`,
      eventId,
      kind: 'questions' as const,
      at: deadlineAt!,
      sequence: Number(times ?? 0),
      updatedAt: setAt !== null && setAt > since ? setAt : since,
      isOff: false,
    }
  })
}
