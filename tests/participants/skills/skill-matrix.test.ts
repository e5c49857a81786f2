import { afterEach, beforeEach, expect, test } from 'vitest'
import { givenPlanted, MARKERS, PLANTED } from '../lists/given-planted.ts'
import { aCall, offered, offersOf, taking } from '#tests/applications/offers/a-call.ts'
import { NOW, testServices } from '#tests/support/app.ts'
import { acceptOffer } from '#app/applications/offers/accept-offer.server.ts'
import { EVERYBODY } from '#app/participants/lists/list-filter.ts'
import { skillMatrix } from '#app/participants/skills/skill-matrix.server.ts'
import { languageTotals, skillTotals } from '#app/participants/skills/skill-totals.ts'

let services: Awaited<ReturnType<typeof testServices>>

beforeEach(async () => {
  services = await testServices()
})

afterEach(() => services.close())

async function skillsOf(event: { id: string; seriesId: string }, trackIds: string[] | 'all' = 'all') {
  return await skillMatrix(services.db, {
    event,
    roles: [{ role: 'instructor', scope: 'event', scopeId: event.id, trackId: '' }],
    purpose: 'teaching',
    trackIds,
    filter: EVERYBODY,
    language: 'en',
    now: NOW,
  })
}

test('what was said when registering: one row a person of the own tracks, and how many said what', async () => {
  const { event, tracks } = await givenPlanted(services.db)
  const all = await skillsOf(event)
  expect(all.columns.map(({ label, from }) => ({ label, from }))).toEqual([
    { label: 'Question skill', from: 'registration' },
  ])
  expect(all.people.map(({ fullName }) => fullName)).toEqual(PLANTED.map((who) => MARKERS.fullName(who)))
  expect(skillTotals(all.columns, all.people)[0]!.answers).toEqual(
    PLANTED.map((who) => ({ value: MARKERS.skill(who).toLowerCase(), label: MARKERS.skill(who), people: 1 })),
  )
  expect(languageTotals(all.people)).toEqual([
    { language: 'en', people: 2 },
    { language: 'fr', people: 1 },
  ])
  const own = await skillsOf(event, [tracks[0]])
  expect(own.people.map(({ fullName }) => fullName)).toEqual([MARKERS.fullName('alba'), MARKERS.fullName('bruno')])
})

test('what was said in an application that became a registration: a column for each row of its grid', async () => {
  const { db } = services
  const call = await aCall(services, 3)
  const [applicationId] = call.ids
  await offered(db, call, [applicationId!])
  const [offer] = await offersOf(db, call)
  const accepted = await acceptOffer(db, taking(offer!.id))
  if (!accepted.ok) throw new Error(JSON.stringify(accepted.refusals))
  const grids = await db
    .selectFrom('applicationAnswers')
    .innerJoin('callQuestions', 'callQuestions.id', 'applicationAnswers.questionId')
    .select(['callQuestions.id', 'applicationAnswers.value'])
    .where('applicationAnswers.applicationId', '=', applicationId!)
    .where('callQuestions.kind', '=', 'grid')
    .execute()
  expect(grids.length).toBeGreaterThan(0)
  const { eventId } = call.choice
  const event = await db
    .selectFrom('events')
    .select(['id', 'seriesId'])
    .where('id', '=', eventId)
    .executeTakeFirstOrThrow()
  const { columns, people } = await skillsOf(event)
  expect(people).toHaveLength(1)
  for (const { id, value } of grids)
    for (const said of JSON.parse(value) as string[]) {
      const [row, level] = [said.slice(0, said.lastIndexOf(':')), said.slice(said.lastIndexOf(':') + 1)]
      expect(people[0]!.values[`application:${id}:${row}`]).toEqual([level])
      const column = columns.find(({ key }) => key === `application:${id}:${row}`)!
      expect(column.options.map((option) => option.value)).toContain(level)
    }
  // What a blind reviewer never sees is no column here either.
  await db.updateTable('callQuestions').set({ isHidden: 1 }).where('kind', '=', 'grid').execute()
  expect((await skillsOf(event)).columns.filter(({ key }) => key.split(':').length === 3)).toEqual([])
})
