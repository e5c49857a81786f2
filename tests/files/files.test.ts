import { createHash, randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { eraseDueFiles } from '#app/files/erase-due-files.server.ts'
import { eraseFile } from '#app/files/erase-file.server.ts'
import { keepUploads } from '#app/files/keep-uploads.server.ts'
import { readFile } from '#app/files/read-file.server.ts'
import { saveFile } from '#app/files/save-file.server.ts'
import { fileOfToken } from '#app/files/upload.ts'
import { erasePerson } from '#app/people/erase-person.server.ts'
import { newId } from '#app/values/id.ts'
import { addMinutes } from '#app/values/moment.ts'
import { givenQuestion } from '#tests/registrations/questions/a-question.ts'
import { givenParticipants } from '#tests/participants/given-participants.ts'
import { NOW, testServices } from '#tests/support/app.ts'
import { givenEvent } from '#tests/support/given.ts'

const PDF = Buffer.from('%PDF-1.7\nAmina')
const MEGABYTE = 1024 * 1024
const paper = { name: 'a.pdf', purpose: 'answer', eventId: null, eraseAt: null, now: NOW } as const

function textOf(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}

test('a file comes back as it was sent, up to its limit; on both databases', async () => {
  const { db, close } = await testServices()
  const content = Buffer.concat([PDF, randomBytes(5 * MEGABYTE - PDF.length)])
  const saved = await saveFile(db, { ...paper, content })
  const digest = createHash('sha256').update(content).digest('hex')
  expect(saved).toMatchObject({ ok: true, value: { mediaType: 'application/pdf', byteCount: 5 * MEGABYTE, digest } })
  const { id } = (saved as { value: { id: string } }).value
  const read = await readFile(db, id)
  expect(Buffer.from(read!.content).equals(content)).toBe(true)

  const actor = { kind: 'system' } as const
  expect(await eraseFile(db, { fileId: id, now: NOW, actor })).toBe(true)
  expect(await eraseFile(db, { fileId: id, now: NOW, actor })).toBe(false)
  expect(await readFile(db, id)).toBeNull()
  const row = await db.selectFrom('files').selectAll().executeTakeFirstOrThrow()
  expect(row).toMatchObject({ name: '', content: null, digest, erasedAt: NOW })
  const audit = await db.selectFrom('auditEntries').select('action').execute()
  expect(audit).toEqual([{ action: 'file.erased' }])
  await close()
})

test('a statement of nearly 20 MB goes in and out', async () => {
  const { db, close } = await testServices()
  const line = '2027-01-01;Wulandari;RF18 5390 0754 7034;1.234,56;EUR\r\n'
  const content = Buffer.from(line.repeat(Math.floor((20 * MEGABYTE) / line.length)))
  const saved = await saveFile(db, { ...paper, purpose: 'statement', name: 'a.csv', content })
  expect(saved).toMatchObject({ ok: true, value: { mediaType: 'text/csv', byteCount: content.length } })
  const read = await readFile(db, (saved as { value: { id: string } }).value.id)
  expect(Buffer.from(read!.content).equals(content)).toBe(true)
  await close()
}, 30_000)

test.each([
  ['6 MB', Buffer.concat([PDF, Buffer.alloc(6 * MEGABYTE)]), { code: 'file-too-large', details: { megabytes: 5 } }],
  ['nothing', Buffer.alloc(0), { code: 'file-empty' }],
  ['a PDF that is HTML', Buffer.from('<html><script>alert(1)</script></html>'), { code: 'file-type' }],
  ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), { code: 'file-type' }],
  ['a text, where papers are asked for', Buffer.from('Hello'), { code: 'file-type' }],
])('%s is refused', async (_name, content, refusal) => {
  const { db, close } = await testServices()
  expect(await saveFile(db, { ...paper, content, mediaType: 'application/pdf' })).toEqual({
    ok: false,
    refusals: [refusal],
  })
  expect(await db.selectFrom('files').select('id').execute()).toEqual([])
  await close()
})

const asked = {
  mayTake: async () => true,
  secret: 'secret',
  eventId: null,
  now: NOW,
  purposeOf: (field: string) => (field === 'paper' ? 'proof' : null),
} as const

function form(fields: Record<string, string | File>): FormData {
  const made = new FormData()
  for (const [name, value] of Object.entries(fields)) made.append(name, value)
  return made
}

test('a file that was accepted rides along as a token; another one takes its place, a refused one does not', async () => {
  const { db, close } = await testServices()
  const first = await keepUploads(db, form({ name: 'A', paper: new File([PDF], '../جواز.pdf') }), asked)
  expect(first.refusals).toEqual([])
  const token = textOf(first.form, 'paper')
  expect(fileOfToken(token)).toMatchObject({ name: 'جواز.pdf', byteCount: PDF.length })
  expect(first.form.get('name')).toBe('A')

  const none = form({ paper: token })
  none.append('paper', new File([], ''))
  expect((await keepUploads(db, none, asked)).form.getAll('paper')).toEqual([token])

  const refused = form({ paper: token })
  refused.append('paper', new File(['<html>'], 'a.pdf'))
  const again = await keepUploads(db, refused, asked)
  expect(again.refusals).toEqual([{ code: 'file-type', field: 'paper' }])
  expect(again.form.getAll('paper')).toEqual([token])

  const other = form({ paper: token })
  other.append('paper', new File([PDF], 'b.pdf'))
  expect(fileOfToken(textOf((await keepUploads(db, other, asked)).form, 'paper'))?.name).toBe('b.pdf')
  await close()
})

test('a token that is not ours, was changed, or is a day old is dropped; so is a file nobody asked for', async () => {
  const { db, close } = await testServices()
  const { form: kept } = await keepUploads(db, form({ paper: new File([PDF], 'a.pdf') }), asked)
  const token = textOf(kept, 'paper')
  const dropped = async (value: string, more: Partial<Parameters<typeof keepUploads>[2]> = {}) =>
    (await keepUploads(db, form({ paper: value }), { ...asked, ...more })).form.has('paper')
  expect(await dropped(token)).toBe(true)
  expect(await dropped(token.replace('.', 'A.'))).toBe(false)
  expect(await dropped('nonsense')).toBe(false)
  expect(await dropped(token, { secret: 'another' })).toBe(false)
  expect(await dropped(token, { now: addMinutes(NOW, 24 * 60 + 1) })).toBe(false)
  const unasked = await keepUploads(db, form({ photo: new File([PDF], 'a.pdf') }), asked)
  expect([...unasked.form.keys()]).toEqual([])
  await close()
})

test('a file that nobody used goes after two days; one that is an answer stays', async () => {
  const { db, close } = await testServices()
  const event = await givenEvent(db)
  const questionId = await givenQuestion(db, event.id, { kind: 'file' })
  const ask = { ...asked, eventId: event.id }
  const upload = async (name: string) => {
    const { form: kept } = await keepUploads(db, form({ paper: new File([PDF], name) }), ask)
    return fileOfToken(textOf(kept, 'paper'))!.id
  }
  const [used] = [await upload('used.pdf'), await upload('left.pdf')]
  await givenParticipants(db, event, [{ fullName: 'A', answers: [{ questionId, value: used }] }])
  const later = addMinutes(NOW, 48 * 60)
  expect(await eraseDueFiles(db, { now: addMinutes(NOW, 47 * 60) })).toMatchObject({ erased: 0 })
  const both = await Promise.all([eraseDueFiles(db, { now: later }), eraseDueFiles(db, { now: later })])
  expect(both.reduce((sum, { erased }) => sum + erased, 0)).toBe(1)
  const rows = await db.selectFrom('files').select(['name', 'eraseAt']).orderBy('name').execute()
  expect(rows).toMatchObject([{ name: '' }, { name: 'used.pdf', eraseAt: null }])
  await close()
})

test('who is erased takes their files along', async () => {
  const { db, close } = await testServices()
  const event = await givenEvent(db)
  const questionId = await givenQuestion(db, event.id, { kind: 'file' })
  const save = async (purpose: 'answer' | 'proof') => {
    const saved = await saveFile(db, { ...paper, content: PDF, purpose, eventId: event.id })
    return saved.ok ? saved.value.id : ''
  }
  const [answer, proof, other] = [await save('answer'), await save('proof'), await save('proof')]
  const email = 'amina@example.org'
  const [registrationId] = await givenParticipants(db, event, [
    { fullName: 'Amina', email, answers: [{ questionId, value: answer }] },
  ])
  const row = { id: newId(NOW), registrationId: registrationId!, eventId: event.id, eligibility: 'student' } as const
  await db
    .insertInto('proofs')
    .values({
      ...row,
      how: 'upload',
      state: 'waiting',
      fileId: proof,
      verifiedBy: null,
      verifiedAt: null,
      createdAt: NOW,
    })
    .execute()
  expect(await erasePerson(db, { email, actor: { kind: 'operator' }, now: NOW })).toMatchObject({ ok: true })
  const kept = await db.selectFrom('files').select('id').where('erasedAt', 'is', null).execute()
  expect(kept).toEqual([{ id: other }])
  await close()
})
