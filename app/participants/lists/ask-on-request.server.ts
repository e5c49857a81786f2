import type { Kysely } from 'kysely'
import { answerText } from '../answer-text.ts'
import { ON_REQUEST, type OnRequest } from './visible-fields.ts'
import type { RequestReason } from './request-reasons.ts'
import { recordAudit } from '#app/audit/record.server.ts'
import type { Language } from '#app/locales/languages.ts'
import { translator } from '#app/locales/translate.ts'
import { askedWords } from '#app/registrations/questions/freeze-answer.ts'
import { countryName } from '#app/values/dates.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

/** What this event asks that is told on request only. */
export async function offeredOnRequest(db: Kysely<Database>, eventId: string): Promise<OnRequest[]> {
  const rows = await db
    .selectFrom('questions')
    .select('meaning')
    .distinct()
    .where('eventId', '=', eventId)
    .where('meaning', 'in', ON_REQUEST)
    .execute()
  return ON_REQUEST.filter((one) => rows.some(({ meaning }) => meaning === one))
}

/**
 * Tells one person's emergency contact or access needs, and writes down who asked for whose, which and why. Nothing is told
 * that is not written down. The caller has seen to it that the person is on the reader's list.
 */
export async function askOnRequest(
  db: Kysely<Database>,
  input: {
    eventId: string
    registrationId: string
    which: OnRequest
    reason: RequestReason
    accountId: string
    language: string
    now: Instant
  },
): Promise<Result<{ label: string; text: string }[], 'gone' | 'busy'>> {
  const { eventId, registrationId, which, reason, accountId, language, now } = input
  const t = translator(language as Language)
  const words = { yes: t('teach.yes'), no: t('teach.no'), countryName: (code: string) => countryName(code, language) }
  return await transact<{ label: string; text: string }[], 'gone'>(db, async (db) => {
    const seat = await db
      .selectFrom('registrations')
      .select('id')
      .where('id', '=', registrationId)
      .where('eventId', '=', eventId)
      .where('state', '=', 'confirmed')
      .executeTakeFirst()
    if (!seat) throw new Refused({ code: 'gone' })
    const answers = await db
      .selectFrom('answers')
      .innerJoin('questions', 'questions.id', 'answers.questionId')
      .select(['questions.id', 'questions.code', 'questions.kind', 'answers.value', 'answers.asked'])
      .where('answers.registrationId', '=', registrationId)
      .where('questions.eventId', '=', eventId)
      .where('questions.meaning', '=', which)
      .where('answers.erasedAt', 'is', null)
      .orderBy('questions.position')
      .execute()
    await recordAudit(db, now, [
      {
        actor: { kind: 'account', id: accountId },
        action: `registration.${which}-asked`,
        objectKind: 'registration',
        objectId: registrationId,
        eventId,
        after: { reason, questions: answers.map(({ id }) => id) },
      },
    ])
    return answers
      .filter(({ value }) => value !== '')
      .map(({ code, kind, value, asked }) => ({
        label: askedWords(asked)?.label ?? code,
        text: answerText({ kind, options: [] }, value, words, asked),
      }))
  })
}
