import type { Insertable, Kysely } from 'kysely'
import { type Existing, findExisting, idsOf } from './find-existing.server.ts'
import { growBlocks, shrinkBlocks } from './write-blocks.server.ts'
import { insertVouchers, updateVouchers } from './write-vouchers.server.ts'
import { findLosses } from './find-losses.server.ts'
import { insertAll } from './insert-all.server.ts'
import type { PlacedDocument } from './parse.ts'
import { planOf } from './plan.ts'
import type { Problem } from './problems.ts'
import type { Known } from './resolve.server.ts'
import { type ChildRows, childRows, eventRow } from './rows-of-plan.ts'
import { updateEvents } from './update-events.server.ts'
import type { Written } from './written.ts'
import { newId } from '#app/values/id.ts'
import { epochMilliseconds, type Instant, toInstant } from '#app/values/moment.ts'
import type { Database, EventsTable } from '#db/schema.ts'

/** So many events are written with one statement for each table. */
const AT_ONCE = 500

/**
 * Writes the documents, which have their parents before them; what cannot be done is told, and then nothing of it may
 * be committed.
 */
export async function writeEvents(
  db: Kysely<Database>,
  documents: PlacedDocument[],
  known: Known,
  now: Instant,
): Promise<{ written: Written[]; problems: Problem[] }> {
  const isOld = new Set(documents.map(({ event }) => event.slug).filter((slug) => known.events.has(slug)))
  for (const { event } of documents) if (!known.events.has(event.slug)) known.events.set(event.slug, newId(now))
  const written: Written[] = []
  const problems: Problem[] = []
  for (let from = 0; from < documents.length; from += AT_ONCE) {
    const some = documents.slice(from, from + AT_ONCE)
    const oldIds = some.flatMap(({ event }) => (isOld.has(event.slug) ? [known.events.get(event.slug)!] : []))
    const existing = await findExisting(db, oldIds)
    const prepared = some.map((document) => prepare(document, known, existing, now))
    written.push(...prepared)
    problems.push(...(await writeSome(db, prepared, now)))
  }
  if (problems.length === 0)
    await insertAll(
      db,
      'eventNeighbours',
      written.flatMap((one) => neighbourRows(one, known)),
    )
  return { written, problems }
}

async function writeSome(db: Kysely<Database>, written: Written[], now: Instant): Promise<Problem[]> {
  const problems = await shrinkBlocks(db, written, now)
  problems.push(...(await findLosses(db, written)))
  if (problems.length > 0) return problems
  await insertAll(
    db,
    'events',
    written.filter((one) => !one.existing).map((one) => newEvent(one, now)),
  )
  problems.push(...(await updateEvents(db, written, now)))
  await insertChildren(db, written)
  problems.push(...(await growBlocks(db, written, now)))
  await updateVouchers(db, written, now)
  await insertVouchers(db, written, now)
  return problems
}

function prepare(document: PlacedDocument, known: Known, existing: Map<string, Existing>, now: Instant): Written {
  const plan = planOf(document.event)
  const eventId = known.events.get(plan.slug)!
  const ids = {
    ...idsOf(existing.get(eventId)),
    eventId,
    seriesId: known.series.get(plan.series.slug)!,
    hostId: plan.host ? known.hosts.get(plan.host.slug)! : null,
    parentId: plan.parent ? known.events.get(plan.parent)! : null,
  }
  return {
    document,
    eventId,
    existing: existing.get(eventId),
    row: eventRow(plan, ids),
    children: childRows(plan, ids, now),
  }
}

function newEvent({ document: { event }, eventId, row }: Written, now: Instant): Insertable<EventsTable> {
  return {
    id: eventId,
    ...row,
    sequence: event.sequence ?? 0,
    version: 1,
    publishedAt: event.status === 'draft' ? null : now,
    cancelledAt: event.status === 'cancelled' ? now : null,
    createdAt: now,
    updatedAt: event.updatedAt ? toInstant(epochMilliseconds(event.updatedAt)) : now,
  }
}

function neighbourRows({ document: { event }, eventId }: Written, known: Known) {
  return event.neighbours.map((neighbour) => ({
    eventId,
    neighbourId: known.events.get(neighbour.event)!,
    relation: neighbour.relation,
  }))
}

/** Rules are written anew with every document. */
const RULES = [
  'taxRules',
  'priceRules',
  'priceRuleTypes',
  'priceRuleSteps',
  'refundRules',
  'changeRules',
  'paymentTerms',
  'waitingListRules',
  'questionStages',
  'eligiblePeople',
] as const

/** What stands in the database already was updated; the rest is inserted, table by table, for all events at once. */
async function insertChildren(db: Kysely<Database>, written: Written[]): Promise<void> {
  const all = <Name extends keyof ChildRows>(name: Name) =>
    written.flatMap((one) => one.children[name] as unknown[]) as ChildRows[Name]
  const fresh = <Name extends 'questions' | 'quotas' | 'sessions' | 'ticketTypes'>(name: Name) =>
    written.flatMap(({ existing, children }) => {
      const ids = new Set(existing?.[name].map((row) => row.id))
      return (children[name] as { id: string }[]).filter((row) => !ids.has(row.id))
    }) as ChildRows[Name]
  await insertAll(
    db,
    'tracks',
    written.flatMap((one) => (one.existing ? [] : one.children.tracks)),
  )
  await insertAll(db, 'trackTexts', all('trackTexts'))
  await insertAll(db, 'eventTexts', all('eventTexts'))
  await insertAll(db, 'eventLanguages', all('eventLanguages'))
  await insertAll(db, 'eventVisaNotes', all('eventVisaNotes'))
  await insertAll(db, 'eventTopics', all('eventTopics'))
  await insertAll(db, 'eventSources', all('eventSources'))
  await insertAll(db, 'eventPeople', all('eventPeople'))
  await insertAll(db, 'rooms', all('rooms'))
  await insertAll(db, 'sessions', fresh('sessions'))
  await insertAll(db, 'sessionPeople', all('sessionPeople'))
  await insertAll(db, 'quotas', fresh('quotas'))
  await insertAll(db, 'ticketTypes', fresh('ticketTypes'))
  await insertAll(db, 'ticketTypeTexts', all('ticketTypeTexts'))
  await insertAll(db, 'ticketTypeQuotas', all('ticketTypeQuotas'))
  await insertAll(db, 'priceSteps', all('priceSteps'))
  await insertAll(db, 'ticketTypeMains', all('ticketTypeMains'))
  await insertAll(db, 'ticketTypeDays', all('ticketTypeDays'))
  await insertAll(db, 'questions', fresh('questions'))
  await insertAll(db, 'questionTexts', all('questionTexts'))
  await insertAll(db, 'questionTicketTypes', all('questionTicketTypes'))
  await insertAll(db, 'questionTracks', all('questionTracks'))
  for (const table of RULES) await insertAll(db, table, all(table))
}
