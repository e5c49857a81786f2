import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Call } from '#app/applications/calls/call.ts'
import { addressOfFilter, filterOfAddress } from '#app/applications/desk/application-filter.ts'
import {
  countApplications,
  listApplications,
  nextApplications,
} from '#app/applications/desk/list-applications.server.ts'
import { noteApplication } from '#app/applications/desk/note-application.server.ts'
import { overruleEligibility } from '#app/applications/desk/overrule-eligibility.server.ts'
import { withdrawFor } from '#app/applications/desk/withdraw-for.server.ts'
import { seenOf } from '#app/values/seen.ts'
import type { Cursor } from '#app/values/cursor.ts'
import { NOW, testServices } from '#tests/support/app.ts'
import { givenAccount } from '#tests/support/given.ts'
import { givenApplications, givenCall } from '#tests/support/given-call.ts'

let test: Awaited<ReturnType<typeof testServices>>
let call: Call

beforeAll(async () => {
  test = await testServices()
  ;({ call } = await givenCall(test.services, { sample: 'ntw' }))
  await givenApplications(test.services, { call, count: 120, state: 'mixed', seed: 'desk' })
})
afterAll(async () => await test.close())

const listed = (query: string, order: 'number' | 'name' = 'number', cursor: Cursor = null) =>
  listApplications(test.db, {
    callId: call.id,
    filter: filterOfAddress(new URLSearchParams(query)),
    order,
    questionIds: [],
    cursor,
  })

const rowsOf = async () =>
  await test.db
    .selectFrom('applications')
    .innerJoin('people', 'people.id', 'applications.personId')
    .selectAll('applications')
    .select(['people.fullName', 'people.email'])
    .where('callId', '=', call.id)
    .execute()

describe('the list of applications', () => {
  it('counts by state and shows every application once over its pages', async () => {
    const all = await rowsOf()
    const first = await listed('')
    expect(first.total).toBe(all.length)
    expect(first.rows).toHaveLength(50)
    const second = await listed('', 'number', { after: first.steps.after! })
    const third = await listed('', 'number', { after: second.steps.after! })
    const seen = [...first.rows, ...second.rows, ...third.rows]
    expect(new Set(seen.map(({ id }) => id)).size).toBe(all.length)
    const numbers = seen.map(({ number }) => number).filter((number) => number !== null)
    expect(numbers).toEqual(numbers.toSorted((one, other) => one - other))
    expect(
      await countApplications(test.db, { callId: call.id, filter: filterOfAddress(new URLSearchParams()) }),
    ).toEqual(
      Object.fromEntries([...Map.groupBy(all, ({ state }) => state)].map(([state, rows]) => [state, rows.length])),
    )
    expect([first.steps.before, third.steps.after]).toEqual([null, null])
    const back = await listed('', 'number', { before: third.steps.before! })
    expect(back.rows.map(({ id }) => id)).toEqual(second.rows.map(({ id }) => id))
    // Behind a row that is not there the list begins anew.
    expect((await listed('', 'number', { after: 'gone' })).rows).toEqual(first.rows)
  })

  it('narrows by what is asked of it', async () => {
    const all = await rowsOf()
    const is = async (query: string, fits: (row: (typeof all)[number]) => boolean) => {
      const wanted = all.filter(fits).length
      expect([query, (await listed(query)).total]).toEqual([query, wanted])
      return wanted
    }
    const country = all.find(({ residence }) => residence !== null)!.residence!
    expect(await is('state=submitted', ({ state }) => state === 'submitted')).toBeGreaterThan(0)
    expect(await is('state=draft&state=withdrawn', ({ state }) => state !== 'submitted')).toBeGreaterThan(0)
    expect(await is('complete=complete', ({ missing }) => missing === '[]')).toBeGreaterThan(0)
    await is('complete=incomplete', ({ missing }) => missing !== '[]')
    await is('eligibility=ineligible', ({ eligibility }) => eligibility === 'ineligible')
    expect(await is(`country=${country}`, ({ residence }) => residence === country)).toBeGreaterThan(0)
    await is('category=first-time', ({ category }) => category === 'first-time')
    await is('language=fr', ({ language }) => language === 'fr')
    await is('team=team', ({ teamId }) => teamId !== null)
    await is('team=alone', ({ teamId }) => teamId === null)
    const parts = ['waiting', 'come', 'none']
    const totals = await Promise.all(parts.map(async (letters) => (await listed(`letters=${letters}`)).total))
    expect(totals.reduce((sum, total) => sum + total, 0)).toBeGreaterThanOrEqual(all.length - all.length / 2)
    const wishes = await test.db
      .selectFrom('applicationChoices')
      .innerJoin('callChoices', 'callChoices.id', 'applicationChoices.choiceId')
      .select(['applicationChoices.applicationId'])
      .where('callChoices.code', '=', call.choices[0]!.code)
      .where('callChoices.callId', '=', call.id)
      .execute()
    expect((await listed(`choice=${call.choices[0]!.code}`)).total).toBe(wishes.length)
    expect((await listed('choice=NONE')).total).toBe(0)
  })

  it('finds by a name without its accents, an address, a code and a number', async () => {
    const one = (await rowsOf()).find(({ number }) => number !== null)!
    await test.db
      .updateTable('people')
      .set({ fullName: 'Nguyễn Thị Mẫu-Đặc', sortKey: 'nguyen thi mau-dac' })
      .where('id', '=', one.personId)
      .execute()
    const ids = async (query: string) =>
      (await listed(new URLSearchParams({ q: query }).toString())).rows.map(({ id }) => id)
    expect(await ids('NGUYEN thi mau-đặc')).toEqual([one.id])
    expect(await ids(one.email!)).toEqual([one.id])
    expect(await ids(one.code.replace('-', ' ').toLowerCase())).toEqual([one.id])
    expect(await ids(`${call.numberPrefix}-${String(one.number).padStart(3, '0')}`)).toContain(one.id)
    expect(await ids('100%_nobody')).toEqual([])
  })

  it('keeps its filter in its address', () => {
    const query =
      'q=a&state=draft&complete=incomplete&eligibility=unknown&choice=T1&country=RW&category=other&team=alone&letters=come'
    expect(addressOfFilter(filterOfAddress(new URLSearchParams(query))).toString()).toBe(query)
    expect(addressOfFilter(filterOfAddress(new URLSearchParams('state=x&team=1&country=rw'))).toString()).toBe('')
  })

  it('goes on by id for files, with nobody twice', async () => {
    const ids: string[] = []
    for (let after: string | null = null; ;) {
      const filter = filterOfAddress(new URLSearchParams())
      const next = await nextApplications(test.db, { callId: call.id, filter, questionIds: [], after, limit: 37 })
      ids.push(...next.map(({ id }) => id))
      if (next.length < 37) break
      after = next.at(-1)!.id
    }
    expect(new Set(ids).size).toBe((await rowsOf()).length)
    expect(ids).toHaveLength(new Set(ids).size)
  })
})

describe('what an organizer does with one', () => {
  it('overrules eligibility by name and with a reason, and gives it back to the rules', async () => {
    const [one] = (await rowsOf()).filter(({ state }) => state === 'submitted')
    const { accountId } = await givenAccount(test.db, 'judge@example.org')
    const overrule = (verdict: 'eligible' | 'ineligible' | 'by-rules', version: number) =>
      overruleEligibility(test.db, { applicationId: one!.id, verdict, reason: 'Seen.', version, accountId, now: NOW })
    expect(await overrule('ineligible', one!.version)).toMatchObject({ ok: true })
    expect(await overrule('eligible', one!.version)).toMatchObject({ ok: false, refusals: [{ code: 'offer-stale' }] })
    const stands = await test.db
      .selectFrom('applications')
      .selectAll()
      .where('id', '=', one!.id)
      .executeTakeFirstOrThrow()
    expect(stands).toMatchObject({ eligibility: 'ineligible', eligibilityBy: accountId, eligibilityNote: 'Seen.' })
    expect(await overrule('by-rules', stands.version)).toMatchObject({ ok: true })
    const back = await test.db
      .selectFrom('applications')
      .selectAll()
      .where('id', '=', one!.id)
      .executeTakeFirstOrThrow()
    expect(back).toMatchObject({ eligibilityBy: null, eligibilityNote: '' })
  })

  it('never overwrites another’s note, and withdraws with a reason that the log does not have', async () => {
    const [one] = (await rowsOf()).filter(({ state }) => state === 'submitted')
    const actor = { kind: 'account', id: (await givenAccount(test.db, 'noter@example.org')).accountId } as const
    const note = (text: string, seen: string) =>
      noteApplication(test.db, { applicationId: one!.id, note: text, seen, now: NOW, actor })
    expect(await note('Ask Grace.', seenOf(''))).toMatchObject({ ok: true })
    expect(await note('Mine.', seenOf(''))).toMatchObject({ ok: false, refusals: [{ code: 'offer-stale' }] })
    const done = await withdrawFor(test.db, { applicationId: one!.id, reason: 'She called us.', now: NOW, actor })
    expect(done).toMatchObject({ ok: true })
    const row = await test.db.selectFrom('applications').selectAll().where('id', '=', one!.id).executeTakeFirstOrThrow()
    expect(row.state).toBe('withdrawn')
    expect(row.note).toBe(`Ask Grace.\n${NOW.slice(0, 10)}: She called us.`)
    const log = await test.db.selectFrom('auditEntries').selectAll().where('objectId', '=', one!.id).execute()
    expect(JSON.stringify(log)).not.toContain('Grace')
    expect(JSON.stringify(log)).not.toContain('She called')
    expect(log.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['application.noted', 'application.withdrawn']),
    )
  })
})
