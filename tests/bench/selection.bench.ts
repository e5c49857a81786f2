import { type Bench, rounded } from './bench.ts'
import { onEachServed } from './served-desk.ts'
import { givenAccount } from '../support/given.ts'
import { givenApplications, givenCall } from '../support/given-call.ts'
import { NOW } from '../support/now.ts'
import type { Call } from '#app/applications/calls/call.ts'
import { addCohort } from '#app/applications/selection/cohorts/add-cohort.server.ts'
import { findCohort } from '#app/applications/selection/cohorts/find-cohort.server.ts'
import { readCohort } from '#app/applications/selection/cohorts/read-cohort.server.ts'
import { suggestMembers } from '#app/applications/selection/cohorts/suggest-members.server.ts'
import { changeByHand } from '#app/applications/selection/composing/change-by-hand.ts'
import { measureCohort } from '#app/applications/selection/composing/measure-cohort.ts'
import type { Services } from '#app/services.server.ts'

const AIM = 300
const TRIES = 9
const actor = { kind: 'system' } as const

/** Ranking, filtering, composing and suggesting: the workshop with its 400 applicants, and with 5,000, each read twice. */
export const run: Bench = async (print) => {
  await onEachServed(print, async ({ services, database, measure }) => {
    const figure = (name: string, value: number, unit: string) =>
      print({ figure: name, value: rounded(value, 1), unit, better: 'lower', database })
    for (const count of [400, 5000]) {
      const { event, call } = await givenCall(services, { sample: 'ntw' })
      await givenApplications(services, { call, count, withReviews: 2, seed: `selection ${count}` })
      const cohortId = await filled(services, call)
      const suggested = await timed(() => suggest(services, call, cohortId), 3)
      figure(`suggest a cohort of ${count}`, suggested, 'ms')
      figure(`what-if of one person among ${count}`, await timed(() => whatIf(services, call, cohortId), TRIES), 'ms')
      const { accountId } = await givenAccount(services.db, `organizer-${count}@example.org`, [
        { role: 'organizer', scope: 'event', scopeId: event.id },
      ])
      const base = `/organize/${event.slug}/calls/${call.slug}`
      const [choice] = call.choices
      const ranking = ['', '?page=7', `?choice=${choice!.id}`, '?country=KE', '?state=third-wanted', '.csv']
      const cohort = ['', '?show=in', `?choice=${choice!.id}`, '?page=7']
      await measure({
        accountId,
        paths: [
          ...ranking.map((query) => `${base}/ranking${query}`),
          ...cohort.map((query) => `${base}/cohorts/${cohortId}${query}`),
          `${base}/cohorts/compare`,
        ],
        nameOf: (path) => `${count}: ${path.replace(base, '').replace(/[0-9a-f-]{36}/g, 'ID')}`,
        aim: AIM,
      })
    }
  })
}

async function timed(work: () => Promise<unknown>, tries: number): Promise<number> {
  const times: number[] = []
  for (let at = 0; at < tries; at++) {
    const begun = performance.now()
    await work()
    times.push(performance.now() - begun)
  }
  return times.toSorted((one, other) => one - other)[Math.floor(tries / 2)]!
}

async function filled({ db }: Services, call: Call): Promise<string> {
  let first = ''
  for (const name of ['A', 'B']) {
    const added = await addCohort(db, { call, name, from: null, now: NOW, actor })
    if (!added.ok) throw new Error(JSON.stringify(added.refusals))
    first ||= added.value
  }
  return first
}

async function suggest({ db }: Services, call: Call, cohortId: string): Promise<void> {
  const cohort = (await findCohort(db, { callId: call.id, cohortId }))!
  const { version } = cohort
  const suggested = await suggestMembers(db, { call, cohort, version, beyondCaps: false, now: NOW, actor })
  if (!suggested.ok) throw new Error(JSON.stringify(suggested.refusals))
}

async function whatIf({ db }: Services, call: Call, cohortId: string): Promise<void> {
  const cohort = (await findCohort(db, { callId: call.id, cohortId }))!
  const view = await readCohort(db, { call, cohort, language: 'en' })
  const [first] = view.members
  const { members } = changeByHand(view, [{ applicationId: first!.candidate.id, isIn: false }])
  measureCohort(view.frame, members)
}
