import type { Kysely } from 'kysely'
import { type PricedChange, priceChanges } from './price-change.server.ts'
import type { SeatToChange } from './seat-to-change.server.ts'
import type { ProofAsked } from './write-proof.server.ts'
import { whyNotOnSale } from '../offered.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Refusal } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'

/** A ticket that a seat can become, what that costs, and why it cannot now (`why`), if it cannot. */
export interface ChangeOption {
  ticketTypeId: string
  name: string
  priced: PricedChange
  proof: ProofAsked | null
  why: Refusal<'change-full' | 'addon-left'> | null
}

/**
 * What one seat can become now: `remote`, its counterpart for those who stay at home; `ticket`, every other main ticket
 * on open sale for which one needs to show nothing beforehand.
 */
export async function changeOptions(
  db: Kysely<Database>,
  seat: SeatToChange,
  { kind, now }: { kind: 'ticket' | 'remote'; now: Instant },
): Promise<ChangeOption[]> {
  const types = await db
    .selectFrom('ticketTypes')
    .selectAll()
    .where('eventId', '=', seat.eventId)
    .where('id', '<>', seat.ticketTypeId)
    .orderBy('position')
    .execute()
  const fitting = types.filter((type) =>
    kind === 'remote'
      ? type.id === seat.remoteTypeId
      : seat.isAddon === 0 && type.isAddon === 0 && isOpen(type) && whyNotOnSale(type, now) === null,
  )
  const ids = fitting.map(({ id }) => id)
  const [priced, full, mains] = await Promise.all([
    priceChanges(db, seat, { kind, typeIds: ids, now }),
    fullTypes(db, seat.id, ids),
    mainsOf(db, seat),
  ])
  return fitting.flatMap(({ id, eligibility, proof }): ChangeOption[] => {
    const price = priced.get(id)
    if (!price) return []
    const name = seat.nameOf(id)
    const left = addonLeft(seat, mains, id)
    const why = left ?? (full.has(id) ? { code: 'change-full' as const } : null)
    const asked = eligibility === 'none' ? null : { eligibility, how: proof }
    return [{ ticketTypeId: id, name, priced: price, proof: asked, why }]
  })
}

function isOpen({ eligibility, proof }: { eligibility: string; proof: string }): boolean {
  return eligibility === 'none' || proof === 'none' || proof === 'declaration' || proof === 'desk'
}

type Mains = { ticketTypeId: string; mainTypeId: string }[]

async function mainsOf(db: Kysely<Database>, { addons }: SeatToChange): Promise<Mains> {
  const ids = addons.map(({ ticketTypeId }) => ticketTypeId)
  if (ids.length === 0) return []
  return await db.selectFrom('ticketTypeMains').selectAll().where('ticketTypeId', 'in', ids).execute()
}

/** An add-on of the seat that does not go with the new ticket has to be given up first. */
function addonLeft({ addons }: SeatToChange, mains: Mains, typeId: string): ChangeOption['why'] {
  const left = addons.find((addon) => {
    const own = mains.filter(({ ticketTypeId }) => ticketTypeId === addon.ticketTypeId)
    return own.length > 0 && !own.some(({ mainTypeId }) => mainTypeId === typeId)
  })
  return left ? { code: 'addon-left', details: { addon: left.ticket } } : null
}

/** The types of which a quota that the seat does not draw on yet has no room, or is waited for. */
async function fullTypes(db: Kysely<Database>, registrationId: string, typeIds: string[]): Promise<Set<string>> {
  const rows = await db
    .selectFrom('ticketTypeQuotas')
    .innerJoin('quotas', 'quotas.id', 'ticketTypeQuotas.quotaId')
    .select(['ticketTypeId', 'size', 'overBy', 'taken', 'waiting'])
    .where('ticketTypeId', 'in', [...typeIds, ''])
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('registrationSeats as own')
            .select('own.quotaId')
            .whereRef('own.quotaId', '=', 'quotas.id')
            .where('own.registrationId', '=', registrationId),
        ),
      ),
    )
    .execute()
  const full = rows.filter(({ size, overBy, taken, waiting }) => waiting > 0 || taken >= size + overBy)
  return new Set(full.map(({ ticketTypeId }) => ticketTypeId))
}
