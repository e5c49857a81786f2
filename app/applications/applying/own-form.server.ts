import type { Kysely } from 'kysely'
import { applicationFacts } from './held-answers.server.ts'
import { callCurrency } from './call-currency.server.ts'
import { readCall } from '#app/applications/calls/read-call.server.ts'
import { callWindow } from '#app/applications/calls/call-window.ts'
import { whatIsMissing } from '#app/applications/form/what-is-missing.ts'
import { inLanguage } from '#app/values/in-language.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

/** An application with its call, for its applicant: what is asked, what is answered, what is missing. */
export async function ownForm(
  db: Kysely<Database>,
  { applicationId, language, now }: { applicationId: string; language: string; now: Instant },
) {
  const application = await db
    .selectFrom('applications')
    .innerJoin('people', 'people.id', 'applications.personId')
    .leftJoin('applicationTeams as team', 'team.id', 'applications.teamId')
    .select(['applications.id', 'applications.code', 'applications.callId', 'applications.eventId'])
    .select(['applications.state', 'applications.number', 'applications.startedAt', 'applications.savedAt'])
    .select(['applications.submittedAt', 'applications.withdrawnAt', 'applications.residence', 'applications.reached'])
    .select(['applications.eligibility', 'applications.eligibilityReasons', 'applications.eligibilityNote'])
    .select(['people.fullName', 'people.email', 'team.code as teamCode', 'applications.teamId'])
    .where('applications.id', '=', applicationId)
    .executeTakeFirstOrThrow()
  const call = await readCall(db, { callId: application.callId, language })
  if (!call) throw new Error('an application without its call')
  const facts = await applicationFacts(db, applicationId)
  const currency = await callCurrency(db, call.id)
  return {
    application,
    call,
    facts,
    currency,
    event: await callEvent(db, application.eventId, language),
    missing: whatIsMissing(call, facts, currency),
    window: callWindow(call, now, application.startedAt),
  }
}

export type OwnForm = Awaited<ReturnType<typeof ownForm>>

/** The event of a call, as its applicants' pages name it. */
export async function callEvent(db: Kysely<Database>, eventId: string, language: string) {
  const event = await db
    .selectFrom('events')
    .innerJoin('series', 'series.id', 'events.seriesId')
    .select(['events.id', 'events.slug', 'events.status', 'events.startsOn', 'events.endsOn', 'events.zone'])
    .select(['events.city', 'events.contactEmail', 'events.language', 'events.startsAt', 'series.mark'])
    .where('events.id', '=', eventId)
    .executeTakeFirstOrThrow()
  const texts = await db.selectFrom('eventTexts').select(['language', 'title']).where('eventId', '=', eventId).execute()
  const text = inLanguage(texts, language, event.language)
  return { ...event, title: text?.title ?? event.slug, titleLanguage: text?.language ?? event.language }
}
