import { historyDocuments } from './history.ts'
import { INET_TOUR_CODE } from './samples/inet-rules.ts'
import { inetDocument } from './samples/inet.ts'
import { ndssDocument } from './samples/ndss.ts'
import { ntwDocument } from './samples/ntw.ts'
import { crowd, ROSTER_PEOPLE, type SamplePerson, worldCrowd } from './samples/roster.ts'
import { tunisDocument } from './samples/tunis/tunis.ts'
import { lastYearDocument, workshopDocuments } from './samples/workshops.ts'
import { addSeconds, type Instant } from '#app/values/moment.ts'

/** History and the samples, as event documents; a sample takes the place of the record that announced it. */
export function demonstrationDocuments(now: Instant) {
  const history = historyDocuments()
  const samples = [
    inetDocument(now),
    ndssDocument(now, history),
    ntwDocument(now),
    ...workshopDocuments(now),
    lastYearDocument(now),
    tunisDocument(now),
  ]
  const slugs = new Set(samples.map((sample) => sample.slug))
  return [...history.filter((record) => !slugs.has(record.slug)), ...samples]
}

export interface SampleSeats {
  event: string
  ticketType: string
  addons?: string[]
  voucherCode?: string
  language: string
  people: SamplePerson[]
  /** When the last of them registered; left out: now. */
  at?: Instant
}

const DAY = 86_400

/**
 * Who has a seat at the samples: one is full, one nearly, one has the names that break lists, and one a history: people who
 * came over the months, and an edition before it.
 */
export function demonstrationSeats(now: Instant): SampleSeats[] {
  return [
    { event: ntwDocument(now).slug, ticketType: 'NTW-AWD-T2', language: 'en', people: ROSTER_PEOPLE },
    {
      event: inetDocument(now).slug,
      ticketType: 'SPK',
      addons: ['TOUR'],
      voucherCode: INET_TOUR_CODE,
      language: 'en',
      people: crowd('kigali', 25, 'RW'),
    },
    { event: 'island-exchange-point', ticketType: 'SEAT', language: 'en', people: crowd('suva', 27, 'FJ') },
    { event: 'dns-dnssec-dakar', ticketType: 'SEAT', language: 'fr', people: crowd('dakar', 29, 'SN') },
    { event: 'traffic-exchange-bishkek', ticketType: 'SEAT', language: 'en', people: crowd('bishkek', 24, 'KG') },
    { event: 'routing-measurement-online', ticketType: 'SEAT', language: 'en', people: worldCrowd('kyiv', 84, 110) },
    {
      event: lastYearDocument(now).slug,
      ticketType: 'SEAT',
      language: 'en',
      people: worldCrowd('kyiv', 61, 130).map((person, at) =>
        at < 20 ? person : { ...person, email: `kyiv-before-${at}@plenary.example` },
      ),
      at: addSeconds(`${lastYearDocument(now).dates.startsOn}T09:00:00.000Z`, -DAY),
    },
    { event: 'ipv6-access-amman', ticketType: 'SEAT', language: 'en', people: crowd('amman', 14, 'JO') },
  ]
}

export interface SampleWaiting {
  event: string
  ticketType: string
  language: string
  partySize: number
  person: SamplePerson
}

/** Who waits for a seat at the workshop that is full: alone and in a party of two. */
export function demonstrationWaiting(): SampleWaiting[] {
  return crowd('waiting', 3, 'KZ').map((person, at) => ({
    event: 'traffic-exchange-bishkek',
    ticketType: 'SEAT',
    language: 'en',
    partySize: at === 1 ? 2 : 1,
    person,
  }))
}
