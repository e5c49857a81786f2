import { expect, test } from 'vitest'
import { sentMarks } from '#app/attendance/devices/sent-marks.ts'
import { momentOfMark } from '#app/attendance/mark-moment.ts'
import { NOW } from '#tests/support/now.ts'

test('a wrong clock is put right; two that lead out of the calendar put nothing right', () => {
  const at = '2027-01-01T00:00:00.000Z'
  const put = (deviceAt: string, deviceNow: string) => momentOfMark({ at, deviceAt }, { deviceNow, now: NOW })
  for (const [deviceAt, deviceNow] of [
    ['0000-01-01T00:00:00.000Z', '9999-12-31T23:59:59.999Z'],
    ['9999-12-31T23:59:59.999Z', '0000-01-01T00:00:00.000Z'],
  ] as const) {
    const moment = put(deviceAt, deviceNow)
    expect(moment).toHaveLength(24)
    expect(moment <= NOW).toBe(true)
  }
})

test('a device writes moments as we do, or they could not be put in order', () => {
  const [deviceId, id] = ['01890000-0000-7000-8000-000000000001', '01890000-0000-7000-8000-000000000002']
  const sent = (at: string) =>
    sentMarks.safeParse({
      deviceId,
      deviceNow: NOW,
      marks: [{ id, registrationId: id, slot: 'arrival', state: 'present', at, deviceAt: NOW, source: 'list' }],
    }).success
  expect(sent('2027-06-14T12:00:00.000Z')).toBe(true)
  for (const at of ['2027-06-14T12:00:00.0-23', '2027-06-14T12:00:00.0+01', '2027-02-30T12:00:00.000Z', '', 'now'])
    expect(sent(at), at).toBe(false)
})
