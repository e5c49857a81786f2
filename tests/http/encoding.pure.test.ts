import { expect, it } from 'vitest'
import { acceptedEncodings } from '#app/http/encoding.ts'

it.each([
  ['gzip, br', ['br', 'gzip', 'identity']],
  ['BR;q=0.5 , gzip;q=1.0', ['br', 'gzip', 'identity']],
  ['br;q=0, gzip;q=0.000', ['identity']],
  ['deflate', ['identity']],
  ['brx, br-2, xbr, gzip2, x-gzip', ['identity']],
])('accepted by %j', (header, encodings) => expect(acceptedEncodings(header)).toEqual(encodings))
