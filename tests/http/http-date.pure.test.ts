import { expect, it } from 'vitest'
import { httpDate } from '#app/http/http-date.ts'

const AT = Date.parse('1994-11-06T08:49:37Z')

it.each(['Sun, 06 Nov 1994 08:49:37 GMT', 'Sunday, 06-Nov-94 08:49:37 GMT', 'Sun Nov  6 08:49:37 1994'])(
  'is read in each of its forms, whatever the zone of the process: %s',
  (text) => expect(httpDate(text)).toBe(AT),
)

it.each([
  '',
  '0',
  '2099',
  'tomorrow',
  '2094-11-06T08:49:37Z',
  'Sun, 06 Nov 1994 08:49:37',
  'Sun, 06 Nov 1994 08:49:37 +0000',
  'Sun, 06 Nov 1994 08:49:37 GMT; length=9',
  'Sun, 06 Xyz 1994 08:49:37 GMT',
  'Sun, 06 Nov 1994 24:49:37 GMT',
])('is nothing else: %j', (text) => expect(httpDate(text)).toBeNull())
