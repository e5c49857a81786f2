import type { Kysely } from 'kysely'
import { courseOf } from './course.ts'
import { dayChanges } from './day-figures.server.ts'
import { earlierEdition, type FigureEvent } from './figure-event.server.ts'
import { billedByType, moneyOf, owedFigures, owingOf } from './money-figures.server.ts'
import { countryFigures, firstTimerFigures, languageFigures } from './people-figures.server.ts'
import { attendingFigures, ticketKinds } from './seat-figures.server.ts'
import { waitingFigures } from './waiting-figures.server.ts'
import { moneyByMethod } from '#app/payments/finance/finance-events.server.ts'
import { listQuotas, listTicketTypes } from '#app/registrations/offer/queries.server.ts'
import { addSeconds, type Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

interface Asked {
  event: FigureEvent
  language: string
  hasMoney: boolean
  now: Instant
}

/** What the home of an event shows of its people, seats and money: totals alone, in a fixed number of queries. */
export async function homeFigures(db: Kysely<Database>, { event, language, hasMoney, now }: Asked) {
  const [ticketTypes, quotas, earlier] = await Promise.all([
    listTicketTypes(db, event.id, language),
    listQuotas(db, event.id),
    earlierEdition(db, event),
  ])
  const weekAgo = addSeconds(now, -7 * 86_400)
  const [attending, changes, places, languages, firstTimers, waiting, owed, ways, billed] = await Promise.all([
    attendingFigures(db, { eventId: event.id, weekAgo, offer: { ticketTypes, quotas } }),
    dayChanges(db, earlier ? [event, earlier] : [event]),
    countryFigures(db, event.id),
    languageFigures(db, event.id),
    firstTimerFigures(db, event),
    waitingFigures(db, event.id),
    owedFigures(db, { eventId: event.id, now }),
    hasMoney ? moneyByMethod(db, event.id) : null,
    hasMoney ? billedByType(db, event.id) : null,
  ])
  const edition = (of: FigureEvent) => ({ firstOn: of.firstOn, changes: changes.get(of.id) ?? [] })
  return {
    format: event.format,
    city: event.city,
    attending,
    places,
    languages,
    firstTimers,
    waiting,
    owing: owingOf(owed),
    money: ways && moneyOf(owed, ways),
    kinds: ticketKinds(ticketTypes),
    course: courseOf({ current: edition(event), earlier: earlier ? edition(earlier) : null, today: now.slice(0, 10) }),
    earlier: earlier && { slug: earlier.slug, year: earlier.firstOn.slice(0, 4) },
    seats: seatRows(ticketTypes, quotas, billed),
  }
}

export type HomeFigures = Awaited<ReturnType<typeof homeFigures>>

/** Each ticket type with its people, the seats of the smallest pool that it draws on and what is left in all of them, and what was billed for it. */
function seatRows(
  ticketTypes: Awaited<ReturnType<typeof listTicketTypes>>,
  quotas: Awaited<ReturnType<typeof listQuotas>>,
  billed: Awaited<ReturnType<typeof billedByType>> | null,
) {
  return ticketTypes.map(({ id, name, textLanguage, confirmed, held, quotaIds, isClosed, isHidden, isAddon }) => {
    const own = quotas.filter((quota) => quotaIds.includes(quota.id))
    const pools = own.map(({ size, taken, overBy }) => ({ size: size + overBy, left: size + overBy - taken }))
    return {
      id,
      name,
      textLanguage,
      confirmed,
      held,
      isClosed,
      isHidden,
      isAddon,
      limit: pools.length === 0 ? null : Math.min(...pools.map(({ size }) => size)),
      left: pools.length === 0 ? null : Math.max(0, Math.min(...pools.map(({ left }) => left))),
      billed: billed?.get(id) ?? [],
    }
  })
}
