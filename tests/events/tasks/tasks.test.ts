import type { Kysely } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { NOW, testServices } from '#tests/support/app.ts'
import { givenAccount, givenEvent } from '#tests/support/given.ts'
import { addReadiness } from '#app/events/tasks/add-readiness.server.ts'
import { finishTask } from '#app/events/tasks/finish-task.server.ts'
import { READINESS, type ReadinessCode } from '#app/events/tasks/readiness.ts'
import { removeTask } from '#app/events/tasks/remove-task.server.ts'
import { saveTask } from '#app/events/tasks/save-task.server.ts'
import { countTasks, findTask, listTasks, seenOfTask, taskOwners } from '#app/events/tasks/task-queries.server.ts'
import type { Database } from '#db/schema.ts'

const actor = { kind: 'account', id: 'an-account' } as const

let run: Awaited<ReturnType<typeof testServices>>
let db: Kysely<Database>
let event: Awaited<ReturnType<typeof givenEvent>>
beforeEach(async () => {
  run = await testServices()
  db = run.db
  event = await givenEvent(db)
})
afterEach(() => run.close())

type Form = Parameters<typeof saveTask>[1]['form']

function save(form: Partial<Form>, taskId: string | null = null, eventId = event.id) {
  return saveTask(db, { eventId, taskId, form: { title: 'Order coffee', ...form }, now: NOW, actor })
}

async function added(form: Partial<Form> = {}): Promise<string> {
  const saved = await save(form)
  if (!saved.ok) throw new Error(JSON.stringify(saved.refusals))
  return saved.value.id
}

const titles = Object.fromEntries(READINESS.map(({ code }) => [code, `Ready: ${code}`])) as Record<
  ReadinessCode,
  string
>
const list = (isDone = false) => listTasks(db, { eventId: event.id, isDone, page: 1 })

test('open tasks stand by their day, those without one last; done ones by when they were done', async () => {
  const [late, never, soon] = [
    await added({ title: 'late', dueOn: '2027-06-01' }),
    await added({ title: 'some day' }),
    await added({ title: 'soon', dueOn: '2027-01-01' }),
  ]
  expect((await list()).map(({ id }) => id)).toEqual([soon, late, never])
  await finishTask(db, { eventId: event.id, taskId: soon, isDone: true, now: NOW, actor })
  expect((await list()).map(({ id }) => id)).toEqual([late, never])
  expect((await list(true)).map(({ id }) => id)).toEqual([soon])
  expect(await countTasks(db, event.id)).toEqual({ open: 2, done: 1 })
  await finishTask(db, { eventId: event.id, taskId: soon, isDone: false, now: NOW, actor })
  expect(await countTasks(db, event.id)).toEqual({ open: 3, done: 0 })
})

test('a task goes to somebody with work at the event and to nobody else, and keeps an owner who left', async () => {
  const role = (name: string, given: Parameters<typeof givenAccount>[2]) =>
    givenAccount(db, `${name}@example.org`, given)
  const desk = await role('desk', [{ role: 'front-desk', scope: 'event', scopeId: event.id }])
  const organizer = await role('organizer', [{ role: 'organizer', scope: 'series', scopeId: event.seriesId }])
  const observer = await role('observer', [{ role: 'observer', scope: 'event', scopeId: event.id }])
  const elsewhere = await role('elsewhere', [{ role: 'organizer', scope: 'event', scopeId: 'another' }])
  const owners = await taskOwners(db, { id: event.id, seriesId: event.seriesId })
  expect(owners.map(({ id }) => id).toSorted()).toEqual([desk.accountId, organizer.accountId].toSorted())
  for (const { accountId } of [observer, elsewhere])
    expect(await save({ ownerId: accountId })).toMatchObject({ ok: false, refusals: [{ code: 'task-owner' }] })
  const id = await added({ ownerId: desk.accountId })
  await db.deleteFrom('roles').where('accountId', '=', desk.accountId).execute()
  expect((await save({ title: 'Order tea', ownerId: desk.accountId }, id)).ok).toBe(true)
})

test('whoever saves over what another saved meanwhile is told, and what is gone or of another event is gone', async () => {
  const id = await added({ title: 'first' })
  const seen = seenOfTask({ title: 'first', dueOn: null, ownerId: null })
  expect((await save({ title: 'second', seen }, id)).ok).toBe(true)
  expect(await save({ title: 'third', seen }, id)).toMatchObject({ ok: false, refusals: [{ code: 'offer-stale' }] })
  expect((await findTask(db, { eventId: event.id, taskId: id }))!.title).toBe('second')
  const other = await givenEvent(db)
  const gone = { ok: false, refusals: [{ code: 'gone' }] }
  const asked = { eventId: other.id, taskId: id, now: NOW, actor }
  expect(await save({ title: 'theirs' }, id, other.id)).toMatchObject(gone)
  expect(await finishTask(db, { ...asked, isDone: true })).toMatchObject(gone)
  expect(await removeTask(db, asked)).toMatchObject(gone)
  expect(await findTask(db, { eventId: other.id, taskId: id })).toBeUndefined()
})

test('the readiness list counts back from the first day, and is there once however often it is asked for', async () => {
  const add = () => addReadiness(db, { eventId: event.id, titles, now: NOW, actor })
  const both = await Promise.all([add(), add()])
  expect(both.map((one) => (one.ok ? one.value : -1)).toSorted((one, other) => one - other)).toEqual([
    0,
    READINESS.length,
  ])
  const tasks = await list()
  expect(tasks).toHaveLength(READINESS.length)
  const dayOf = (code: ReadinessCode) => tasks.find(({ title }) => title === titles[code])!.dueOn
  expect([dayOf('venue'), dayOf('instructors'), dayOf('list'), dayOf('doors')]).toEqual([
    '2027-04-15',
    '2027-05-15',
    '2027-05-31',
    '2027-06-13',
  ])
})

test('every change leaves an entry in the log, without the words of the task', async () => {
  const id = await added({ title: 'Call Somebody Secret', dueOn: '2027-01-01' })
  await save({ title: 'Call Somebody Secret', dueOn: '2027-01-02' }, id)
  for (const isDone of [true, true, false])
    await finishTask(db, { eventId: event.id, taskId: id, isDone, now: NOW, actor })
  await removeTask(db, { eventId: event.id, taskId: id, now: NOW, actor })
  const entries = await db.selectFrom('auditEntries').selectAll().where('objectKind', '=', 'task').execute()
  expect(entries.map(({ action }) => action).toSorted()).toEqual(
    ['task.added', 'task.changed', 'task.done', 'task.removed', 'task.reopened'].toSorted(),
  )
  expect(JSON.stringify(entries)).not.toContain('Secret')
})
