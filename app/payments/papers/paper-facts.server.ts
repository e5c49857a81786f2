import type { Kysely, Selectable } from 'kysely'
import { issuerOf } from '../methods/issuer-of.server.ts'
import type { PaperContent, PaperLine, PaperParty } from './paper.ts'
import { countryName } from '#app/values/dates.ts'
import { inLanguage } from '#app/values/in-language.ts'
import type { Database, IssuersTable } from '#db/schema.ts'

/** Everything of an order that its papers may show; null while nobody is set up to issue papers for its host. */
export async function paperFacts(db: Kysely<Database>, orderId: string) {
  const order = await db
    .selectFrom('orders')
    .innerJoin('events', 'events.id', 'orders.eventId')
    .innerJoin('people', 'people.id', 'orders.personId')
    .leftJoin('payers', 'payers.orderId', 'orders.id')
    .select(['orders.id', 'orders.code', 'orders.language', 'orders.currency', 'orders.dueAt', 'orders.paymentMethod'])
    .select(['events.id as eventId', 'events.hostId', 'events.slug', 'events.language as own'])
    .select(['events.startsOn', 'events.endsOn', 'events.city', 'events.country as eventCountry', 'events.zone'])
    .select(['people.fullName', 'people.latinName', 'people.email', 'people.affiliation', 'people.country'])
    .select(['payers.name as payerName', 'payers.email as payerEmail', 'payers.organization', 'payers.address'])
    .select(['payers.country as payerCountry', 'payers.taxNumber', 'payers.purchaseOrder'])
    .where('orders.id', '=', orderId)
    .executeTakeFirstOrThrow()
  const issuer = await issuerOf(db, order.hostId)
  if (!issuer || order.currency === null) return null
  const texts = await db
    .selectFrom('eventTexts')
    .select(['language', 'title'])
    .where('eventId', '=', order.eventId)
    .execute()
  const title = inLanguage(texts, order.language, order.own)?.title ?? order.slug
  const buyer: PaperContent['buyer'] = {
    name: order.payerName ?? order.fullName,
    latinName: order.payerName === null ? order.latinName : null,
    organization: order.payerName === null ? order.affiliation : order.organization,
    address: order.address,
    country: order.payerName === null ? order.country : order.payerCountry,
    taxNumber: order.taxNumber,
    registrationNumber: null,
    email: order.payerName === null ? order.email : order.payerEmail,
    purchaseOrder: order.purchaseOrder,
  }
  const country = order.eventCountry && countryName(order.eventCountry, order.language)
  const place = [order.city, country].filter(Boolean).join(', ')
  const event = { title, startsOn: order.startsOn, endsOn: order.endsOn, place }
  const lines = await linesOf(db, orderId)
  return { order: { ...order, currency: order.currency }, issuer, issuerParty: partyOf(issuer), buyer, event, lines }
}

export type PaperFacts = NonNullable<Awaited<ReturnType<typeof paperFacts>>>

function partyOf(issuer: Selectable<IssuersTable>): PaperParty & { footer: string } {
  const { name, latinName, address, country, taxNumber, registrationNumber, email, footer } = issuer
  return { name, latinName, organization: null, address, country, taxNumber, registrationNumber, email, footer }
}

async function linesOf(db: Kysely<Database>, orderId: string): Promise<(PaperLine & { position: number })[]> {
  const rows = await db
    .selectFrom('orderLines')
    .leftJoin('registrations', 'registrations.id', 'orderLines.registrationId')
    .leftJoin('people', 'people.id', 'registrations.personId')
    .select(['orderLines.id as lineId', 'orderLines.position', 'orderLines.description', 'orderLines.amountMinor'])
    .select(['orderLines.taxName', 'orderLines.taxRate', 'orderLines.taxMinor', 'orderLines.taxNote'])
    .select('people.fullName as person')
    .where('orderLines.orderId', '=', orderId)
    .orderBy('orderLines.position')
    .orderBy('orderLines.id')
    .execute()
  return rows.map((row) => ({ ...row, person: row.person || null }))
}
