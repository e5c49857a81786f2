import { expect, test } from 'vitest'
import { ReceivedHeaders } from '#app/http/received-headers.ts'

const SENT = { host: 'plenary.test', origin: 'null', location: '/x', 'accept-language': 'fr, en;q=0.5' }

/** What may be done to headers, whichever kind they are. */
function used(headers: Headers) {
  headers.set('Cross-Origin-Opener-Policy', 'same-origin')
  headers.append('Vary', 'Cookie')
  headers.append('vary', 'Accept-Encoding')
  headers.delete('Origin')
  const all: string[] = []
  headers.forEach((value, name) => void all.push(`${name}: ${value}`))
  return {
    all,
    entries: [...headers],
    names: [...headers.keys()],
    values: [...headers.values()],
    got: [headers.get('VARY'), headers.get('origin'), headers.has('Location'), headers.has('toString')],
    cookies: headers.getSetCookie(),
  }
}

test('are headers like any other', () => {
  const names = Object.keys(Object.getOwnPropertyDescriptors(Headers.prototype)).filter((one) => one !== 'constructor')
  for (const name of names) expect(new ReceivedHeaders(SENT), name).toHaveProperty(name)
  expect(used(new ReceivedHeaders(SENT))).toEqual(used(new Headers(SENT)))
})

test('are those of a request that is made of them, and stay as they were', () => {
  const received = new ReceivedHeaders(SENT)
  const request = new Request('http://plenary.test/', { headers: received })
  request.headers.delete('Origin')
  expect([request.headers.get('Accept-Language'), request.headers.has('Origin')]).toEqual(['fr, en;q=0.5', false])
  expect(received.get('Origin')).toBe('null')
})

test('no name of an object is one of them', () => {
  const received = new ReceivedHeaders({ cookie: 'a=1; b=2' })
  expect([received.get('Cookie'), received.has('constructor'), received.get('__proto__')]).toEqual([
    'a=1; b=2',
    false,
    null,
  ])
})
