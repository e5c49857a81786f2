import type { Kysely } from 'kysely'
import type { Composer } from './composer.server.ts'
import { mailEvent } from './mail-event.server.ts'
import { addressOf } from './mail-site.ts'
import { clockOf } from '#app/values/closing-zone.ts'
import { inLanguage } from '#app/values/in-language.ts'
import type { Database } from '#db/schema.ts'
import { referenceDeclined } from '#emails/reference-declined.ts'
import { referenceLetter } from '#emails/reference.ts'

/** The mails about a letter, to who is asked for it and to who named them. What is over by now is not told. */
export const composeReference: Composer = async (db, site, { template, subjectId, language }, now) => {
  const row = await loadReferee(db, subjectId)
  const event = row && (await mailEvent(db, site, row.eventId, language))
  if (!row || !event) return { withdrawn: 'gone' }
  if (row.application === 'withdrawn' || event.status === 'cancelled') return { withdrawn: 'outdated' }
  const titles = await db
    .selectFrom('callTexts')
    .select(['language', 'title'])
    .where('callId', '=', row.callId)
    .execute()
  const untilAt = row.refereesUntilAt ?? row.closesAt
  const reference = {
    kind: row.kind,
    name: row.fullName,
    applicant: row.applicant,
    call: inLanguage(titles, language)?.title ?? event.title,
    untilAt,
    untilZone: clockOf(row.closesZone, event.zone),
  }
  const replyTo = event.contactEmail
  if (template === 'referee-declined') {
    if (row.state !== 'declined') return { withdrawn: 'outdated' }
    const query = new URLSearchParams({
      key: site.applicationKey({ id: row.applicationId, keyVersion: row.ownVersion }),
    })
    const own = addressOf(site, language, `/applications/${row.code}/letters?${query}`)
    return { letter: referenceDeclined({ language, event, reference, url: own }), replyTo }
  }
  const about = ABOUT[template as keyof typeof ABOUT]
  if (about === 'thanks' ? row.state !== 'answered' : row.state !== 'asked') return { withdrawn: 'outdated' }
  if (untilAt !== null && untilAt <= now) return { withdrawn: 'expired' }
  const query = new URLSearchParams({ key: site.refereeKey(row) })
  const url = addressOf(site, language, `/references/${row.id}?${query}`)
  return { letter: referenceLetter({ language, event, reference: { ...reference, url }, about }), replyTo }
}

const ABOUT = { 'referee-asked': 'asked', 'referee-reminder': 'reminder', 'referee-thanks': 'thanks' } as const

async function loadReferee(db: Kysely<Database>, id: string) {
  return await db
    .selectFrom('referees')
    .innerJoin('applications', 'applications.id', 'referees.applicationId')
    .innerJoin('people', 'people.id', 'applications.personId')
    .innerJoin('calls', 'calls.id', 'applications.callId')
    .select(['referees.id', 'referees.kind', 'referees.fullName', 'referees.keyVersion', 'referees.state'])
    .select(['referees.applicationId', 'applications.keyVersion as ownVersion', 'applications.code'])
    .select(['applications.eventId', 'applications.callId', 'applications.state as application'])
    .select(['people.fullName as applicant', 'calls.refereesUntilAt', 'calls.closesAt', 'calls.closesZone'])
    .where('referees.id', '=', id)
    .executeTakeFirst()
}
