import { expect, test } from 'vitest'
import { parseDocuments } from '#app/events/document/parse.ts'
import { boundsOf } from '#app/values/moment.ts'
import { demonstrationDocuments, demonstrationSeats } from '#db/seeds/samples.ts'

const NOW = '2026-11-21T12:00:00.000Z'

function samples(now: string) {
  const { documents, problems } = parseDocuments(demonstrationDocuments(now))
  expect(problems).toEqual([])
  return documents.map(({ event }) => event).filter((event) => event.isSample)
}

test.each(['2026-11-21', '2027-03-22', '2027-06-14', '2028-02-29', '2031-12-31'])(
  'on %s every sample is valid and lies ahead, but for the edition before one of them and the course that is over',
  (day) => {
    for (const { slug, dates } of samples(`${day}T12:00:00.000Z`))
      expect([slug, boundsOf(dates.startsOn).first > day]).toEqual([slug, !/-last-year$|-tunis$/.test(slug)])
  },
)

test('the great three keep their real dates while these are ahead, then move by years and keep their weekdays', () => {
  const dates = (now: string) =>
    samples(now)
      .filter((event) => /^(inet|ndss|ntw)-\d{4}(?!-tunis)/.test(event.slug))
      .map((event) => [event.slug, event.dates.startsOn, event.dates.endsOn])
  expect(dates(NOW)).toEqual([
    ['inet-2027', '2027-06-21', '2027-06-25'],
    ['ndss-2027', '2027-03-22', '2027-03-26'],
    ['ntw-2027-kigali', '2027-06-13', '2027-06-19'],
  ])
  expect(dates('2027-06-20T00:00:00.000Z')).toEqual([
    ['inet-2028', '2028-06-19', '2028-06-23'],
    ['ndss-2028', '2028-03-20', '2028-03-24'],
    ['ntw-2028-kigali', '2028-06-11', '2028-06-17'],
  ])
})

test.each([
  ['2026-11-12', 'ntw-2025-tunis', '2025-10-20'],
  ['2026-11-13', 'ntw-2026-tunis', '2026-10-19'],
  ['2027-06-20', 'ntw-2026-tunis', '2026-10-19'],
  ['2027-11-30', 'ntw-2027-tunis', '2027-10-18'],
])('on %s the course that is over is %s, from Monday %s', (day, slug, startsOn) => {
  const [over] = samples(`${day}T12:00:00.000Z`).filter((event) => event.slug.endsWith('-tunis'))
  expect([over!.slug, over!.dates.startsOn]).toEqual([slug, startsOn])
})

test('the samples hold still for a week', () => {
  expect(demonstrationDocuments('2026-11-22T23:59:00.000Z')).toEqual(demonstrationDocuments('2026-11-16T00:00:00.000Z'))
})

test('there is one of every way of coming in', () => {
  const all = samples(NOW)
  const isOpen = ({ opensAt, closesAt }: { opensAt: string | null; closesAt: string | null }) =>
    opensAt !== null && opensAt <= NOW && NOW < closesAt!
  const free = (event: (typeof all)[number]) => event.ticketTypes.every((type) => type.priceSteps.length === 0)
  const ways = {
    free: all.filter((event) => event.admission === 'registration' && free(event)),
    paid: all.filter((event) =>
      event.ticketTypes.some((type) =>
        type.priceSteps.some((step) => (step.startsAt ?? '') <= NOW && NOW < (step.endsAt ?? '9')),
      ),
    ),
    curated: all.filter((event) => event.admission === 'application' && isOpen(event.applications)),
    scholarship: all.filter((event) => isOpen(event.scholarships)),
    cancelled: all.filter((event) => event.status === 'cancelled'),
    online: all.filter((event) => event.format === 'online'),
  }
  for (const [way, events] of Object.entries(ways)) expect([way, events.length > 0]).toEqual([way, true])
  const full = demonstrationSeats(NOW).filter(({ event, people }) => {
    const size = all.find((one) => one.slug === event)!.quotas[0]!.size
    return people.length === size
  })
  expect(full.map(({ event }) => event)).toEqual(['traffic-exchange-bishkek'])
})

test('history keeps the record of NDSS 2027, with its sources, below the sample', () => {
  const documents = demonstrationDocuments(NOW)
  expect(documents.filter((document) => document.slug === 'ndss-2027')).toHaveLength(1)
  expect(documents.find((document) => document.slug === 'ndss-2027')).toMatchObject({
    isSample: true,
    edition: 34,
    history: { notes: expect.stringContaining('First NDSS outside San Diego') },
    sources: [{ citation: expect.stringContaining('sec-deadlines') }, {}],
  })
})
