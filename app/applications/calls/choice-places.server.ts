import type { Kysely } from 'kysely'
import { withinReach } from '#app/events/within-reach.ts'
import type { Reach } from '#app/people/rights.ts'
import { inLanguage } from '#app/values/in-language.ts'
import type { Database } from '#db/schema.ts'

/** More sites than any call has. */
const MOST = 60

/**
 * What a choice can be: a track of the event, the event itself, or another event that this organizer runs and that has
 * not ended; with the tickets of each.
 */
export async function choicePlaces(
  db: Kysely<Database>,
  { eventId, reach, now, language }: { eventId: string; reach: Reach; now: string; language: string },
) {
  const events = await db
    .selectFrom('events')
    .select(['events.id', 'events.language'])
    .where((eb) =>
      eb.or([
        eb('events.id', '=', eventId),
        eb.and([
          eb('events.endsAt', '>', now),
          eb('events.isTemplate', '=', 0),
          eb('events.status', '!=', 'cancelled'),
          ...(reach === 'all' ? [] : [withinReach(eb, reach)]),
        ]),
      ]),
    )
    .orderBy('events.firstOn')
    .orderBy('events.id')
    .limit(MOST)
    .execute()
  const ids = [...new Set([eventId, ...events.map(({ id }) => id)])]
  const [titles, tracks, trackTexts, tickets, ticketTexts] = await Promise.all([
    db.selectFrom('eventTexts').select(['eventId', 'language', 'title']).where('eventId', 'in', ids).execute(),
    db.selectFrom('tracks').select(['id', 'code']).where('eventId', '=', eventId).orderBy('position').execute(),
    db
      .selectFrom('trackTexts')
      .innerJoin('tracks', 'tracks.id', 'trackTexts.trackId')
      .select(['trackTexts.trackId', 'trackTexts.language', 'trackTexts.title'])
      .where('tracks.eventId', '=', eventId)
      .execute(),
    db
      .selectFrom('ticketTypes')
      .select(['id', 'eventId', 'code', 'admission'])
      .where('eventId', 'in', ids)
      .where('isAddon', '=', 0)
      .orderBy('position')
      .execute(),
    db
      .selectFrom('ticketTypeTexts')
      .innerJoin('ticketTypes', 'ticketTypes.id', 'ticketTypeTexts.ticketTypeId')
      .select(['ticketTypeTexts.ticketTypeId', 'ticketTypeTexts.language', 'ticketTypeTexts.name'])
      .where('ticketTypes.eventId', 'in', ids)
      .execute(),
  ])
  const titleOf = (id: string) =>
    inLanguage(
      titles.filter((text) => text.eventId === id),
      language,
    )?.title ?? id
  return {
    events: ids.map((id) => ({ id, title: titleOf(id) })),
    tracks: tracks.map(({ id, code }) => ({
      id,
      title:
        inLanguage(
          trackTexts.filter(({ trackId }) => trackId === id),
          language,
        )?.title ?? code,
      code,
    })),
    tickets: tickets.map((ticket) => ({
      ...ticket,
      name:
        inLanguage(
          ticketTexts.filter(({ ticketTypeId }) => ticketTypeId === ticket.id),
          language,
        )?.name ?? ticket.code,
    })),
  }
}

export type ChoicePlaces = Awaited<ReturnType<typeof choicePlaces>>
