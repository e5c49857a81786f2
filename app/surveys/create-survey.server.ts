import type { Kysely } from 'kysely'
import { defaultTimes } from './default-times.ts'
import type { SurveyScope } from './find-survey.server.ts'
import type { Written } from './models/model.ts'
import { SURVEY_MODELS } from './models/models.ts'
import { refuseForeign } from './save-survey.server.ts'
import { SMALLEST_GROUP } from './survey.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import { nextPosition } from '#app/events/next-position.server.ts'
import { flag } from '#app/values/flag.ts'
import { newId } from '#app/values/id.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database, SurveyKind } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

interface Wanted {
  eventId: string
  kind: SurveyKind
  /** Only for who is in it; null: for everybody. */
  trackId: string | null
  scope: SurveyScope
  now: Instant
  actor: Actor
}

/** Begins a survey after the model of its kind: a draft, in all languages that models are written in. */
export async function createSurvey(
  db: Kysely<Database>,
  { eventId, kind, trackId, scope, now, actor }: Wanted,
): Promise<Result<{ id: string }, 'unknown-track' | 'gone' | 'busy'>> {
  const model = SURVEY_MODELS[kind]
  return await transact<{ id: string }, 'unknown-track' | 'gone'>(db, async (db) => {
    const event = await db
      .selectFrom('events')
      .select(['startsOn', 'endsOn', 'firstOn', 'lastOn', 'zone'])
      .where('id', '=', eventId)
      .executeTakeFirst()
    if (!event) throw new Refused({ code: 'gone' as const })
    await refuseForeign(db, { eventId, trackId, scope })
    const id = newId(now)
    const times = defaultTimes(kind, { startsOn: event.firstOn, endsOn: event.lastOn, zone: event.zone })
    const row = { id, eventId, trackId, kind, isAnonymous: flag(model.isAnonymous), minimum: SMALLEST_GROUP, ...times }
    await db
      .insertInto('surveys')
      .values({
        ...row,
        status: 'draft',
        position: await nextPosition(db, 'surveys', eventId),
        version: 1,
        createdBy: actor.id ?? null,
        createdAt: now,
        updatedAt: now,
      })
      .execute()
    await db
      .insertInto('surveyTexts')
      .values(
        LANGUAGES.map((language) => ({
          surveyId: id,
          language,
          title: model.title[language],
          intro: model.intro[language],
        })),
      )
      .execute()
    await insertQuestions(db, { surveyId: id, kind, now })
    await recordAudit(db, now, [
      { actor, action: 'survey.created', objectKind: 'survey', objectId: id, eventId, after: { kind, trackId } },
    ])
    return { id }
  })
}

const LANGUAGES = ['en', 'fr', 'ar'] as const satisfies (keyof Written)[]

async function insertQuestions(
  db: Kysely<Database>,
  { surveyId, kind, now }: { surveyId: string; kind: SurveyKind; now: Instant },
): Promise<void> {
  const questions = SURVEY_MODELS[kind].questions.map((question) => ({ id: newId(now), ...question }))
  await db
    .insertInto('surveyQuestions')
    .values(
      questions.map(({ id, code, kind, isRequired = false, maximum, meaning }, position) => ({
        id,
        surveyId,
        position,
        code,
        kind,
        isRequired: flag(isRequired),
        maximum: maximum ?? null,
        meaning: meaning ?? ('' as const),
        isRetired: 0 as const,
        version: 1,
      })),
    )
    .execute()
  await db
    .insertInto('surveyQuestionTexts')
    .values(
      questions.flatMap(({ id, label, help, options = [] }) =>
        LANGUAGES.map((language) => ({
          questionId: id,
          language,
          label: label[language],
          help: help?.[language] ?? '',
          options: JSON.stringify(options.map((option) => ({ value: option.value, label: option.label[language] }))),
        })),
      ),
    )
    .execute()
}
