import { type RawBuilder, sql, type SqlBool } from 'kysely'
import type { Instant } from '#app/values/moment.ts'

/**
 * Whether a seat that stands owes an answer by now: to a question that must be answered, in a stage that has opened,
 * that is asked of it as `shownQuestions` decides. Add-ons and seats that ended owe none.
 *
 * The rule of `shownQuestions` as sets, so that it is worked out once for all seats: `above` is each such question with
 * all that it hangs on; `places` are the kinds of seats that there are; `asked` says which of them it can be asked of.
 */
export function hasAnswered(
  is: 'missing' | 'complete',
  { eventId, now }: { eventId: string; now: Instant },
): RawBuilder<SqlBool> {
  return sql<SqlBool>`((
    with recursive above (question_id, upper_id, parent_id, wanted) as (
      select questions.id, questions.id, shown_when_question_id, shown_when_value from questions
        left join question_stages on question_stages.event_id = questions.event_id
          and question_stages.stage = questions.stage
        where questions.event_id = ${eventId} and is_retired = 0 and is_required = 1
          and (question_stages.opens_at is null or question_stages.opens_at <= ${now})
      union
      select above.question_id, upper.id, upper.shown_when_question_id, upper.shown_when_value from above
        join questions as upper on upper.id = above.parent_id and upper.event_id = ${eventId} and upper.is_retired = 0
    ), places as (
      select distinct seats.ticket_type_id, coalesce(seats.track_id, '') as own_track_id,
          coalesce(seats.track_id, ticket_types.track_id, '') as track_id from registrations as seats
        join ticket_types on ticket_types.id = seats.ticket_type_id
        where seats.event_id = ${eventId}
    ), asked as (
      select places.ticket_type_id, places.own_track_id, first.question_id from places
        join above as first on first.question_id = first.upper_id
        where exists (select 1 from above where above.question_id = first.question_id and above.parent_id is null)
          and not exists (select 1 from above where above.question_id = first.question_id and ${isForOthers()})
    )
    select count(*) from asked
      left join answers as own on own.registration_id = registrations.id and own.question_id = asked.question_id
      where asked.ticket_type_id = registrations.ticket_type_id
        and asked.own_track_id = coalesce(registrations.track_id, '') and own.question_id is null
        and not exists (select 1 from above where above.question_id = asked.question_id and above.parent_id is not null
          and not exists (select 1 from answers where answers.registration_id = registrations.id
            and answers.question_id = above.parent_id and ${isAnsweredSo(sql`above.wanted`)}))
    ) ${is === 'missing' ? sql`> 0` : sql`= 0`} and registrations.state in ('held', 'confirmed')
    and registrations.main_registration_id is null)`
}

/** Whether the answer at hand is this value, or a list that has it. */
export function isAnsweredSo(value: RawBuilder<unknown>): RawBuilder<SqlBool> {
  const escaped = sql`replace(replace(${value}, ${'\\'}, ${'\\\\'}), ${'"'}, ${'\\"'})`
  return sql<SqlBool>`(answers.value = ${value}
    or (answers.value like '[%' and instr(answers.value, concat('"', ${escaped}, '"')) > 0))`
}

/** That a question is asked with other ticket types only, or in other tracks. */
function isForOthers(): RawBuilder<SqlBool> {
  return sql<SqlBool>`(
    (exists (select 1 from question_ticket_types as one where one.question_id = above.upper_id)
      and not exists (select 1 from question_ticket_types as one
        where one.question_id = above.upper_id and one.ticket_type_id = places.ticket_type_id))
    or (exists (select 1 from question_tracks as one where one.question_id = above.upper_id)
      and not exists (select 1 from question_tracks as one
        where one.question_id = above.upper_id and one.track_id = places.track_id)))`
}
