import { type Kysely, sql } from 'kysely'
import { receivedByDay } from './received-by-day.ts'
import { clockOf } from '#app/values/closing-zone.ts'
import { inLanguage } from '#app/values/in-language.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

const count = sql<number | string>`count(*)`

/** A value and how many have it, the most first. */
export interface Counted {
  value: string
  count: number
}

export type CallFigures = NonNullable<Awaited<ReturnType<typeof callFigures>>>

/**
 * What an organizer's home of a call tells: applications by where they stand, come from and wish to go, reviews, decisions,
 * offers and awards. The same number of queries whatever there is.
 */
export async function callFigures(
  db: Kysely<Database>,
  { callId, language, now }: { callId: string; language: string; now: Instant },
) {
  const found = await db
    .selectFrom('calls')
    .innerJoin('events', 'events.id', 'calls.eventId')
    .selectAll('calls')
    .select(['events.zone', 'events.startsAt', 'events.startsOn'])
    .where('calls.id', '=', callId)
    .executeTakeFirst()
  if (!found) return null
  const { zone, startsAt, startsOn, ...call } = found
  const [applications, wishes, waiting, reviewers, decisions, offers, awards, waves, choices] = await Promise.all([
    applicationsOf(db, callId),
    wishesOf(db, callId),
    waitingReviews(db, callId),
    db.selectFrom('reviewers').select(count.as('count')).where('callId', '=', callId).executeTakeFirstOrThrow(),
    decisionsOf(db, callId),
    db
      .selectFrom('callOffers')
      .select(['state', 'wave', count.as('count')])
      .where('callId', '=', callId)
      .groupBy(['state', 'wave'])
      .execute(),
    awardsOf(db, callId),
    db.selectFrom('callWaves').selectAll().where('callId', '=', callId).orderBy('number').execute(),
    choicesOf(db, callId, language),
  ])
  const sent = applications.filter(({ state }) => state === 'submitted')
  const sentIds = new Set(sent.map(({ id }) => id))
  const eligible = sent.filter(({ eligibility }) => eligibility !== 'ineligible')
  const of = (state: string) => applications.filter((row) => row.state === state).length
  const gaps = eligible.reduce((total, row) => total + Math.max(0, call.reviewersEach - row.reviewCount), 0)
  const wished = wishCounts(wishes.filter(({ applicationId }) => sentIds.has(applicationId)))
  return {
    call,
    event: { zone, startsAt, startsOn },
    submitted: sent.length,
    drafts: of('draft'),
    withdrawn: of('withdrawn'),
    incomplete: sent.filter(({ isIncomplete }) => Number(isIncomplete) === 1).length,
    withoutLetter: eligible.filter(({ lacksLetter }) => Number(lacksLetter) === 1).length,
    ineligible: sent.length - eligible.length,
    eligible: eligible.length,
    unassigned: Math.max(0, gaps - waiting),
    reviewsMissing: Math.max(gaps, waiting),
    channels: counted(sent.map(({ channel }) => channel)),
    languages: counted(sent.map((row) => row.language)),
    countries: counted(sent.map(({ residence }) => residence ?? '')),
    received: receivedByDay(
      applications.flatMap(({ submittedAt }) => submittedAt ?? []),
      { opensAt: call.opensAt, closesAt: call.closesAt, zone: clockOf(call.closesZone, zone), now },
    ),
    choices: choices.map((choice) => ({
      ...choice,
      wishes: [1, 2, 3].map((wish) => wished.get(`${choice.id} ${wish}`) ?? 0),
    })),
    reviews: {
      done: sent.reduce((total, { reviewCount }) => total + reviewCount, 0),
      waiting,
      reviewers: Number(reviewers.count),
    },
    decisions,
    offers: offers.map((row) => ({ ...row, count: Number(row.count) })),
    awards,
    waves,
  }
}

/** What is counted of every application, read in one pass: each further pass over 5,000 would cost as much again. */
async function applicationsOf(db: Kysely<Database>, callId: string) {
  const isIncomplete = sql<number>`case when missing in ('', '[]') then 0 else 1 end`
  const lacksLetter = sql<number>`case when missing like '%"letter"%' or missing like '%"release"%' then 1 else 0 end`
  return await db
    .selectFrom('applications')
    .select(['id', 'state', 'channel', 'language', 'eligibility', 'residence', 'submittedAt', 'reviewCount'])
    .select([isIncomplete.as('isIncomplete'), lacksLetter.as('lacksLetter')])
    .where('callId', '=', callId)
    .execute()
}

async function wishesOf(db: Kysely<Database>, callId: string) {
  return await db
    .selectFrom('applicationChoices')
    .select(['applicationId', 'choiceId', 'wish'])
    .where('choiceId', 'in', db.selectFrom('callChoices').select('id').where('callId', '=', callId))
    .execute()
}

/** Reviews that are out, of applications that are still to be decided: who withdrew or is not eligible need not be read. */
async function waitingReviews(db: Kysely<Database>, callId: string): Promise<number> {
  const { count: waiting } = await db
    .selectFrom('reviews')
    .innerJoin('applications', 'applications.id', 'reviews.applicationId')
    .select(count.as('count'))
    .where('reviews.callId', '=', callId)
    .where('reviews.state', 'in', ['assigned', 'started'])
    .where('applications.state', '=', 'submitted')
    .where('applications.eligibility', '<>', 'ineligible')
    .executeTakeFirstOrThrow()
  return Number(waiting)
}

async function decisionsOf(db: Kysely<Database>, callId: string) {
  const isReleased = sql<number>`case when decisions.release_id is null then 0 else 1 end`
  const rows = await db
    .selectFrom('decisions')
    .innerJoin('applications', 'applications.id', 'decisions.applicationId')
    .select(['kind', 'eligibility', isReleased.as('isReleased'), count.as('count')])
    .where('decisions.callId', '=', callId)
    .where('applications.state', '=', 'submitted')
    .groupBy(['kind', 'eligibility', isReleased])
    .execute()
  return rows.map((row) => ({ ...row, isReleased: Number(row.isReleased) === 1, count: Number(row.count) }))
}

async function awardsOf(db: Kysely<Database>, callId: string) {
  const isReported = sql<number>`case when reported_at is null then 0 else 1 end`
  const rows = await db
    .selectFrom('awards')
    .select(['state', 'visa', isReported.as('isReported'), count.as('count')])
    .where('callId', '=', callId)
    .groupBy(['state', 'visa', isReported])
    .execute()
  return rows.map((row) => ({ ...row, isReported: Number(row.isReported) === 1, count: Number(row.count) }))
}

async function choicesOf(db: Kysely<Database>, callId: string, language: string) {
  const [choices, texts] = await Promise.all([
    db
      .selectFrom('callChoices')
      .select(['id', 'code', 'seats', 'language as taughtIn'])
      .where('callId', '=', callId)
      .orderBy('position')
      .orderBy('id')
      .execute(),
    db
      .selectFrom('callChoiceTexts')
      .innerJoin('callChoices', 'callChoices.id', 'callChoiceTexts.choiceId')
      .select(['callChoiceTexts.choiceId', 'callChoiceTexts.language', 'callChoiceTexts.name'])
      .where('callChoices.callId', '=', callId)
      .execute(),
  ])
  return choices.map((choice) => ({
    ...choice,
    name:
      inLanguage(
        texts.filter(({ choiceId }) => choiceId === choice.id),
        language,
        choice.taughtIn ?? undefined,
      )?.name ?? choice.code,
  }))
}

function wishCounts(wishes: { choiceId: string; wish: number }[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { choiceId, wish } of wishes) {
    const key = `${choiceId} ${wish}`
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}

function counted(values: string[]): Counted[] {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts]
    .map(([value, many]) => ({ value, count: many }))
    .toSorted((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1))
}
