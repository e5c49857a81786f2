import { expect, test } from 'vitest'
import { publishChecklist, type PublishFacts, stopsOf } from '#app/events/publish-checklist.ts'

const READY: PublishFacts = {
  title: 'Routing',
  summary: 'Five days.',
  accessNote: 'Step-free.',
  description: '',
  visaNote: '',
  cancellationNote: '',
  language: 'fr',
  textLanguages: ['fr'],
  startsOn: '2027-06-14',
  lastOn: '2027-06-18',
  format: 'onsite',
  country: 'RW',
  city: 'Kigali',
  venue: null,
  onlineUrl: null,
  contactEmail: 'desk@plenary.example',
  admission: 'registration',
  ticketTypes: 1,
  ticketTypesWithoutSeats: 1,
  people: 0,
  sessions: 0,
}

const stopsWith = (change: Partial<PublishFacts>, today = '2026-11-21') =>
  stopsOf(publishChecklist({ ...READY, ...change }, today)).map(({ code }) => code)

test('nothing stops a complete event, though much is advised', () => {
  expect(stopsWith({})).toEqual([])
  const open = publishChecklist(READY, '2026-11-21').filter(({ isDone }) => !isDone)
  expect(open.map(({ code }) => code)).toEqual(
    expect.arrayContaining(['seats', 'description', 'venue', 'visa', 'cancellation', 'english', 'people', 'programme']),
  )
})

test.each([
  ['texts', { summary: '' }],
  ['dates', { startsOn: '2027-06' }],
  ['place', { city: null }],
  ['access', { accessNote: '' }],
  ['contact', { contactEmail: null }],
  ['tickets', { ticketTypes: 0 }],
] as const)('%s is needed', (code, change) => {
  expect(stopsWith(change)).toEqual([code])
})

test('an event of the past is not published, one on its last day is', () => {
  expect(stopsWith({}, '2027-06-18')).toEqual([])
  expect(stopsWith({}, '2027-06-19')).toEqual(['dates'])
})

test('an online event needs no place, one by application no ticket', () => {
  expect(stopsWith({ format: 'online', country: null, city: null, accessNote: '' })).toEqual([])
  expect(stopsWith({ admission: 'application', ticketTypes: 0 })).toEqual([])
})
