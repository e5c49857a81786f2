import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { formAddress, pageAddress } from '#app/events/page-address.ts'

describe('the one address of a page', () => {
  it.each([
    ['/', '/'],
    ['/?utm_source=mail', '/'],
    ['/fr', '/fr'],
    ['/fr/?x', '/fr'],
    ['/events', '/events'],
    ['/ar/events?topic=dns&series=ntw&series=inet&topic=dns&x=1', '/ar/events?series=inet&series=ntw&topic=dns'],
    ['/events?q=%20DNS%20%20root', '/events?q=DNS+root'],
    ['/events?page=1&when=upcoming', '/events'],
    ['/events?page=3', '/events?page=3'],
    ['/events.json?page=2&country=KE', '/events.json?country=KE&page=2'],
    ['/events/inet-2027?fbclid=x', '/events/inet-2027'],
    ['/events/inet-2027.json', '/events/inet-2027.json'],
    ['/events/inet-2027/programme?day=2027-06-14&track=T1&x', '/events/inet-2027/programme?track=T1&day=2027-06-14'],
    ['/events/inet-2027/programme?day=today&track=%00', '/events/inet-2027/programme'],
    ['/events/inet-2027/programme/changes?page=2', '/events/inet-2027/programme/changes?page=2'],
    ['/fr/events/inet-2027/travel', '/fr/events/inet-2027/travel'],
    ['/events/inet-2027/awarded', '/events/inet-2027/awarded'],
    ['/series/ntw?page=0', '/series/ntw'],
    ['/series/ntw?page=9999999', '/series/ntw?page=1000'],
    ['/about/privacy', '/about/privacy'],
    ['/verify/how', '/verify/how'],
    ['/robots.txt?x', '/robots.txt'],
    ['/verify/keys.json', '/verify/keys.json'],
    ['/sitemap.xml', '/sitemap.xml'],
    ['/sitemap.xml?page=1', '/sitemap.xml?page=1'],
    ['/sitemap.xml?page=x', '/sitemap.xml?page=0'],
  ])('%s is %s', (written, one) => {
    expect(pageAddress(written)).toBe(one)
    expect(formAddress(written)).toBeNull()
  })

  it.each([
    '/me', '/orders/ABCD-EFGH?key=x', '/events/', '/Events', '/events/x/register', '/events/x/preview?key=k', '/de/events',
    '/events/a%20b', '//evil.example', '/calendar', '/status', '/verify', `/events?q=${'x'.repeat(300)}`, '*', '', '/verify/ABC',
    `/events?q=${'%E2%80%99'.repeat(32)}&x=${'y'.repeat(10)}`,
  ])('there is none for %s', (written) => {
    expect(pageAddress(written)).toBeNull()
  }) // prettier-ignore
})

describe('the one address of the beginning of a form', () => {
  it.each([
    ['/events/inet-2027/register', '/events/inet-2027/register'],
    ['/fr/events/inet-2027/register?ticket=full', '/fr/events/inet-2027/register?ticket=full'],
    ['/events/inet-2027/waiting-list', '/events/inet-2027/waiting-list'],
    ['/events/inet-2027/apply?call=fellows', '/events/inet-2027/apply?call=fellows'],
    ['/events/inet-2027/scholarship', '/events/inet-2027/scholarship'],
  ])('%s is %s', (written, one) => {
    expect(formAddress(written)).toBe(one)
    expect(pageAddress(written)).toBeNull()
  })

  it.each([
    'offer=x', 'key=x', 'code=x', 'ticket=full&code=x', 'ticket=full&key=x', 'ticket=full&ticket=day', 'ticket=a%20b', 'show',
    'utm=x', 'ticket=',
  ])('there is none where anything else is asked: %s', (query) => {
    expect(formAddress(`/events/inet-2027/register?${query}`)).toBeNull()
  }) // prettier-ignore
})

test('it is the address of itself, never long, and no query makes it fail', () => {
  fc.assert(
    fc.property(fc.webQueryParameters(), fc.string({ unit: 'binary' }), (query, rest) => {
      for (const written of [
        `/events?${query}`,
        `/fr/events?q=${rest}`,
        `/events/x/programme?track=${rest}&${query}`,
      ]) {
        const one = pageAddress(written)
        if (one === null) continue
        expect(pageAddress(one)).toBe(one)
        expect(one.length).toBeLessThanOrEqual(300)
      }
    }),
    { numRuns: 50 },
  )
})
