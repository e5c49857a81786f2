import type { Kysely } from 'kysely'
import { takenByChoice } from './free-seats.server.ts'
import type { OfferRefusal } from './offer-refusal.ts'
import type { Offering } from './offering.server.ts'
import type { Awardee } from '#app/scholarships/awards/plan-shares.ts'
import { readAwardees } from '#app/scholarships/awards/read-awardees.server.ts'
import { accept, refuse, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'

/** Who is to be offered what. */
export interface WantedOffer {
  applicationId: string
  choiceId: string | null
  packageId: string | null
}

/** What can be promised to somebody, but for the room in its quotas and funds, which guarded updates decide. */
export interface OfferPromise {
  applicationId: string
  choiceId: string | null
  packageId: string | null
  ticketTypeId: string | null
  /** Of the choice's event, else the call's. */
  eventId: string
  quotaIds: string[]
  awardee: Awardee
}

/** What many offers of a call are made of, in a number of queries that does not grow with them. */
export type OfferFacts = Awaited<ReturnType<typeof readOfferFacts>>

/**
 * Reads it, and holds the applications: who withdraws at this moment waits for us, or has gone before us; nobody has
 * two offers. The walls of choices are held by the call's lock.
 */
export async function readOfferFacts(db: Kysely<Database>, offering: Offering, wanted: WantedOffer[]) {
  const { callId, eventId } = offering
  const ids = wanted.map(({ applicationId }) => applicationId)
  const applications = await heldApplications(db, callId, ids)
  const choices = await db
    .selectFrom('callChoices')
    .select(['id', 'code', 'seats', 'isClosed', 'eventId', 'ticketTypeId'])
    .where('callId', '=', callId)
    .execute()
  const tickets = await db
    .selectFrom('awardPackageTickets as ticket')
    .innerJoin('awardPackages', 'awardPackages.id', 'ticket.packageId')
    .select(['ticket.packageId', 'ticket.choiceId', 'ticket.ticketTypeId'])
    .where('awardPackages.callId', '=', callId)
    .execute()
  const packages = await db.selectFrom('awardPackages').select('id').where('callId', '=', callId).execute()
  const awarded = await db.selectFrom('awards').select('activeKey').where('activeKey', 'in', ids).execute()
  const typeIds = [...choices, ...tickets].flatMap(({ ticketTypeId }) => ticketTypeId ?? [])
  return {
    applications,
    choices: new Map(choices.map((choice) => [choice.id, choice])),
    ticketOfPackage: new Map(tickets.map((one) => [`${one.packageId} ${one.choiceId}`, one.ticketTypeId])),
    packages: new Set(packages.map(({ id }) => id)),
    awarded: new Set(awarded.map(({ activeKey }) => activeKey)),
    quotasOf: await quotasOf(db, typeIds),
    awardees: await readAwardees(db, { eventId, applicationIds: ids }),
    /** How many of each choice are promised: whoever makes offers counts on. */
    taken: await takenByChoice(db, callId),
  }
}

async function heldApplications(db: Kysely<Database>, callId: string, ids: string[]) {
  await db
    .updateTable('applications')
    .set((row) => ({ state: row.ref('state') }))
    .where('id', 'in', ids)
    .execute()
  const rows = await db
    .selectFrom('applications')
    .leftJoin('callOffers', 'callOffers.activeKey', 'applications.id')
    .select(['applications.id', 'applications.state', 'callOffers.id as offerId'])
    .where('applications.id', 'in', ids)
    .where('applications.callId', '=', callId)
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}

async function quotasOf(db: Kysely<Database>, ticketTypeIds: string[]): Promise<Map<string, string[]>> {
  if (ticketTypeIds.length === 0) return new Map()
  const links = await db
    .selectFrom('ticketTypeQuotas')
    .select(['ticketTypeId', 'quotaId'])
    .where('ticketTypeId', 'in', [...new Set(ticketTypeIds)])
    .execute()
  return new Map(
    [...Map.groupBy(links, ({ ticketTypeId }) => ticketTypeId)].map(([id, own]) => [
      id,
      own.map(({ quotaId }) => quotaId),
    ]),
  )
}

/** What one of them is promised; refused when nothing can be, whatever the others get. */
export function promiseOf(
  facts: OfferFacts,
  offering: Offering,
  { applicationId, choiceId, packageId }: WantedOffer,
): Result<OfferPromise, OfferRefusal> {
  const application = facts.applications.get(applicationId)
  if (application?.state !== 'submitted') return refuse({ code: 'not-decidable' })
  if (application.offerId !== null) return refuse({ code: 'offer-twice' })
  const choice = choiceId === null ? null : facts.choices.get(choiceId)
  if (choice === undefined) return refuse({ code: 'choice-unknown' })
  if (choice?.isClosed) return refuse({ code: 'choice-closed' })
  if (packageId !== null && !facts.packages.has(packageId)) return refuse({ code: 'package-unknown' })
  const ticketTypeId =
    choice === null ? null : (facts.ticketOfPackage.get(`${packageId} ${choiceId}`) ?? choice.ticketTypeId)
  if (ticketTypeId === null && packageId === null) return refuse({ code: 'nothing-to-offer' })
  if (packageId !== null && facts.awarded.has(applicationId)) return refuse({ code: 'award-twice' })
  return accept({
    applicationId,
    choiceId,
    packageId,
    ticketTypeId,
    eventId: choice?.eventId ?? offering.eventId,
    quotaIds: ticketTypeId === null ? [] : (facts.quotasOf.get(ticketTypeId) ?? []),
    awardee: { ...facts.awardees.get(applicationId)!, choiceCode: choice?.code ?? null },
  })
}
