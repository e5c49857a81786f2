import { afterEach, beforeEach, expect, test } from 'vitest'
import { chance, givenCrowd } from '#tests/participants/figures/given-crowd.ts'
import { readCsv } from '#tests/participants/read-csv.ts'
import { givenQuestion } from '#tests/registrations/questions/a-question.ts'
import { countQueries } from '#tests/routes/organize/count-queries.ts'
import { NOW, testApp } from '#tests/support/app.ts'
import { givenAccount, givenEvent } from '#tests/support/given.ts'
import { signInAs } from '#tests/support/signed-in.ts'
import type { RoleName } from '#db/schema.ts'

let app: Awaited<ReturnType<typeof testApp>>
let event: Awaited<ReturnType<typeof givenEvent>>
let home: string
beforeEach(async () => {
  app = await testApp()
  event = await givenEvent(app.db, { startsOn: '2026-11-30', tickets: [{ seats: 60, price: 10_000 }, { seats: 40 }] })
  home = `/organize/${event.slug}`
})
afterEach(() => app.close())

async function be(...roles: RoleName[]): Promise<string> {
  const held = roles.map((role) => ({ role, scope: 'event' as const, scopeId: event.id }))
  const { accountId } = await givenAccount(app.db, `${roles.join('-')}@plenary.example`, held)
  app.forgetCookies()
  await signInAs(app, accountId)
  return accountId
}

async function textOf(path: string): Promise<string> {
  const response = await app.get(path)
  expect([path, response.status]).toEqual([path, 200])
  return await response.text()
}

const crowd = (people: number) => givenCrowd(app.db, event, { people, firstOn: '2026-11-30', random: chance(people) })

test('each role sees its part: nobody but the organizers and finance sees money, nobody sees a person', async () => {
  await crowd(40)
  await app.db
    .insertInto('eventTasks')
    .values({ id: 'a-task', eventId: event.id, title: 'Order coffee', dueOn: null, createdAt: NOW })
    .execute()
  const seen: Record<string, { money: boolean; toDo: boolean }> = {}
  for (const roles of [['organizer'], ['programme'], ['front-desk'], ['observer'], ['observer', 'finance']] as const) {
    await be(...roles)
    const [page, report, file] = [
      await textOf(home),
      await textOf(`${home}/report`),
      await textOf(`${home}/report.csv`),
    ]
    expect(page).toContain('<svg viewBox="0 0 512')
    for (const text of [page, report, file]) expect(text).not.toMatch(/Somebody [0-9a-f]{6}|crowd-\d+@/)
    const money = [page, report].map((text) => text.includes('US$'))
    expect(money[0]).toBe(money[1])
    expect(file.includes('USD')).toBe(money[0])
    seen[roles.join(' and ')] = { money: money[0]!, toDo: page.includes('Order coffee') }
    expect((await app.get(`${home}/tasks`)).status).toBe(page.includes('Order coffee') ? 200 : 404)
  }
  expect(seen).toEqual({
    organizer: { money: true, toDo: true },
    programme: { money: false, toDo: true },
    'front-desk': { money: false, toDo: true },
    observer: { money: false, toDo: false },
    'observer and finance': { money: true, toDo: false },
  })
  await be('instructor')
  for (const path of ['', '/report', '/report.csv', '/tasks']) expect((await app.get(home + path)).status).toBe(404)
})

test('the table of the chart says what the chart says', async () => {
  await crowd(60)
  await be('organizer')
  const page = await textOf(home)
  const table = /<details>.*?<\/details>/s.exec(page)![0]
  const rows = [
    ...table.matchAll(/<tr><th scope="row">(.*?)<\/th><td class="num">(\d+)<\/td><td class="num">(.*?)<\/td>/g),
  ]
  const counts = rows.flatMap(([, , , count]) => (count === '–' ? [] : [Number(count)]))
  const line = /class="line" d="M([^"]+)"/
    .exec(page)![1]!
    .split('L')
    .map((spot) => Number(spot.split(' ')[1]))
  expect(line).toHaveLength(counts.length)
  const most = Math.max(...counts)
  const [lowest, highest] = [Math.max(...line), Math.min(...line)]
  for (const [at, y] of line.entries())
    expect(Math.abs((lowest - y) / (lowest - highest) - counts[at]! / most)).toBeLessThan(0.01)
  expect(page).toContain(`${counts.at(-1)} so far`)
})

test('a draft shows what is missing instead of empty charts', async () => {
  await app.db.updateTable('events').set({ status: 'draft', publishedAt: null }).where('id', '=', event.id).execute()
  await be('organizer')
  const page = await textOf(home)
  expect(page).toContain('Before you publish')
  expect(page).toContain('are needed before publishing')
  expect(page).not.toContain('<svg viewBox="0 0 512')
  await be('observer')
  expect(await textOf(home)).not.toContain('Before you publish')
})

test('tasks are added, done, undone, edited and removed without script; a form with errors comes back', async () => {
  const accountId = await be('organizer')
  const tasks = `${home}/tasks`
  const wrong = await app.post(tasks, { title: '', dueOn: 'soon' })
  expect(wrong.status).toBe(422)
  expect(await wrong.text()).toContain('href="#title"')
  expect((await app.post(tasks, { title: 'Order tea', dueOn: '2026-11-21', ownerId: accountId })).status).toBe(303)
  expect(await textOf(home)).toContain('Order tea')
  const { id } = await app.db.selectFrom('eventTasks').select('id').executeTakeFirstOrThrow()
  expect((await app.post(`${tasks}/${id}/done`, {})).status).toBe(303)
  expect(await textOf(home)).not.toContain('Order tea')
  expect(await textOf(`${tasks}?show=done`)).toContain('Order tea')
  expect((await app.post(`${tasks}/${id}/open`, {})).status).toBe(303)
  const page = await textOf(`${tasks}/${id}`)
  const seen = /name="seen" value="([^"]+)"/.exec(page)![1]!
  expect((await app.post(`${tasks}/${id}`, { title: 'Order coffee', seen })).status).toBe(303)
  const stale = await app.post(`${tasks}/${id}`, { title: 'Order water', seen })
  expect(stale.status).toBe(409)
  expect(await stale.text()).toContain('value="Order water"')
  expect((await app.post(`${tasks}/${id}/remove`, {})).status).toBe(303)
  expect(await textOf(tasks)).toContain('No open tasks')
  expect((await app.post(`${tasks}/readiness`, {})).status).toBe(303)
  expect(await textOf(tasks)).toContain('Decide: do we go ahead?')
})

test('who has a task may say that it is done, another of the team may not, and neither may edit it', async () => {
  const add = async (ownerId: string) => {
    const id = `task-of-${ownerId.slice(-8)}`
    await app.db
      .insertInto('eventTasks')
      .values({ id, eventId: event.id, title: id, dueOn: null, ownerId, createdAt: NOW })
      .execute()
    return `${home}/tasks/${id}`
  }
  const others = await add('somebody-else')
  const mine = await add(await be('front-desk'))
  expect((await app.post(`${others}/done`, {})).status).toBe(404)
  expect((await app.post(`${mine}/done`, {})).status).toBe(303)
  for (const path of [mine, `${mine}/remove`]) expect((await app.get(path)).status).toBe(404)
  expect((await app.post(mine, { title: 'x' })).status).toBe(404)
  expect((await app.post(`${home}/tasks`, { title: 'x' })).status).toBe(404)
  expect((await app.post(`${home}/tasks/readiness`, {})).status).toBe(404)
})

test('a task of another event is nowhere under this one’s address', async () => {
  const other = await givenEvent(app.db)
  await app.db
    .insertInto('eventTasks')
    .values({ id: 'theirs', eventId: other.id, title: 'Their secret', dueOn: null, createdAt: NOW })
    .execute()
  await be('organizer')
  const task = `${home}/tasks/theirs`
  for (const path of [task, `${task}/remove`]) expect((await app.get(path)).status).toBe(404)
  for (const path of [task, `${task}/done`, `${task}/open`])
    expect((await app.post(path, { title: 'x' })).status).toBe(404)
  await app.post(`${task}/remove`, {})
  expect(await app.db.selectFrom('eventTasks').select(['title', 'doneAt']).execute()).toEqual([
    { title: 'Their secret', doneAt: null },
  ])
})

test('the report says of women only what names nobody, and a formula in a name stays text', async () => {
  const question = await givenQuestion(app.db, event.id, {
    kind: 'choice',
    label: 'Gender',
    meaning: 'gender',
    options: [
      { value: 'o1', label: 'Woman' },
      { value: 'o2', label: 'Man' },
    ],
  })
  await crowd(60)
  await app.db.updateTable('people').set({ affiliation: '=SUM(A1) University' }).execute()
  const seats = await app.db
    .selectFrom('registrations')
    .select('id')
    .where('eventId', '=', event.id)
    .where('state', '=', 'confirmed')
    .execute()
  const answer = async (women: number, all: number) => {
    await app.db.deleteFrom('answers').execute()
    for (const [at, { id }] of seats.slice(0, all).entries())
      await app.db
        .insertInto('answers')
        .values({ registrationId: id, questionId: question, value: at < women ? 'o1' : 'o2', answeredAt: NOW })
        .execute()
    const rows = readCsv(await textOf(`${home}/report.csv`))
    expect(rows.some((row) => row.includes("'=SUM(A1) University"))).toBe(true)
    return ['Women', 'Answered the question'].map((label) => rows.find((row) => row[1] === label)![2])
  }
  await be('observer')
  expect(await answer(8, 20)).toEqual(['8 (40%)', '20'])
  expect(await answer(4, 20)).toEqual(['fewer than 5', '20'])
  expect(await answer(17, 20)).toEqual(['all but fewer than 5', '20'])
  expect(await answer(4, 9)).toEqual(['too few answers to say', ''])
  expect(await app.db.selectFrom('downloads').select(['kind']).execute()).toContainEqual({ kind: 'report.csv' })
})

test('what a question means is chosen on its page, where its kind allows it', async () => {
  await be('organizer')
  const question = (given: Record<string, string>) =>
    app.post(`${home}/questions/new`, {
      textLanguage: 'en',
      label: 'Gender',
      kind: 'text',
      isAsked: 'on',
      purpose: 'Totals',
      audience: 'totals',
      ...given,
    })
  const refused = await question({ meaning: 'gender' })
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('href="#meaning"')
  const options = { 'options[0].label': 'Woman', 'options[1].label': 'Man' }
  expect((await question({ meaning: 'gender', kind: 'choice', ...options })).status).toBe(303)
  const { meaning, id } = await app.db.selectFrom('questions').select(['meaning', 'id']).executeTakeFirstOrThrow()
  expect(meaning).toBe('gender')
  expect(await textOf(`${home}/questions/${id}`)).toMatch(/<option value="gender" selected[^>]*>/)
})

test('home, report and tasks take as many queries with one person as with fifty', async () => {
  await be('organizer')
  await crowd(1)
  const pages = [home, `${home}/report`, `${home}/report.csv`, `${home}/tasks`]
  const few = await countQueries(app, pages)
  await crowd(50)
  await app.post(`${home}/tasks/readiness`, {})
  expect(await countQueries(app, pages)).toEqual(few)
})
