import { expect, test } from 'vitest'
import { AT, detailsOf, givenDraft, givenSection, made, questionForm, refusedAs } from './a-call.ts'
import type { ChoiceForm } from '#app/applications/calls/choice-form.ts'
import { listChoices, seenChoice } from '#app/applications/calls/list-choices.server.ts'
import { moveCallPart } from '#app/applications/calls/move-call-part.server.ts'
import { removeCallPart } from '#app/applications/calls/remove-call-part.server.ts'
import type { RulesForm } from '#app/applications/calls/rules-form.ts'
import { saveCallDetails } from '#app/applications/calls/save-call-details.server.ts'
import { saveCallQuestion } from '#app/applications/calls/save-call-question.server.ts'
import { saveChoice } from '#app/applications/calls/save-choice.server.ts'
import { listRules, saveRules, seenRules } from '#app/applications/calls/save-rules.server.ts'
import { listWaves, saveWaves, seenWaves } from '#app/applications/calls/save-waves.server.ts'
import { checkInvariants } from '#app/audit/check-invariants.server.ts'
import { givenTrack } from '#tests/participants/given-participants.ts'
import { testServices } from '#tests/support/app.ts'
import { givenEvent } from '#tests/support/given.ts'
import { givenApplications, givenCall } from '#tests/support/given-call.ts'

const form = (given: Partial<ChoiceForm> & Pick<ChoiceForm, 'place'>): ChoiceForm => ({
  seen: '',
  textLanguage: 'en',
  code: 'T1',
  name: 'Routing',
  description: '',
  taughtIn: undefined,
  ticketTypeId: undefined,
  seats: 25,
  isClosed: false,
  ...given,
})

test('a choice is a track, the event or a site that one runs, with a ticket of its own event', async () => {
  const { db, close } = await testServices()
  const [event, site, stranger] = [await givenEvent(db), await givenEvent(db), await givenEvent(db)]
  const { id: callId, change } = await givenDraft(db, event.id)
  const track = await givenTrack(db, event.id, 'T1', 'Routing')
  const away = await givenTrack(db, site.id, 'T9', 'Elsewhere')
  const ticketTypeId = event.tickets[0]!.id
  const save = (given: Parameters<typeof form>[0], choiceId: string | null = null) =>
    saveChoice(db, { ...change, choiceId, siteIds: [site.id], form: form(given) })
  const own = { kind: 'track', id: track } as const
  const first = made(await save({ place: own, ticketTypeId })).id
  expect(refusedAs(await save({ place: own }))).toEqual(['code-taken code'])
  const codes = { code: 'T2' }
  expect(refusedAs(await save({ ...codes, place: { kind: 'track', id: away } }))).toEqual(['unknown-track place'])
  expect(refusedAs(await save({ ...codes, place: { kind: 'event', id: stranger.id } }))).toEqual([
    'unknown-event place',
  ])
  const foreignTicket = await save({ ...codes, place: { kind: 'event', id: site.id }, ticketTypeId })
  expect(refusedAs(foreignTicket)).toEqual(['unknown-ticket ticketTypeId'])
  const second = made(await save({ ...codes, place: { kind: 'event', id: site.id } })).id
  expect(refusedAs(await save({ place: own, seats: 3, seen: 'old' }, first))).toEqual(['stale'])
  const [listed] = await listChoices(db, callId, 'en')
  const seen = seenChoice(listed!, listed!.texts[0])
  made(await save({ place: own, seats: 3, seen }, first))
  made(await moveCallPart(db, { ...change, part: 'choices', id: second, by: -1 }))
  expect((await listChoices(db, callId, 'en')).map(({ code, seats }) => [code, seats])).toEqual([
    ['T2', 25],
    ['T1', 3],
  ])
  const sectionId = await givenSection(db, change)
  const lonely = questionForm({ sectionId, choiceIds: [second] })
  made(await saveCallQuestion(db, { ...change, questionId: null, form: lonely }))
  expect(refusedAs(await removeCallPart(db, { ...change, part: 'choices', id: second }))).toEqual(['choice-asked'])
  made(await removeCallPart(db, { ...change, part: 'choices', id: first }))
  expect(refusedAs(await removeCallPart(db, { ...change, part: 'choices', id: first }))).toEqual(['gone'])
  await close()
})

test('what somebody wishes for keeps its place and is closed, not removed; no quota is touched', async () => {
  const test = await testServices()
  const { db } = test
  const { event, call } = await givenCall(test.services, { sample: 'ntw' })
  await givenApplications(test.services, { call, count: 30 })
  const change = { eventId: event.id, callId: call.id, ...AT }
  const choice = (await listChoices(db, call.id, 'en')).find(({ wishes }) => wishes > 0)!
  expect(refusedAs(await removeCallPart(db, { ...change, part: 'choices', id: choice.id }))).toEqual(['choice-wished'])
  const text = choice.texts.find(({ language }) => language === 'en')!
  const moved = form({
    ...text,
    code: choice.code,
    place: { kind: 'event', id: event.id },
    seen: seenChoice(choice, text),
    isClosed: true,
  })
  const save = { ...change, choiceId: choice.id, siteIds: [] }
  expect(refusedAs(await saveChoice(db, { ...save, form: moved }))).toEqual(['choice-applied place'])
  const place = { kind: 'track', id: choice.trackId! } as const
  made(await saveChoice(db, { ...save, form: { ...moved, place } }))
  expect((await checkInvariants(db)).filter(({ violations }) => violations > 0)).toEqual([])
  await test.close()
})

test('rules and waves are saved as a whole, over what was seen', async () => {
  const { db, close } = await testServices()
  const event = await givenEvent(db)
  const { id: callId, change } = await givenDraft(db, event.id)
  const rules: RulesForm = {
    seen: seenRules([]),
    lists: ['africa', 'least-developed-2024-12'],
    countries: ['HT'],
    isExcluded: false,
    awardFreeYears: 3,
    minimumAge: 18,
    maximumAge: undefined,
    affiliations: [],
    referee: true,
    complete: true,
  }
  expect(refusedAs(await saveRules(db, { ...change, form: rules }))).toEqual(['letters-unasked referee'])
  made(await saveCallDetails(db, { ...change, form: await detailsOf(db, callId, { refereesWanted: 1 }) }))
  made(await saveRules(db, { ...change, form: rules }))
  expect(refusedAs(await saveRules(db, { ...change, form: rules }))).toEqual(['stale'])
  const kept = await listRules(db, callId)
  expect(kept.map(({ kind }) => kind)).toEqual(['award-free-years', 'complete', 'minimum-age', 'referee', 'residence'])
  expect(kept.at(-1)).toEqual({
    kind: 'residence',
    lists: ['africa', 'least-developed-2024-12'],
    countries: ['HT'],
    isExcluded: false,
  })
  made(await saveRules(db, { ...change, form: { ...rules, seen: seenRules(kept), lists: [], countries: [] } }))
  expect((await listRules(db, callId)).some(({ kind }) => kind === 'residence')).toBe(false)

  const wave = { number: 1, startsAt: '2027-03-22T07:00:00.000Z', answerUntilAt: '2027-03-29T22:00:00.000Z' }
  const waves = { seen: seenWaves([]), waves: [wave] }
  made(await saveWaves(db, { ...change, form: waves }))
  expect(refusedAs(await saveWaves(db, { ...change, form: waves }))).toEqual(['stale'])
  expect(await listWaves(db, callId)).toEqual([wave])
  await close()
})
