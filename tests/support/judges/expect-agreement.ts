import { isDeepStrictEqual } from 'node:util'
import { expect } from 'vitest'
import { icalFaults } from '../ical-checker.ts'
import { judgesHere, readBy } from './judges.ts'
import { asReadBy } from './known-faults.ts'
import { readByIcalJs } from './read-by-icaljs.ts'
import type { Reading } from './reading.ts'

/**
 * Passes when the strict checker has nothing against the file and all judges of this machine read the same out of it.
 * @returns what they read.
 */
export async function expectAgreement(text: string): Promise<Reading> {
  const [reading] = await expectAgreementOn([text])
  return reading!
}

export async function expectAgreementOn(texts: string[]): Promise<Reading[]> {
  for (const text of texts) expect(icalFaults(text)).toEqual([])
  const expected = texts.map(readByIcalJs)
  for (const judge of judgesHere()) {
    const readings = await readBy(judge, texts)
    for (const [at, reading] of readings.entries()) {
      if (reading instanceof Error) throw reading
      // A newer one may have been mended.
      const isRight = isDeepStrictEqual(reading, expected[at])
      if (!isRight) expect(reading, judge).toEqual(asReadBy(judge, expected[at]!))
    }
  }
  return expected
}
