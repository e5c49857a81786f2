import type { Kysely } from 'kysely'
import { givenAccount, givenEvent, givenQuota, givenTicket } from './given.ts'
import { NOW } from './now.ts'
import { givenTrack } from '#tests/participants/given-participants.ts'
import type { Call } from '#app/applications/calls/call.ts'
import { readCall } from '#app/applications/calls/read-call.server.ts'
import type { CallPlan } from '#app/applications/plan/call-plan.ts'
import { importCall } from '#app/applications/plan/import-call.server.ts'
import {
  type StoredSample,
  storeSampleApplications,
} from '#app/applications/samples/store-sample-applications.server.ts'
import { storeSampleReviews } from '#app/applications/samples/store-sample-reviews.server.ts'
import { addDays, addMinutes, type Instant, instantOf } from '#app/values/moment.ts'
import type { Calendar } from '#db/seeds/samples/calendar.ts'
import { sampleApplicants } from '#db/seeds/samples/calls/applicants.ts'
import { inetCall } from '#db/seeds/samples/calls/inet-call.ts'
import { ndssCall } from '#db/seeds/samples/calls/ndss-call.ts'
import { ntwCall } from '#db/seeds/samples/calls/ntw-call.ts'
import { SAMPLE_SENTENCES } from '#db/seeds/samples/calls/sentences.ts'
import type { Database } from '#db/schema.ts'

const SAMPLES = { inet: inetCall, ndss: ndssCall, ntw: ntwCall }

/** The days of `examples.md` as they are written there. */
export const AS_WRITTEN: Calendar = {
  year: (year) => year,
  day: (day) => day,
  at: (day, time, zone) => instantOf(day, time, zone === 'AoE' ? 'Etc/GMT+12' : zone),
}

/** A whole call of `examples.md` as data. */
export function callPlan(sample: keyof typeof SAMPLES): CallPlan {
  return SAMPLES[sample](AS_WRITTEN)
}

export interface GivenCall extends Partial<CallPlan> {
  sample?: keyof typeof SAMPLES
  /** An event that has what the plan speaks of; left out: a new one with its tracks, quotas and tickets. */
  event?: Awaited<ReturnType<typeof givenEvent>>
  now?: Instant
}

/**
 * One of the three calls of `examples.md` at an event of its own, open from two weeks before NOW to two weeks after it
 * unless told otherwise; every seat of a choice is one quota, which all tickets of that choice draw on.
 */
export async function givenCall(
  { db }: { db: Kysely<Database> },
  { sample = 'ntw', event, now = NOW, ...overrides }: GivenCall = {},
): Promise<{ event: Awaited<ReturnType<typeof givenEvent>>; call: Call; ticketIds: Record<string, string> }> {
  const plan: CallPlan = {
    ...callPlan(sample),
    ...opening(now),
    ...overrides,
  }
  const place = event ?? (await givenPlaceOf(db, plan))
  const made = await importCall(db, { eventId: place.id, plan, now })
  if (!made.ok) throw new Error(JSON.stringify(made.refusals))
  const call = (await readCall(db, { callId: made.value, language: 'en' }))!
  return { event: place, call, ticketIds: Object.fromEntries(place.tickets.map(({ code, id }) => [code, id])) }
}

/** Open now; everything after follows in the same steps as in the samples. */
function opening(now: Instant) {
  const day = (days: number) => addMinutes(now, days * 24 * 60)
  return {
    opensAt: day(-14),
    closesAt: day(14),
    closesZone: 'UTC',
    refereesUntilAt: day(21),
    reviewUntilAt: day(35),
    decideAt: day(42),
    waves: [1, 2, 3].map((number) => ({
      number,
      startsAt: day(35 + 7 * number),
      answerUntilAt: day(42 + 7 * number),
    })),
    noOffersAfterAt: day(63),
    reportDueOn: addDays(now.slice(0, 10), 300),
  }
}

/** An event with the tracks and tickets that a plan speaks of: free, each by award or application, one seat of its choice. */
async function givenPlaceOf(db: Kysely<Database>, plan: CallPlan) {
  const admission = plan.kind === 'scholarship' ? ('registration' as const) : ('application' as const)
  const event = await givenEvent(db, { admission, tickets: [] })
  const tickets: typeof event.tickets = []
  for (const choice of plan.choices) {
    const trackId = choice.track === undefined ? null : await givenTrack(db, event.id, choice.track)
    const quotaId = await givenQuota(db, event.id, choice.seats ?? 1000, choice.code)
    for (const code of ticketsOf(plan, choice))
      tickets.push(
        await givenTicket(db, event.id, tickets.length, {
          code,
          trackId,
          name: code,
          admission: code === choice.ticket && admission === 'application' ? 'application' : 'award',
          isHidden: 1,
          quotaIds: [quotaId],
        }),
      )
  }
  return { ...event, tickets }
}

function ticketsOf({ packages }: CallPlan, { code, ticket }: CallPlan['choices'][number]): string[] {
  const given = packages.flatMap(({ tickets }) => tickets.filter(({ choice }) => choice === code))
  return [...new Set([...(ticket === undefined ? [] : [ticket]), ...given.map((row) => row.ticket)])]
}

export interface GivenApplications {
  call: Call
  count: number
  /** Left out: all are submitted, and complete with their letters. */
  state?: 'draft' | 'submitted' | 'withdrawn' | 'mixed'
  seed?: string
  /** So many reviews each, all of them done, by six invented reviewers of the call. */
  withReviews?: number
  now?: Instant
}

/**
 * Applications of invented people: names in many scripts, plausible answers, wishes, teams, letters, what rules and
 * cohorts go by in columns. The same seed makes the same people; ten thousand take a few seconds.
 */
export async function givenApplications(
  { db }: { db: Kysely<Database> },
  { call, count, state = 'submitted', seed = 'applicant', withReviews = 0, now = NOW }: GivenApplications,
): Promise<StoredSample[]> {
  const mix = {
    mixed: { drafts: 0.15, withdrawn: 0.05, letters: 0.8 },
    draft: { drafts: 1, withdrawn: 0, letters: 0 },
    withdrawn: { drafts: 0, withdrawn: 1, letters: 1 },
    submitted: { drafts: 0, withdrawn: 0, letters: 1 },
  }[state]
  const applicants = sampleApplicants(call, { count, seed })
  const applications = await storeSampleApplications(db, { call, applicants, mix, seed, now })
  if (withReviews === 0) return applications
  const reviewers = await givenReviewers(db, call.id, 6)
  const comments = SAMPLE_SENTENCES.review!.en!
  await storeSampleReviews(db, { call, applications, reviewers, each: withReviews, done: 1, comments, seed, now })
  return applications
}

/** Accounts that review a call; the same ones when they are asked for again. */
export async function givenReviewers(db: Kysely<Database>, callId: string, count: number): Promise<string[]> {
  const accountIds: string[] = []
  for (let at = 1; at <= count; at++) {
    const email = `reviewer-${at}@example.org`
    const known = await db.selectFrom('accounts').select('id').where('emailKey', '=', email).executeTakeFirst()
    accountIds.push(known?.id ?? (await givenAccount(db, email)).accountId)
  }
  await db
    .insertInto('reviewers')
    .ignore()
    .values(
      accountIds.map((accountId) => ({
        callId,
        accountId,
        languages: '',
        choiceCodes: '',
        isChair: 0 as const,
        addedBy: null,
        addedAt: NOW,
      })),
    )
    .execute()
  return accountIds
}
