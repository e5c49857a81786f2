import { type SqlBool, sql } from 'kysely'

/** What a seat may lack that keeps its person from coming. */
export const LACKING = {
  /** By what it holds an award with, else by what was said when it was registered. */
  visa: (eventId: string) => sql<SqlBool>`(registrations.order_id in (${withAward(eventId)}
      and awards.visa not in ('not-needed', 'granted'))
    or (registrations.order_id not in (${withAward(eventId)}) and registrations.id in (
      select answers.registration_id from answers inner join questions on questions.id = answers.question_id
      where questions.event_id = ${eventId} and questions.code = 'visa' and answers.erased_at is null
        and answers.value in ('yes', 'unsure'))))`,
  name: () => sql<SqlBool>`people.full_name = ''`,
}

const withAward = (eventId: string) => sql`select call_offers.order_id from awards
  inner join call_offers on call_offers.award_id = awards.id
  where awards.event_id = ${eventId} and awards.state = 'accepted' and call_offers.order_id is not null`
