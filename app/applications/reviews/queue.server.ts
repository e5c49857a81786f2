import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'

/** What one reviewer has of a call, by number: what is locked for them as a conflict is left out. */
export async function reviewQueue(db: Kysely<Database>, { callId, accountId }: { callId: string; accountId: string }) {
  return await db
    .selectFrom('reviews')
    .innerJoin('applications', 'applications.id', 'reviews.applicationId')
    .leftJoin('applicationChoices as first', (join) =>
      join.onRef('first.applicationId', '=', 'applications.id').on('first.wish', '=', 1),
    )
    .leftJoin('callChoices', 'callChoices.id', 'first.choiceId')
    .select(['applications.number', 'applications.language', 'callChoices.code as choiceCode'])
    .select(['reviews.state', 'reviews.total', 'reviews.isThird', 'reviews.version'])
    .where('reviews.callId', '=', callId)
    .where('reviews.accountId', '=', accountId)
    .where('reviews.state', 'in', ['assigned', 'started', 'submitted'])
    .where('applications.state', '=', 'submitted')
    .where('applications.number', 'is not', null)
    .orderBy('applications.number')
    .$narrowType<{ number: number }>()
    .execute()
}

export type QueuedReview = Awaited<ReturnType<typeof reviewQueue>>[number]

/** Where in the queue a number stands: what is before and after it, and the next that has no whole score yet. */
export function placeInQueue(queue: Pick<QueuedReview, 'number' | 'state'>[], number: number) {
  const at = queue.findIndex((one) => one.number === number)
  const open = queue.filter((one) => one.state !== 'submitted' && one.number !== number)
  return {
    place: at + 1,
    of: queue.length,
    open: open.length,
    previous: at > 0 ? queue[at - 1]!.number : null,
    next: queue[at + 1]?.number ?? null,
    nextOpen: (open.find((one) => one.number > number) ?? open[0])?.number ?? null,
  }
}

/** The calls of an event, or of all, that somebody reviews for, with how much of it is done. */
export async function reviewedCalls(
  db: Kysely<Database>,
  { accountId, eventId }: { accountId: string; eventId?: string },
) {
  const [calls, counts] = await Promise.all([
    db
      .selectFrom('reviewers')
      .innerJoin('calls', 'calls.id', 'reviewers.callId')
      .innerJoin('events', 'events.id', 'calls.eventId')
      .select(['calls.id', 'calls.slug', 'calls.eventId', 'calls.reviewUntilAt', 'calls.closesZone', 'events.zone'])
      .select(['events.slug as event', 'events.seriesId'])
      .where('reviewers.accountId', '=', accountId)
      .where('calls.status', '!=', 'draft')
      .$if(eventId !== undefined, (query) => query.where('calls.eventId', '=', eventId!))
      .orderBy('calls.reviewUntilAt')
      .orderBy('calls.id')
      .execute(),
    db
      .selectFrom('reviews')
      .select(({ fn }) => ['callId', 'state', fn.countAll<number>().as('count')])
      .where('accountId', '=', accountId)
      .where('state', 'in', ['assigned', 'started', 'submitted'])
      .groupBy(['callId', 'state'])
      .execute(),
  ])
  return calls.map((call) => {
    const own = counts.filter(({ callId }) => callId === call.id)
    const sum = (rows: typeof own) => rows.reduce((total, { count }) => total + Number(count), 0)
    return { ...call, all: sum(own), done: sum(own.filter(({ state }) => state === 'submitted')) }
  })
}
