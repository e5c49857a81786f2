import { expect, test } from 'vitest'
import { ownSystem, SYSTEMS, systemsFrom } from '#app/calendar/own-system.ts'

test.each([
  ['android', 'Mozilla/5.0 (Linux; Android 14; Pixel 7) AppleWebKit/537.36 Chrome/126.0 Mobile Safari/537.36'],
  [
    'ios',
    'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Version/17.5 Mobile Safari/604.1',
  ],
  ['ios', 'Mozilla/5.0 (iPad; CPU OS 12_5 like Mac OS X) AppleWebKit/605.1.15 Version/12.1 Mobile Safari/604.1'],
  ['mac', 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/17.5 Safari/605.1.15'],
  ['windows', 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:127.0) Gecko/20100101 Firefox/127.0'],
  ['linux', 'Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0'],
  ['web', 'Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 Chrome/126.0 Safari/537.36'],
  ['web', ''],
  ['web', null],
])('%s', (system, userAgent) => {
  expect(ownSystem(userAgent)).toBe(system)
})

test('every system is explained once, one’s own first, and an iPad that says it is a Mac finds its own second', () => {
  for (const own of SYSTEMS) {
    expect(systemsFrom(own)[0]).toBe(own)
    expect(systemsFrom(own).toSorted()).toEqual([...SYSTEMS].toSorted())
  }
  expect(systemsFrom('mac').slice(0, 2)).toEqual(['mac', 'ios'])
})
