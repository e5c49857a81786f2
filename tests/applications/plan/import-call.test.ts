import { expect, test } from 'vitest'
import { callPlan, givenCall } from '#tests/support/given-call.ts'
import { importCall } from '#app/applications/plan/import-call.server.ts'
import { NOW, testServices } from '#tests/support/app.ts'

test.each(['ntw', 'inet', 'ndss'] as const)(
  'the %s call of the examples is read back as it was planned',
  async (sample) => {
    const services = await testServices()
    const plan = callPlan(sample)
    const { call } = await givenCall(services, { sample })
    expect(call).toMatchObject({
      slug: plan.slug,
      kind: plan.kind,
      status: 'open',
      title: plan.texts.en!.title,
      choicesMaximum: plan.choicesMaximum,
      hidden: plan.hidden,
      choices: plan.choices.map(({ code, seats }) => ({ code, seats, ticketTypeId: expect.any(String) })),
    })
    expect(call.sections.map(({ code, questions }) => [code, questions.map((question) => question.code)])).toEqual(
      plan.sections.map(({ code, questions }) => [code, questions.map((question) => question.code)]),
    )
    expect(call.criteria.map(({ code, maximum, weights }) => ({ code, maximum, weights }))).toEqual(
      plan.criteria.map(({ code, maximum, weights }) => ({ code, maximum, weights })),
    )
  },
)

test('a plan that speaks of what is not there is refused as a whole, and so is a second call of the same slug', async () => {
  const services = await testServices()
  const { event } = await givenCall(services, { sample: 'inet' })
  const again = await importCall(services.db, { eventId: event.id, plan: callPlan('inet'), now: NOW })
  expect(again).toMatchObject({ ok: false, refusals: [{ code: 'call-slug-taken', field: 'slug' }] })
  const wrong = await importCall(services.db, { eventId: event.id, plan: callPlan('ndss'), now: NOW })
  expect(wrong).toMatchObject({ ok: false, refusals: [{ code: 'call-plan-codes', details: { codes: 'GRANT' } }] })
  expect(await services.db.selectFrom('calls').select('slug').execute()).toEqual([{ slug: 'fellowship' }])
  await services.close()
})
