import type { Kysely } from 'kysely'
import type { Composer } from './composer.server.ts'
import { mailEvent } from './mail-event.server.ts'
import { addressOf } from './mail-site.ts'
import { clockOf } from '#app/values/closing-zone.ts'
import { inLanguage } from '#app/values/in-language.ts'
import { addMinutes } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'
import { applicationLetter, type MailMissing } from '#emails/application.ts'

const ABOUT = {
  'application-saved': 'saved',
  'application-received': 'received',
  'application-reminder': 'reminder',
  'application-withdrawn': 'withdrawn',
} as const

/** The mails to who applies, from how the application stands by then. */
export const composeApplication: Composer = async (db, site, { template, subjectId, language }, now) => {
  const row = await loadApplication(db, subjectId)
  const event = row && (await mailEvent(db, site, row.eventId, language))
  if (!row || !event) return { withdrawn: 'gone' }
  const about = ABOUT[template as keyof typeof ABOUT]
  if ((row.state === 'withdrawn') !== (about === 'withdrawn')) return { withdrawn: 'outdated' }
  const isOver = event.status === 'cancelled' || row.status === 'cancelled'
  if (isOver && about !== 'withdrawn') return { withdrawn: 'outdated' }
  const lastAt = row.closesAt && addMinutes(row.closesAt, row.graceMinutes)
  const missing = await missingOf(db, row, language)
  if (about === 'saved' && row.state !== 'draft') return { withdrawn: 'outdated' }
  if ((about === 'reminder' || about === 'saved') && lastAt !== null && lastAt <= now) return { withdrawn: 'expired' }
  if (about === 'reminder' && row.state === 'submitted' && missing.length === 0) return { withdrawn: 'outdated' }
  const query = new URLSearchParams({ key: site.applicationKey(row) })
  const own = (page: string) => addressOf(site, language, `/applications/${row.code}${page}?${query}`)
  const titles = await db
    .selectFrom('callTexts')
    .select(['language', 'title'])
    .where('callId', '=', row.callId)
    .execute()
  const page = row.kind === 'scholarship' ? 'scholarship' : 'apply'
  const application = {
    name: row.fullName,
    code: row.code,
    call: inLanguage(titles, language)?.title ?? event.title,
    url: own(''),
    withdrawUrl: own('/withdraw'),
    applyUrl: addressOf(site, language, `/events/${event.slug}/${page}`),
    isDraft: row.state === 'draft',
    wishes: await wishesOf(db, row.id, language),
    missing,
    closesAt: row.closesAt,
    lettersUntilAt: row.refereesWanted > 0 || row.employerWanted === 1 ? row.refereesUntilAt : null,
    readUntilAt: row.reviewUntilAt,
    decideAt: row.decideAt,
    zone: clockOf(row.closesZone, event.zone),
  }
  return { letter: applicationLetter({ language, event, application, about }), replyTo: event.contactEmail }
}

async function loadApplication(db: Kysely<Database>, id: string) {
  return await db
    .selectFrom('applications')
    .innerJoin('people', 'people.id', 'applications.personId')
    .innerJoin('calls', 'calls.id', 'applications.callId')
    .select(['applications.id', 'applications.code', 'applications.keyVersion', 'applications.state'])
    .select(['applications.eventId', 'applications.callId', 'applications.missing', 'people.fullName'])
    .select(['calls.kind', 'calls.status', 'calls.closesAt', 'calls.closesZone', 'calls.graceMinutes'])
    .select(['calls.refereesUntilAt', 'calls.refereesWanted', 'calls.employerWanted'])
    .select(['calls.reviewUntilAt', 'calls.decideAt'])
    .where('applications.id', '=', id)
    .executeTakeFirst()
}

async function wishesOf(db: Kysely<Database>, applicationId: string, language: string): Promise<string[]> {
  const rows = await db
    .selectFrom('applicationChoices as wish')
    .innerJoin('callChoiceTexts as text', 'text.choiceId', 'wish.choiceId')
    .select(['wish.wish', 'text.language', 'text.name'])
    .where('wish.applicationId', '=', applicationId)
    .orderBy('wish.wish')
    .execute()
  return [...new Set(rows.map(({ wish }) => wish))].flatMap(
    (wish) =>
      inLanguage(
        rows.filter((row) => row.wish === wish),
        language,
      )?.name ?? [],
  )
}

/** What `applications.missing` names, in the words of the questions. */
async function missingOf(
  db: Kysely<Database>,
  { missing, callId }: { missing: string; callId: string },
  language: string,
): Promise<MailMissing[]> {
  const codes = (JSON.parse(missing || '[]') as string[]).map((code) => {
    const at = code.indexOf('.')
    return at < 0 ? { is: code, question: '' } : { is: code.slice(0, at), question: code.slice(at + 1) }
  })
  const asked = codes.filter(({ question }) => question !== '').map(({ question }) => question)
  const texts =
    asked.length === 0
      ? []
      : await db
          .selectFrom('callQuestions as question')
          .innerJoin('callQuestionTexts as text', 'text.questionId', 'question.id')
          .select(['question.code', 'text.language', 'text.label'])
          .where('question.callId', '=', callId)
          .where('question.code', 'in', asked)
          .execute()
  return codes.map(({ is, question }) => {
    if (question === '') return { is } as MailMissing
    const label = inLanguage(
      texts.filter(({ code }) => code === question),
      language,
    )?.label
    return { is, label: label ?? question } as MailMissing
  })
}
