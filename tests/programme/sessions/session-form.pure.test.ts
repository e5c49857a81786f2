import { expect, test } from 'vitest'
import { parseForm } from '#app/http/form.server.ts'
import { sessionSchema } from '#app/programme/sessions/session-form.ts'

const TYPED = {
  kind: 'talk',
  title: 'Talk',
  heldOn: '2027-03-28',
  startsTime: '09:00',
  endsTime: '10:00',
  isPublic: 'on',
}

function parsed(given: Record<string, string>, zone = 'Europe/Paris') {
  const form = new FormData()
  for (const [name, value] of Object.entries({ ...TYPED, ...given })) form.set(name, value)
  return parseForm(form, sessionSchema(zone))
}

const errors = (given: Record<string, string>, zone?: string) => {
  const result = parsed(given, zone)
  return result.ok ? {} : result.form.errors
}

test('an end before the start, and an hour that does not exist that day, are told at their fields', () => {
  expect(errors({ startsTime: '10:00', endsTime: '09:00' })).toEqual({ endsTime: ['form.timeOrder'] })
  expect(errors({ startsTime: '10:00', endsTime: '10:00' })).toEqual({ endsTime: ['form.timeOrder'] })
  expect(Object.keys(errors({ startsTime: '02:30' }))).toEqual(['startsTime'])
  expect(errors({ startsTime: '02:30' }).startsTime![0]).toContain('organize.skippedTime')
  expect(errors({ startsTime: '02:30' }, 'Africa/Kigali')).toEqual({})
  expect(Object.keys(errors({ heldOn: '2027-13-01', startsTime: '25:00' }))).toEqual(['heldOn', 'startsTime'])
})

test('an hour that is there twice is asked about; midnight ends the day', () => {
  const twice = { heldOn: '2027-10-31', startsTime: '02:30', endsTime: '04:00' }
  expect(Object.keys(errors(twice))).toEqual(['startsMoment'])
  expect(errors({ ...twice, startsMoment: '2027-10-31T01:30:00.000Z' })).toEqual({})
  expect(errors({ startsTime: '23:00', endsTime: '00:00' })).toEqual({})
})

test('rows without a name are left out, but not those in which something else was typed', () => {
  const result = parsed({ 'people[0].role': 'chair', 'people[0].fullName': 'Ng', 'people[1].role': 'speaker' })
  expect(result).toMatchObject({ ok: true, value: { people: [{ role: 'chair', fullName: 'Ng' }] } })
  expect(errors({ 'people[0].fullName': '', 'people[0].email': 'a@example.org' })).toEqual({
    'people[0].fullName': ['form.required'],
  })
  expect(Object.keys(errors({ 'people[0].fullName': 'Ng', 'people[0].email': 'no' }))).toEqual(['people[0].email'])
})

test('nothing that a browser would run stands for an address', () => {
  expect(Object.keys(errors({ streamUrl: 'javascript:alert(1)' }))).toEqual(['streamUrl'])
  expect(Object.keys(errors({ capacity: '0' }))).toEqual(['capacity'])
})
