import type { Kysely } from 'kysely'
import type { TicketView } from './event-view.ts'
import { inLanguage } from '#app/values/in-language.ts'
import type { Database } from '#db/schema.ts'

/** The ticket types that are shown to everybody, with their dated prices and the seats that are left. */
export async function offerOf(
  db: Kysely<Database>,
  event: { id: string; language: string },
  language: string,
): Promise<TicketView[]> {
  const types = db.selectFrom('ticketTypes').where('ticketTypes.eventId', '=', event.id).where('isHidden', '=', 0)
  const [tickets, texts, steps, quotas] = await Promise.all([
    types.selectAll().orderBy('position').orderBy('code').execute(),
    types
      .innerJoin('ticketTypeTexts', 'ticketTypeTexts.ticketTypeId', 'ticketTypes.id')
      .selectAll('ticketTypeTexts')
      .execute(),
    types
      .innerJoin('priceSteps', 'priceSteps.ticketTypeId', 'ticketTypes.id')
      .selectAll('priceSteps')
      .orderBy('priceSteps.position')
      .execute(),
    types
      .innerJoin('ticketTypeQuotas', 'ticketTypeQuotas.ticketTypeId', 'ticketTypes.id')
      .innerJoin('quotas', 'quotas.id', 'ticketTypeQuotas.quotaId')
      .select(['ticketTypeQuotas.ticketTypeId', 'quotas.id', 'quotas.size', 'quotas.taken', 'quotas.waiting'])
      .execute(),
  ])
  const textsOf = Map.groupBy(texts, ({ ticketTypeId }) => ticketTypeId)
  const stepsOf = Map.groupBy(steps, ({ ticketTypeId }) => ticketTypeId)
  const quotasOf = Map.groupBy(quotas, ({ ticketTypeId }) => ticketTypeId)
  return tickets.map((ticket) => {
    const text = inLanguage(textsOf.get(ticket.id) ?? [], language, event.language)
    const drawn = quotasOf.get(ticket.id) ?? []
    return {
      code: ticket.code,
      trackId: ticket.trackId,
      admission: ticket.admission,
      attendance: ticket.attendance,
      isHidden: ticket.isHidden,
      isAddon: ticket.isAddon,
      isClosed: ticket.isClosed,
      onSaleFromAt: ticket.onSaleFromAt,
      onSaleUntilAt: ticket.onSaleUntilAt,
      text: {
        language: text?.language ?? event.language,
        name: text?.name ?? ticket.code,
        description: text?.description ?? '',
      },
      steps: (stepsOf.get(ticket.id) ?? []).map(({ kind, currency, amountMinor, startsAt, endsAt }) => ({
        kind,
        currency,
        amountMinor,
        startsAt,
        endsAt,
      })),
      // What people wait for is theirs, even in the moment before it is offered to them.
      quotas: drawn.map(({ id, size, taken, waiting }) => ({
        id,
        size,
        taken: waiting > 0 ? Math.max(taken, size) : taken,
      })),
    }
  })
}
