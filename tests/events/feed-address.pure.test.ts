import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { feedAddress } from '#app/events/feed-address.ts'

const ID = '019cafe0-0000-7000-8000-000000000001'

describe('the one address of a feed', () => {
  it.each([
    ['/events.ics', '/en/events.ics'],
    ['/en/events.ics?', '/en/events.ics'],
    ['/fr/events.ics?series=ntw&utm_source=x&language=fr', '/fr/events.ics?series=ntw&language=fr'],
    ['/events.ics?language=fr&series=ntw', '/en/events.ics?series=ntw&language=fr'],
    ['/events.ics?series=ntw&series=inet&series=ntw', '/en/events.ics?series=inet&series=ntw'],
    ['/events.ics?country=XX&level=&when=never&page=7', '/en/events.ics'],
    ['/events.ics?%73eries=ntw', '/en/events.ics?series=ntw'],
    ['/events.ics?download', '/en/events.ics?download'],
    ['/events.ics?download=1&when=all&download=2', '/en/events.ics?when=all&download'],
    ['/events.jcal?when=all', '/en/events.jcal?when=all'],
    ['/events.atom?download&q=dns', '/en/events.atom?q=dns'],
    ['/events.ics?host=isoc-kenya', '/en/events.ics?host=isoc-kenya'],
    ['/ar/series/ntw.ics?series=inet', '/ar/series/ntw.ics'],
    ['/events/inet-2027.ics', '/en/events/inet-2027.ics'],
    ['/events/inet-2027/programme.jcal?x=1', '/en/events/inet-2027/programme.jcal'],
    ['/events/inet-2027/programme/TRACK-1.ics', '/en/events/inet-2027/programme/TRACK-1.ics'],
    [`/events/inet-2027/sessions/${ID}.ics`, `/en/events/inet-2027/sessions/${ID}.ics`],
    ['/events/inet-2027/deadlines.ics', '/en/events/inet-2027/deadlines.ics'],
  ])('%s is %s', (written, one) => {
    expect(feedAddress(written)).toBe(one)
  })

  it.each([
    '/', '/events', '/events.json', '/orders/ABCD-EFGH.ics?key=x', '/calendar/token.ics', '/events/a%20b.ics',
    '/de/events.ics', '//events.ics', '/events/../events.ics', '/events/x/programme/%D9%85.ics', '/Events.ics',
    `/events.ics?q=${'x'.repeat(3000)}`, '*', '', 'http://e.org/events.ics',
  ])('there is none for %s', (written) => {
    expect(feedAddress(written)).toBeNull()
  }) // prettier-ignore
})

test('it is the address of itself, and no query makes it fail', () => {
  fc.assert(
    fc.property(fc.webQueryParameters(), fc.string({ unit: 'binary' }), (query, rest) => {
      for (const written of [`/events.ics?${query}`, `/fr/events.ics?${rest}`, `/events.atom?q=${rest}`]) {
        const one = feedAddress(written)
        if (one !== null) expect(feedAddress(one)).toBe(one)
      }
    }),
  )
})
