import type { Kysely } from 'kysely'
import { isAskedOf } from '../survey.ts'
import { surveyStanding } from '../survey-window.ts'
import { inLanguage } from '#app/values/in-language.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database, EventStatus } from '#db/schema.ts'

/** A seat, as far as surveys depend on it. */
export interface SurveyedSeat {
  id: string
  state: string
  /** Its own track, or that of its ticket. */
  trackId: string | null
  /** What it is taken beside. */
  mainRegistrationId: string | null
  event: { id: string; status: EventStatus; zone: string; language: string }
}

/** What somebody with a confirmed seat can answer now: one query where there is nothing. */
export async function openSurveys(
  db: Kysely<Database>,
  { seat, language, now }: { seat: SurveyedSeat; language: string; now: Instant },
) {
  if (seat.state !== 'confirmed') return []
  const rows = await db
    .selectFrom('surveys')
    .select(['id', 'kind', 'status', 'isAnonymous', 'opensAt', 'closesAt', 'trackId'])
    .where('eventId', '=', seat.event.id)
    .where('status', '=', 'ready')
    .where('opensAt', '<=', now)
    .where('closesAt', '>', now)
    .orderBy('position')
    .orderBy('id')
    .execute()
  const open = rows
    .filter((survey) => isAskedOf(survey, seat))
    .flatMap((survey) => {
      const standing = surveyStanding(survey, seat.event, now)
      return standing.is === 'open' ? [{ ...survey, until: standing.until, heldOn: standing.heldOn }] : []
    })
  if (open.length === 0) return []
  const ids = open.map(({ id }) => id)
  const [texts, turnouts] = await Promise.all([
    db.selectFrom('surveyTexts').select(['surveyId', 'language', 'title']).where('surveyId', 'in', ids).execute(),
    db
      .selectFrom('surveyTurnouts')
      .select(['surveyId', 'heldOn'])
      .where('registrationId', '=', seat.id)
      .where('surveyId', 'in', ids)
      .execute(),
  ])
  return open.map(({ id, kind, isAnonymous, until, heldOn }) => ({
    id,
    kind,
    isAnonymous: isAnonymous === 1,
    until,
    title: inLanguage(
      texts.filter(({ surveyId }) => surveyId === id),
      language,
      seat.event.language,
    )!.title,
    isAnswered: turnouts.some((turnout) => turnout.surveyId === id && turnout.heldOn === heldOn),
  }))
}

export type OpenSurvey = Awaited<ReturnType<typeof openSurveys>>[number]
