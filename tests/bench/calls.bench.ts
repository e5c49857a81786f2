import { randomUUID } from 'node:crypto'
import { type Bench, type Figure, rounded } from './bench.ts'
import { perSecond } from './databases.ts'
import { onEachServed } from './served-desk.ts'
import { deskAddresses } from '../support/desk-addresses.ts'
import { givenAccount } from '../support/given.ts'
import { givenApplications, givenCall } from '../support/given-call.ts'
import { NOW } from '../support/now.ts'
import { applicationKey } from '#app/applications/application-key.ts'
import { startApplication } from '#app/applications/applying/start-application.server.ts'
import { submitApplication } from '#app/applications/applying/submit-application.server.ts'
import type { Call } from '#app/applications/calls/call.ts'
import { addCohort } from '#app/applications/selection/cohorts/add-cohort.server.ts'
import { findCohort } from '#app/applications/selection/cohorts/find-cohort.server.ts'
import { suggestMembers } from '#app/applications/selection/cohorts/suggest-members.server.ts'
import type { Services } from '#app/services.server.ts'

const APPLICATIONS = 5000
const AIM = 300
const LANES = 8

/** Pages that an application in this state has not: they lead back to it. */
const ELSEWHERE = /\/(submit|withdraw|eligibility|undo|follow)$|\/promote\//

/** The call of the workshop with 5,000 applications, each read twice: every screen, a suggestion, and how fast they come in. */
export const run: Bench = async (print) => {
  await onEachServed(print, async ({ services, database, measure }) => {
    const { event, call } = await givenCall(services, { sample: 'ntw' })
    const begun = performance.now()
    const made = await givenApplications(services, { call, count: APPLICATIONS, withReviews: 2 })
    console.error(`${database}: ${APPLICATIONS} applications made in ${rounded(performance.now() - begun)} ms`)
    const figure = (name: string, value: number, unit: string, better: Figure['better']) =>
      print({ figure: name, value, unit, better, database })
    const organizer = await givenAccount(services.db, 'organizer@example.org', [
      { role: 'organizer', scope: 'event', scopeId: event.id },
    ])
    const { cohortId, took } = await timedSuggestion(services, call)
    figure('suggest a cohort', rounded(took), 'ms', 'lower')
    const [{ application }] = made as [(typeof made)[number]]
    const key = applicationKey(services.config.secret, application)
    const ids = { call: call.slug, application: application.id, cohort: cohortId }
    const desk = deskAddresses({ slug: event.slug, ids }).filter(
      (path) => path.includes('/calls/') && !ELSEWHERE.test(path),
    )
    await measure({
      accountId: organizer.accountId,
      paths: [
        ...desk,
        ...narrowed(`/organize/${event.slug}/calls/${call.slug}`),
        `/applications/${application.code}?key=${key}`,
      ],
      nameOf: (path) =>
        path
          .replace(event.slug, 'EVENT')
          .replace(application.code, 'CODE')
          .replace(key, 'KEY')
          .replace(/[0-9a-f-]{36}/g, 'ID'),
      aim: AIM,
    })
    const sent = await perSecond(LANES, () => sendOne(services, call))
    figure('start and submit', rounded(sent), 'applications/s', 'higher')
  })
}

function narrowed(base: string): string[] {
  const queries = [
    'q=sandbox',
    'state=submitted&complete=incomplete',
    'choice=T2&country=KE',
    'letters=come&language=fr',
  ]
  return queries.map((query) => `${base}/applications?${query}`)
}

/** Fills a cohort from nothing, by the limits of the call. */
async function timedSuggestion({ db }: Services, call: Call) {
  const actor = { kind: 'system' as const }
  const added = await addCohort(db, { call, name: 'First', from: null, now: NOW, actor })
  if (!added.ok) throw new Error(JSON.stringify(added.refusals))
  const cohort = (await findCohort(db, { callId: call.id, cohortId: added.value }))!
  const begun = performance.now()
  const made = await suggestMembers(db, { call, cohort, version: cohort.version, beyondCaps: false, now: NOW, actor })
  if (!made.ok) throw new Error(JSON.stringify(made.refusals))
  return { cohortId: added.value, took: performance.now() - begun }
}

async function sendOne({ db }: Services, call: Call): Promise<number> {
  const actor = { kind: 'visitor' as const }
  const started = await startApplication(db, {
    call,
    formKey: randomUUID(),
    fullName: 'Wulandari',
    email: `${randomUUID()}@kampus.example`,
    language: 'en',
    residence: 'ID',
    birthYear: 1990,
    lastAward: null,
    now: NOW,
    actor,
  })
  if (!started.ok) throw new Error(JSON.stringify(started.refusals))
  const sent = await submitApplication(db, { applicationId: started.value.applicationId, now: NOW, actor })
  if (!sent.ok) throw new Error(JSON.stringify(sent.refusals))
  return 1
}
