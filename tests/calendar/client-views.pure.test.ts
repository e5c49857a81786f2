import { expect, test } from 'vitest'
import { clientViews, clientWhen } from '#app/calendar/client-views.ts'

const evening = { startsAt: '2027-06-14T20:00:00.000Z', endsAt: '2027-06-14T22:30:00.000Z', zone: 'Africa/Kigali' }

test('hours are on the clock of whoever looks, over midnight as well', () => {
  expect(clientWhen({ when: evening }, 'Africa/Kigali')).toEqual({
    isAllDay: false,
    startsAt: evening.startsAt,
    from: { day: '2027-06-14', time: '22:00' },
    to: { day: '2027-06-15', time: '00:30' },
  })
  expect(clientWhen({ when: evening }, 'Asia/Kathmandu')).toMatchObject({ from: { day: '2027-06-15', time: '01:45' } })
})

test('whole days are the same days everywhere', () => {
  const when = { startsOn: '2027-06-14', endsOn: '2027-06-18' }
  for (const zone of ['Pacific/Apia', 'America/Los_Angeles'])
    expect(clientWhen({ when }, zone)).toEqual({ isAllDay: true, ...when })
})

test('what is called off vanishes, is struck through, or stays with its title', () => {
  const of = (status: 'CONFIRMED' | 'CANCELLED') => clientViews({ status }).map(({ client, is }) => `${client} ${is}`)
  expect(of('CONFIRMED').filter((one) => !one.endsWith(' shown'))).toEqual([])
  expect(of('CANCELLED')).toEqual([
    'google gone',
    'apple struck',
    'outlook shown',
    'outlookWeb shown',
    'thunderbird shown',
    'android gone',
  ])
})
