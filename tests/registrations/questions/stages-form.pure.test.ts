import { expect, test } from 'vitest'
import { parseForm } from '#app/http/form.server.ts'
import { stageStanding } from '#app/registrations/questions/stage-standing.ts'
import { stagesSchema } from '#app/registrations/questions/stages-form.ts'

function parse(fields: Record<string, string>) {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return parseForm(form, stagesSchema('Africa/Kigali'))
}

test('dates are read on the clock of the event, and what is left out is none', () => {
  const parsed = parse({ 'before-event.opensAt': '2027-05-01T09:00', 'before-event.deadlineAt': '' })
  expect(parsed).toMatchObject({
    ok: true,
    value: [
      { stage: 'registering', opensAt: null, deadlineAt: null, remindAt: null },
      { stage: 'accepted', opensAt: null },
      { stage: 'before-event', opensAt: '2027-05-01T07:00:00.000Z', deadlineAt: null },
    ],
  })
})

test('a stage opens, reminds and closes in this order', () => {
  const dates = { 'accepted.opensAt': '2027-05-01T09:00', 'accepted.deadlineAt': '2027-05-20T09:00' }
  expect(parse({ ...dates, 'accepted.remindAt': '2027-05-10T09:00' })).toMatchObject({ ok: true })
  for (const remindAt of ['2027-04-30T09:00', '2027-05-20T09:00', '2027-06-01T09:00'])
    expect(parse({ ...dates, 'accepted.remindAt': remindAt })).toMatchObject({
      form: { errors: { 'accepted.deadlineAt': ['question.orderOfDates'] } },
    })
  expect(parse({ 'accepted.opensAt': 'tomorrow' })).toMatchObject({ ok: false })
})

test('a stage without dates is open until the event ends', () => {
  const event = { status: 'published', endsAt: '2027-06-19T00:00:00.000Z' } as const
  expect(stageStanding(event, undefined, '2027-01-01T00:00:00.000Z')).toEqual({ is: 'open', until: event.endsAt })
  expect(stageStanding(event, undefined, event.endsAt)).toEqual({ is: 'closed', why: 'over' })
  expect(stageStanding({ ...event, status: 'cancelled' }, undefined, '2027-01-01T00:00:00.000Z')).toEqual({
    is: 'closed',
    why: 'cancelled',
  })
})
