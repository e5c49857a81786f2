import { describe, expect, it } from 'vitest'
import { expectAgreement } from './expect-agreement.ts'
import { type Judge, JUDGES, judgesHere, readBy } from './judges.ts'
import { KNOWN_FAULTS } from './known-faults.ts'
import type { Reading } from './reading.ts'
import { written } from '#tests/support/calendar-entry.ts'

const HOUR = { startsAt: '2027-07-01T07:00:00.000Z', endsAt: '2027-07-01T08:00:00.000Z', zone: 'Europe/Berlin' }

async function read(judge: Judge, text: string): Promise<Reading> {
  const [reading] = await readBy(judge, [text])
  if (reading instanceof Error) throw reading
  return reading!
}

const isAway = (judge: Judge) => !judgesHere().includes(judge)

// One that says yes to all proves nothing: each is shown what it must notice.
describe.each(JUDGES)('%s', (judge) => {
  const isHere = judgesHere().includes(judge)

  it.skipIf(!isHere)('tells a floating time from a moment', async () => {
    const text = written({ when: { ...HOUR, zone: 'UTC' } }).replaceAll(/(DT(?:START|END):\w+)Z/g, '$1')
    expect((await read(judge, text)).events[0]!.start).toMatch(/^2027-?07-?01T07:?00:?00$/)
  })

  it.skipIf(!isHere)('refuses what is no calendar, and goes on', async () => {
    const [bad, good] = await readBy(judge, ['nothing', written({})])
    expect(bad).toBeInstanceOf(Error)
    expect(good).not.toBeInstanceOf(Error)
  })
})

// icalendar looks zones up by their names and does not read ours.
for (const judge of JUDGES.filter((one) => one !== 'icalendar'))
  it.skipIf(isAway(judge))(`${judge} computes with the VTIMEZONE of the file, and of no other`, async () => {
    const right = written({ when: HOUR })
    const wrong = right.replaceAll('+0200', '+0300').replaceAll('+0100', '+0200')
    const starts = []
    for (const text of [right, wrong, right]) starts.push((await read(judge, text)).events[0]!.start)
    expect(starts).toEqual(['2027-07-01T07:00:00Z', '2027-07-01T06:00:00Z', '2027-07-01T07:00:00Z'])
  })

it.skipIf(isAway('libical'))('libical complains of what RFC 5546 restricts', async () => {
  const text = written({ when: HOUR }).replace('CALSCALE:GREGORIAN', 'CALSCALE:GREGORIAN\r\nMETHOD:REQUEST')
  expect((await read('libical', text)).complaints.join()).toContain('ATTENDEE')
})

it.skipIf(isAway('vobject'))('two that read differently do not agree', async () => {
  // Of a time that occurs twice vobject takes the first and ical.js the second.
  const text = written({ when: { ...HOUR, startsAt: '2027-10-30T07:00:00.000Z', endsAt: '2027-10-31T04:00:00.000Z' } })
  await expect(expectAgreement(text.replace('T050000', 'T023000'))).rejects.toThrow()
})

for (const { judge, what, instead } of KNOWN_FAULTS)
  it.skipIf(isAway(judge))(`${judge} reads rightly, or ${what}`, async () => {
    const text = written({ summary: 'C:\\new', description: '100%2C', url: 'https://e.org/a%2Cb' })
    const right = await read('ical.js', text)
    expect(instead(right)).not.toEqual(right)
    expect([right, instead(right)]).toContainEqual(await read(judge, text))
  })
