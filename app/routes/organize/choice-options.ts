import type { ChoicePlaces } from '#app/applications/calls/choice-places.server.ts'

/** The tracks of the event first, then the event, then other events as sites. */
export function placeOptions({ tracks, events }: ChoicePlaces, wholeEvent: string) {
  return [
    ...tracks.map(({ id, code, title }) => ({ value: `track:${id}`, label: `${code} ${title}` })),
    ...events.map(({ id, title }, at) => ({
      value: `event:${id}`,
      label: at === 0 ? `${wholeEvent} ${title}` : title,
    })),
  ]
}

/** Tickets that come by an accepted application stand first. */
export function ticketOptions({ tickets, events }: ChoicePlaces) {
  const rank = ({ admission }: ChoicePlaces['tickets'][number]) =>
    admission === 'application' || admission === 'award' ? 0 : 1
  return tickets
    .toSorted((one, other) => rank(one) - rank(other))
    .map(({ id, eventId, name }) => {
      const event = events.find((one) => one.id === eventId)
      return { value: id, label: event && events[0] !== event ? `${name} · ${event.title}` : name }
    })
}
