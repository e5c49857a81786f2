import { afterEach, beforeEach, expect, test } from 'vitest'
import { NOW, testServices } from '#tests/support/app.ts'
import { givenAccount } from '#tests/support/given.ts'
import { draftContent, isDraftForm } from '#app/people/drafts/draft-content.ts'
import { dropDraft, findDraft } from '#app/people/drafts/drafts.server.ts'
import { saveDraft } from '#app/people/drafts/save-draft.server.ts'
import { erasePerson } from '#app/people/erase-person.server.ts'
import { forgetExpired } from '#app/people/forget-expired.server.ts'
import { addMinutes } from '#app/values/moment.ts'

let services: Awaited<ReturnType<typeof testServices>>
let accountId: string
beforeEach(async () => {
  services = await testServices()
  accountId = (await givenAccount(services.db, 'writer@plenary.example')).accountId
})
afterEach(() => services.close())

const FORM = '/organize/ntw-2027/details?text=fr'

function save(change: Partial<Parameters<typeof saveDraft>[1]> = {}) {
  return saveDraft(services.db, {
    accountId,
    form: FORM,
    content: { title: ['Atelier'] },
    seen: 'a',
    now: NOW,
    ...change,
  })
}

test('a form has one draft of each person, the newest; it goes when it is thrown away', async () => {
  const { db } = services
  const other = await givenAccount(db, 'other@plenary.example')
  expect(await save()).toEqual({ ok: true, value: undefined })
  expect(await save({ content: { title: ['Atelier', 'deux'] }, seen: 'b', now: addMinutes(NOW, 1) })).toMatchObject({
    ok: true,
  })
  expect(await findDraft(db, { accountId, form: FORM })).toEqual({
    content: { title: ['Atelier', 'deux'] },
    seen: 'b',
    savedAt: addMinutes(NOW, 1),
  })
  expect(await findDraft(db, { accountId: other.accountId, form: FORM })).toBe(null)
  await dropDraft(db, { accountId, form: FORM })
  expect(await findDraft(db, { accountId, form: FORM })).toBe(null)
})

test('two pages that save at once leave one draft', async () => {
  const saved = await Promise.all(Array.from({ length: 6 }, (_, at) => save({ content: { title: [String(at)] } })))
  expect(saved.every(({ ok }) => ok)).toBe(true)
  expect(await services.db.selectFrom('formDrafts').select('form').execute()).toHaveLength(1)
})

test('too large, too often, and what is no form of ours are refused', async () => {
  expect(await save({ content: { description: ['é'.repeat(50_001)] } })).toMatchObject({
    refusals: [{ code: 'draft-too-large' }],
  })
  for (const form of ['/admin', '//evil.example', '/organize', '/organize/x?half=1', `/organize/${'x'.repeat(200)}`])
    expect(await save({ form }), form).toMatchObject({ refusals: [{ code: 'draft-form' }] })
  for (let at = 0; at < 30; at++) expect(await save()).toMatchObject({ ok: true })
  expect(await save()).toMatchObject({ refusals: [{ code: 'draft-too-often' }] })
  expect(await save({ now: addMinutes(NOW, 1) })).toMatchObject({ ok: true })
})

test('of more than forty the oldest go', async () => {
  for (let at = 0; at < 42; at++) await save({ form: `/organize/event-${at}/details`, now: addMinutes(NOW, at) })
  const left = await services.db.selectFrom('formDrafts').select('form').orderBy('savedAt').execute()
  expect([left.length, left[0]!.form]).toEqual([40, '/organize/event-2/details'])
})

test('a draft keeps no passwords, keys, tokens or files', () => {
  const form = new FormData()
  for (const [name, value] of [
    ['title', 'A'],
    ['languages[0]', 'en'],
    ['languages[0]', 'fr'],
    ['password', 'x'],
    ['apiKey', 'x'],
    ['formKey', 'x'],
    ['csrfToken', 'x'],
  ] as const)
    form.append(name, value)
  form.append('file', new File(['x'], 'x.txt'))
  expect(draftContent(form)).toEqual({ title: ['A'], 'languages[0]': ['en', 'fr'] })
  expect(isDraftForm('/organize/new')).toBe(true)
})

test('drafts are swept after a month and go with the account', async () => {
  const { db } = services
  await save()
  await forgetExpired(db, { now: addMinutes(NOW, 29 * 24 * 60) })
  expect(await findDraft(db, { accountId, form: FORM })).not.toBe(null)
  await forgetExpired(db, { now: addMinutes(NOW, 31 * 24 * 60) })
  expect(await findDraft(db, { accountId, form: FORM })).toBe(null)
  await save({ now: addMinutes(NOW, 2) })
  const erased = await erasePerson(db, { email: 'writer@plenary.example', actor: { kind: 'operator' }, now: NOW })
  expect(erased).toMatchObject({ ok: true })
  expect(await db.selectFrom('formDrafts').selectAll().execute()).toEqual([])
})
