import type { Kysely } from 'kysely'
import { answerTime } from '../offers/answer-time.ts'
import { freeSeats } from '../offers/free-seats.server.ts'
import { readOffering } from '../offers/offering.server.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

/** What an organizer should know before a release. */
export type ReleaseWarning =
  | { is: 'no-reason' | 'no-package' | 'undecided'; count: number }
  | { is: 'over-seats'; choiceId: string; accepted: number; free: number }
  | { is: 'over-budget'; currency: string; neededMinor: number; freeMinor: number }
  | { is: 'offers-over' }
  | { is: 'date-passed'; at: Instant }

/** What would be released now: by kind, language and country, and what speaks against it. */
export async function reviewFigures(db: Kysely<Database>, { callId, now }: { callId: string; now: Instant }) {
  const rows = await db
    .selectFrom('decisions')
    .innerJoin('applications', 'applications.id', 'decisions.applicationId')
    .select(['decisions.kind', 'decisions.choiceId', 'decisions.packageId', 'applications.language'])
    .select(['applications.residence'])
    .select(({ eb }) => eb.case().when('decisions.reason', '=', '').then(1).else(0).end().as('isBare'))
    .where('decisions.callId', '=', callId)
    .where('decisions.releaseId', 'is', null)
    .where('applications.state', '=', 'submitted')
    .execute()
  const { undecided } = await db
    .selectFrom('applications')
    .leftJoin('decisions', 'decisions.applicationId', 'applications.id')
    .select(({ fn }) => fn.countAll<number>().as('undecided'))
    .where('applications.callId', '=', callId)
    .where('applications.state', '=', 'submitted')
    .where('decisions.kind', 'is', null)
    .executeTakeFirstOrThrow()
  const offering = (await readOffering(db, callId))!
  const { decideAt } = await db
    .selectFrom('calls')
    .select('decideAt')
    .where('id', '=', callId)
    .executeTakeFirstOrThrow()
  const accepted = rows.filter(({ kind }) => kind === 'accept')
  const seats = await freeSeats(db, offering)
  const time = answerTime(offering, offering, now)
  const bare = rows.filter(({ kind, isBare }) => kind === 'decline' && Number(isBare) === 1).length
  const unfunded = accepted.filter(({ packageId }) => packageId === null).length
  const gives = offering.kind === 'scholarship'
  const warnings: ReleaseWarning[] = [
    ...(accepted.length > 0 && time === null ? [{ is: 'offers-over' as const }] : []),
    ...overSeats(accepted, seats),
    ...overBudget(accepted, seats[0]),
    ...(gives && unfunded > 0 ? [{ is: 'no-package' as const, count: unfunded }] : []),
    ...(bare > 0 ? [{ is: 'no-reason' as const, count: bare }] : []),
    ...(Number(undecided) > 0 ? [{ is: 'undecided' as const, count: Number(undecided) }] : []),
    ...(decideAt !== null && decideAt < now ? [{ is: 'date-passed' as const, at: decideAt }] : []),
  ]
  return {
    kinds: { accept: accepted.length, reserve: countOf(rows, 'reserve'), decline: countOf(rows, 'decline') },
    languages: tally(rows.map(({ language }) => language)),
    countries: tally(accepted.map(({ residence }) => residence ?? '')),
    untilAt: time?.untilAt ?? null,
    zone: offering.zone,
    warnings,
  }
}

type Accepted = { choiceId: string | null; packageId: string | null }
type Seats = Awaited<ReturnType<typeof freeSeats>>

function overSeats(accepted: Accepted[], seats: Seats): ReleaseWarning[] {
  return seats.flatMap(({ choiceId, free }) => {
    const count = accepted.filter((one) => one.choiceId === choiceId).length
    return choiceId !== null && free !== null && count > free
      ? [{ is: 'over-seats' as const, choiceId, accepted: count, free }]
      : []
  })
}

/** By currency: what all awards need against what is free in all funds; who may pay whom is judged at the release. */
function overBudget(accepted: Accepted[], seat: Seats[number] | undefined): ReleaseWarning[] {
  const needed = new Map<string, number>()
  for (const { packageId } of accepted)
    for (const { currency, amountMinor } of seat?.componentsOf.get(packageId ?? '') ?? [])
      needed.set(currency, (needed.get(currency) ?? 0) + amountMinor)
  return [...needed].flatMap(([currency, neededMinor]) => {
    const freeMinor = (seat?.funds ?? [])
      .filter((fund) => fund.currency === currency)
      .reduce((sum, fund) => sum + fund.freeMinor, 0)
    return neededMinor > freeMinor ? [{ is: 'over-budget' as const, currency, neededMinor, freeMinor }] : []
  })
}

function countOf(rows: { kind: string }[], kind: string): number {
  return rows.filter((row) => row.kind === kind).length
}

/** The most frequent first. */
function tally(values: string[]): { value: string; count: number }[] {
  return [...Map.groupBy(values, (value) => value)]
    .map(([value, own]) => ({ value, count: own.length }))
    .toSorted((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1))
}
