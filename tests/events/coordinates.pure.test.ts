import { expect, test } from 'vitest'
import { formatCoordinates, parseCoordinates } from '#app/events/coordinates.ts'

test.each([
  ['-1.95, 30.06', -1.95, 30.06],
  ['\u20111.95, 30.06', -1.95, 30.06],
  ['−1.95 30.06', -1.95, 30.06],
  ['1.95° S, 30.06° E', -1.95, 30.06],
  ['-1,95; 30,06', -1.95, 30.06],
  ['-1,95 30,06', -1.95, 30.06],
  ['-1.95,30.06', -1.95, 30.06],
  ['40, -74', 40, -74],
  ['geo:-1.95,30.06', -1.95, 30.06],
  ['https://www.openstreetmap.org/?mlat=-1.9441&mlon=30.0619#map=15/1/2', -1.9441, 30.0619],
  ['https://www.openstreetmap.org/#map=17/-1.94410/30.06190', -1.9441, 30.0619],
  ['https://www.google.com/maps/place/X/@-1.90,30.00,17z/data=!3d-1.9441!4d30.0619', -1.9441, 30.0619],
  ['https://www.google.com/maps/@-1.9441,30.0619,15z', -1.9441, 30.0619],
  ['https://maps.apple.com/?ll=-1.9441,30.0619', -1.9441, 30.0619],
  ['https://maps.google.com/?q=-1.9441%2C30.0619', -1.9441, 30.0619],
])('%s is a place', (typed, latitude, longitude) => {
  expect(parseCoordinates(typed)).toEqual({ latitude, longitude })
})

test.each(['', 'Kigali', '91, 0', '0, 181', '12', 'https://example.org/', 'javascript:alert(1)', '1.2.3, 4'])(
  '%s is none',
  (typed) => {
    expect(parseCoordinates(typed)).toBe(null)
  },
)

test('what is shown is read the same', () => {
  const place = { latitude: -1.944099999, longitude: 30 }
  expect(parseCoordinates(formatCoordinates(place))).toEqual(place)
  expect(formatCoordinates({ latitude: null, longitude: 3 })).toBe('')
})
