import type { PaperPerson } from './paper-people.server.ts'
import type { DoorList } from './paper-printer.ts'
import { kickerOf, pageWords, type PaperAsked, type PaperTrack, printedWords, roomSheet } from './paper-words.ts'
import { countryName } from '#app/values/dates.ts'

/** Everybody who is expected, by name, for whoever stands at the door. */
export function doorList(
  asked: PaperAsked,
  given: {
    event: string
    track: PaperTrack | null
    tracks: PaperTrack[]
    ticketTypes: { id: string; name: string }[]
    people: PaperPerson[]
  },
): DoorList {
  const { t, language } = asked
  const { event, track, people } = given
  const places = new Map(
    given.tracks.map(({ id, code, room }) => [id, [code, room ?? ''].filter((part) => part !== '').join(' · ')]),
  )
  const tickets = new Map(given.ticketTypes.map(({ id, name }) => [id, name]))
  return {
    ...roomSheet(asked, `${t('onPaper.doorList')}, ${event}`),
    kicker: kickerOf(event, track),
    heading: t('onPaper.doorList'),
    head: {
      name: t('onPaper.name'),
      country: t('onPaper.country'),
      where: t('onPaper.where'),
      ticket: t('onPaper.ticket'),
    },
    rows: people.map(({ fullName, latinName, country, trackId, ticketTypeId, code }) => ({
      name: fullName,
      latinName: latinName ?? '',
      country: country ? countryName(country, language) : '',
      where: places.get(trackId ?? '') ?? '',
      ticket: tickets.get(ticketTypeId) ?? '',
      code,
    })),
    foot: printedWords(asked),
    pageOf: pageWords(t),
  }
}
