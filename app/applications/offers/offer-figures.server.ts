import type { Kysely } from 'kysely'
import { ownShare } from './own-share.ts'
import type { Offering } from './offering.server.ts'
import { moneyOf, priceAt, type PriceStep } from '#app/registrations/prices/pricing.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

/** What an offer costs its receiver, as its mail and its page say it. A ticket without a price is free: null. */
export interface OfferFigures {
  [name: string]: string | number | null
  ticketTypeId: string | null
  ticketMinor: number | null
  ticketCurrency: string | null
  /** What they still pay: for the ticket, and of the costs that they stated; in `ownCurrency`. */
  ownMinor: number
  ownCurrency: string | null
}

interface Wanted {
  applicationId: string
  choiceId: string | null
  packageId: string | null
}

/** The figures of many offers, by application, in a fixed number of queries. `now`: whose price holds. */
export async function offerFigures(
  db: Kysely<Database>,
  { offering, wanted, now }: { offering: Pick<Offering, 'callId' | 'currency'>; wanted: Wanted[]; now: Instant },
): Promise<Map<string, OfferFigures>> {
  if (wanted.length === 0) return new Map()
  const { callId } = offering
  const [choices, tickets, components, steps, asked] = await Promise.all([
    db.selectFrom('callChoices').select(['id', 'ticketTypeId']).where('callId', '=', callId).execute(),
    db
      .selectFrom('awardPackageTickets as ticket')
      .innerJoin('awardPackages', 'awardPackages.id', 'ticket.packageId')
      .select(['ticket.packageId', 'ticket.choiceId', 'ticket.ticketTypeId'])
      .where('awardPackages.callId', '=', callId)
      .execute(),
    db
      .selectFrom('awardPackageComponents as component')
      .innerJoin('awardPackages', 'awardPackages.id', 'component.packageId')
      .select(['component.packageId', 'component.kind', 'component.amountMinor', 'awardPackages.currency'])
      .where('awardPackages.callId', '=', callId)
      .execute(),
    readSteps(db, callId),
    db
      .selectFrom('applications')
      .select(['id', 'askedMinor', 'askedCurrency'])
      .where(
        'id',
        'in',
        wanted.map(({ applicationId }) => applicationId),
      )
      .execute(),
  ])
  const askedOf = new Map(asked.map((row) => [row.id, row]))
  return new Map(
    wanted.map(({ applicationId, choiceId, packageId }) => {
      const named = tickets.find((one) => one.packageId === packageId && one.choiceId === choiceId)
      const ticketTypeId =
        choiceId === null
          ? null
          : (named?.ticketTypeId ?? choices.find(({ id }) => id === choiceId)?.ticketTypeId ?? null)
      const given = components.filter((component) => component.packageId === packageId)
      const own = steps.filter((step) => step.ticketTypeId === ticketTypeId)
      const currency = given[0]?.currency ?? offering.currency
      const ticket = moneyOf(priceAt(own, currency, now)) ?? moneyOf(priceAt(own, offering.currency, now))
      const { askedMinor = null, askedCurrency = null } = askedOf.get(applicationId) ?? {}
      const share = ownShare({ ticket, given, asked: { askedMinor, askedCurrency } })
      return [
        applicationId,
        {
          ticketTypeId,
          ticketMinor: ticket?.amountMinor ?? null,
          ticketCurrency: ticket?.currency ?? null,
          ownMinor: share?.amountMinor ?? 0,
          ownCurrency: share?.currency ?? null,
        },
      ]
    }),
  )
}

async function readSteps(db: Kysely<Database>, callId: string): Promise<(PriceStep & { ticketTypeId: string })[]> {
  return await db
    .selectFrom('priceSteps')
    .select(['ticketTypeId', 'kind', 'currency', 'amountMinor', 'startsAt', 'endsAt'])
    .where('ticketTypeId', 'in', (row) =>
      row
        .selectFrom('ticketTypes')
        .select('ticketTypes.id')
        .where('ticketTypes.eventId', 'in', (events) =>
          events.selectFrom('callChoices').select('callChoices.eventId').where('callChoices.callId', '=', callId),
        ),
    )
    .orderBy('position')
    .execute()
}
