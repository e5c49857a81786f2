import type { Composer } from './composer.server.ts'
import { mailEvent } from './mail-event.server.ts'
import { addressOf } from './mail-site.ts'
import { clockOf } from '#app/values/closing-zone.ts'
import { inLanguage } from '#app/values/in-language.ts'
import { applicationLink } from '#emails/application-link.ts'

/** The link to an application that an organizer wrote down for its applicant. */
export const composeApplicationLink: Composer = async (db, site, { subjectId, language }) => {
  const row = await db
    .selectFrom('applications')
    .innerJoin('people', 'people.id', 'applications.personId')
    .innerJoin('calls', 'calls.id', 'applications.callId')
    .select(['applications.id', 'applications.code', 'applications.keyVersion', 'applications.state'])
    .select(['applications.eventId', 'applications.callId', 'people.fullName', 'calls.closesAt', 'calls.closesZone'])
    .where('applications.id', '=', subjectId)
    .executeTakeFirst()
  const event = row && (await mailEvent(db, site, row.eventId, language))
  if (!row || !event) return { withdrawn: 'gone' }
  const titles = await db
    .selectFrom('callTexts')
    .select(['language', 'title'])
    .where('callId', '=', row.callId)
    .execute()
  const query = new URLSearchParams({ key: site.applicationKey(row) })
  const application = {
    name: row.fullName,
    code: row.code,
    call: inLanguage(titles, language)?.title ?? event.title,
    url: addressOf(site, language, `/applications/${row.code}?${query}`),
    isDraft: row.state === 'draft',
    untilAt: row.closesAt,
    untilZone: clockOf(row.closesZone, event.zone),
  }
  return { letter: applicationLink({ language, event, application }), replyTo: event.contactEmail }
}
