import type { Kysely, Selectable } from 'kysely'
import { changeSurvey, isSurveyAnswered, type SurveyChange } from './change-survey.server.ts'
import { mayWrite } from './find-survey.server.ts'
import type { SurveyForm } from './survey-form.ts'
import { flag } from '#app/values/flag.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database, SurveysTable } from '#db/schema.ts'

export type SurveyRefusal = 'survey-stale' | 'unknown-track' | 'survey-promised' | 'survey-final'

/**
 * Saves a survey without its questions, its texts in one language. Once somebody has answered, what they were promised
 * stays: whether their name is kept, from how many on answers are shown, of whom it is asked; and an anonymous one that
 * was closed stays closed, since its results are shown.
 */
export async function saveSurvey(
  db: Kysely<Database>,
  { form, ...change }: SurveyChange & { form: SurveyForm },
): Promise<Result<null, SurveyRefusal | 'gone' | 'busy'>> {
  return await changeSurvey<null, SurveyRefusal>(db, change, async (db, survey) => {
    // `changeSurvey` has counted this change already.
    if (survey.version - 1 !== form.seen) throw new Refused({ code: 'survey-stale' as const })
    const trackId = form.trackId ?? null
    await refuseForeign(db, { ...change, trackId })
    const columns = {
      trackId,
      isAnonymous: flag(form.isAnonymous),
      minimum: form.minimum,
      opensAt: form.opensAt,
      closesAt: form.closesAt,
    }
    if (await isSurveyAnswered(db, survey.id)) refuseBroken(survey, columns, change.now)
    await db.updateTable('surveys').set(columns).where('id', '=', survey.id).execute()
    const text = { surveyId: survey.id, language: form.textLanguage }
    await db
      .deleteFrom('surveyTexts')
      .where('surveyId', '=', text.surveyId)
      .where('language', '=', text.language)
      .execute()
    await db
      .insertInto('surveyTexts')
      .values({ ...text, title: form.title, intro: form.intro })
      .execute()
    return { value: null, done: { action: 'survey.changed', after: { ...columns, textLanguage: form.textLanguage } } }
  })
}

/** A track is the event's, and one of those that they teach who write only for their own. */
export async function refuseForeign(
  db: Kysely<Database>,
  { eventId, trackId, scope }: Pick<SurveyChange, 'eventId' | 'scope'> & { trackId: string | null },
): Promise<void> {
  const refused = new Refused({ code: 'unknown-track' as const, field: 'trackId' })
  if (!mayWrite(scope, { trackId })) throw refused
  if (trackId === null) return
  const track = await db
    .selectFrom('tracks')
    .select('id')
    .where('id', '=', trackId)
    .where('eventId', '=', eventId)
    .executeTakeFirst()
  if (!track) throw refused
}

function refuseBroken(
  survey: Selectable<SurveysTable>,
  next: Pick<SurveysTable, 'isAnonymous' | 'minimum' | 'trackId' | 'closesAt' | 'opensAt'>,
  now: string,
): void {
  const promised = (field: string) => new Refused({ code: 'survey-promised' as const, field })
  if (survey.isAnonymous !== next.isAnonymous) throw promised('isAnonymous')
  if (survey.trackId !== next.trackId) throw promised('trackId')
  if (survey.isAnonymous === 0) return
  if (next.minimum < survey.minimum) throw promised('minimum')
  const wasOver = survey.closesAt !== null && survey.closesAt <= now
  if (wasOver && next.closesAt !== survey.closesAt)
    throw new Refused({ code: 'survey-final' as const, field: 'closesAt' })
  // The hour of the first day is that of every day: a day that is over would open once more.
  if (survey.kind === 'daily' && next.opensAt !== survey.opensAt) throw promised('opensAt')
}
