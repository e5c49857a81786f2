import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerReference } from '#app/applications/referees/answer-reference.server.ts'
import { askReferees } from '#app/applications/referees/ask-referees.server.ts'
import { declineReference } from '#app/applications/referees/decline-reference.server.ts'
import { listReferees } from '#app/applications/referees/list-referees.server.ts'
import { nameReferees } from '#app/applications/referees/name-referees.server.ts'
import { remindReferee } from '#app/applications/referees/remind-referee.server.ts'
import { remindReferees } from '#app/applications/referees/remind-referees.server.ts'
import { replaceReferee } from '#app/applications/referees/replace-referee.server.ts'
import { startApplication } from '#app/applications/applying/start-application.server.ts'
import { submitApplication } from '#app/applications/applying/submit-application.server.ts'
import { withdrawApplication } from '#app/applications/applying/withdraw-application.server.ts'
import { addMinutes, type Instant } from '#app/values/moment.ts'
import { NOW, testServices } from '#tests/support/app.ts'
import { givenCall } from '#tests/support/given-call.ts'

const DAY = 24 * 60
const VISITOR = { kind: 'visitor' } as const
const NOTHING = { releases: '', pays: '' } as const
const GRACE = { kind: 'referee', fullName: 'Grace Prototype', email: 'Grace@example.org', language: 'fr' } as const
const BOSS = { kind: 'employer', fullName: 'Boss Example', email: 'boss@example.org', language: 'ar' } as const

let test: Awaited<ReturnType<typeof testServices>>
let given: Awaited<ReturnType<typeof givenCall>>
let made = 0

beforeAll(async () => {
  test = await testServices()
  given = await givenCall(test.services, { refereesWanted: 1, isEmployerWanted: true })
})
afterAll(async () => await test.close())

/** A draft of a new applicant. */
async function givenDraft(now: Instant = NOW): Promise<string> {
  const number = ++made
  const started = await startApplication(test.db, {
    call: given.call,
    formKey: `form-${number}`,
    fullName: 'Contohwati',
    email: `contohwati-${number}@example.org`,
    language: 'en',
    residence: 'ID',
    birthYear: 1990,
    lastAward: null,
    now,
    actor: VISITOR,
  })
  if (!started.ok) throw new Error(JSON.stringify(started.refusals))
  return started.value.applicationId
}

async function mails(subjectId: string) {
  const rows = await test.db
    .selectFrom('messages')
    .select(['template', 'recipientEmail', 'language'])
    .where('subjectId', '=', subjectId)
    .orderBy('id')
    .execute()
  return rows.map(({ template, recipientEmail, language }) => `${template} ${recipientEmail} ${language}`)
}

const refereesOf = async (applicationId: string, now = NOW) => await listReferees(test.db, { applicationId, now })

/** A draft with both people named and asked. */
async function givenAsked(now: Instant = NOW) {
  const applicationId = await givenDraft(now)
  await nameReferees(test.db, { applicationId, referees: [GRACE, BOSS], now })
  await askReferees(test.db, { applicationId, now, actor: VISITOR })
  const [referee, employer] = await refereesOf(applicationId, now)
  return { applicationId, referee: referee!, employer: employer! }
}

describe('who is asked for a letter', () => {
  it('is written to once, in their language, and only when asked', async () => {
    const applicationId = await givenDraft()
    expect(await nameReferees(test.db, { applicationId, referees: [GRACE, BOSS], now: NOW })).toMatchObject({
      ok: true,
    })
    const [grace, boss] = await refereesOf(applicationId)
    expect([grace!.state, boss!.state]).toEqual(['named', 'named'])
    expect(await mails(grace!.id)).toEqual([])
    const asked = await askReferees(test.db, { applicationId, now: NOW, actor: VISITOR })
    expect(asked).toEqual({ ok: true, value: { asked: 2 } })
    const again = await askReferees(test.db, { applicationId, now: NOW, actor: VISITOR })
    expect(again).toEqual({ ok: true, value: { asked: 0 } })
    expect(await mails(grace!.id)).toEqual(['referee-asked Grace@example.org fr'])
    expect(await mails(boss!.id)).toEqual(['referee-asked boss@example.org ar'])
  })

  it('is asked when the application is sent', async () => {
    const applicationId = await givenDraft()
    await nameReferees(test.db, { applicationId, referees: [GRACE], now: NOW })
    await submitApplication(test.db, { applicationId, now: NOW, actor: VISITOR })
    const [grace] = await refereesOf(applicationId)
    expect(grace!.state).toBe('asked')
    expect(await mails(grace!.id)).toHaveLength(1)
  })

  it('is neither the applicant, nor twice the same, nor anybody without end', async () => {
    const applicationId = await givenDraft()
    const own = { ...GRACE, email: ` CONTOHWATI-${made}@example.org ` }
    const name = (referees: Parameters<typeof nameReferees>[1]['referees']) =>
      nameReferees(test.db, { applicationId, referees, now: NOW })
    expect(await name([own])).toMatchObject({ ok: false, refusals: [{ code: 'referee-self' }] })
    expect(await name([GRACE, { ...GRACE, email: 'GRACE@example.org' }])).toMatchObject({
      ok: false,
      refusals: [{ code: 'referee-twice' }],
    })
    const many = Array.from({ length: 13 }, (_, at) => ({ ...GRACE, email: `grace-${at}@example.org` }))
    expect(await name(many)).toMatchObject({ ok: false, refusals: [{ code: 'referees-often' }] })
    expect(await refereesOf(applicationId)).toEqual([])
  })

  it('is let go when another is named, and stays when the letter has come', async () => {
    const { applicationId, referee, employer } = await givenAsked()
    await answerReference(test.db, {
      refereeId: referee.id,
      letter: 'She teaches us all.',
      fileId: null,
      facts: NOTHING,
      isDraft: false,
      now: NOW,
    })
    await nameReferees(test.db, { applicationId, referees: [], now: NOW })
    const states = new Map((await refereesOf(applicationId)).map(({ id, state }) => [id, state]))
    expect(states.get(referee.id)).toBe('answered')
    expect(states.get(employer.id)).toBe('withdrawn')
    const late = await answerReference(test.db, {
      refereeId: employer.id,
      letter: '',
      fileId: null,
      facts: { releases: 'yes', pays: '' },
      isDraft: false,
      now: NOW,
    })
    expect(late).toMatchObject({ ok: false, refusals: [{ code: 'reference-over' }] })
  })

  it('can be replaced by somebody who is asked at once', async () => {
    const { applicationId, referee } = await givenAsked()
    const by = { fullName: 'Hone Tauira', email: 'hone@example.org', language: 'en' }
    const done = await replaceReferee(test.db, { applicationId, refereeId: referee.id, by, now: NOW, actor: VISITOR })
    expect(done).toMatchObject({ ok: true })
    const all = await refereesOf(applicationId)
    expect(Object.fromEntries(all.map(({ fullName, state }) => [fullName, state]))).toEqual({
      'Boss Example': 'asked',
      'Grace Prototype': 'withdrawn',
      'Hone Tauira': 'asked',
    })
    expect(await mails(all.find(({ fullName }) => fullName === 'Hone Tauira')!.id)).toHaveLength(1)
  })
})

/** The letters of an application that have come. */
async function come(applicationId: string): Promise<string[]> {
  const people = await refereesOf(applicationId)
  return people.flatMap(({ kind, state }) => (state === 'answered' ? [kind] : []))
}

describe('a letter', () => {
  it('is kept half done without counting, handed in, and changed until the end', async () => {
    const { applicationId, referee } = await givenAsked()
    const write = (letter: string, isDraft: boolean, now = NOW) =>
      answerReference(test.db, { refereeId: referee.id, letter, fileId: null, facts: NOTHING, isDraft, now })
    expect(await write('Half a', true)).toMatchObject({ ok: true })
    expect(await come(applicationId)).toEqual([])
    expect(await write('Half a page.', false)).toMatchObject({ ok: true })
    expect(await come(applicationId)).toEqual(['referee'])
    expect(await mails(referee.id)).toEqual([
      'referee-asked Grace@example.org fr',
      'referee-thanks Grace@example.org fr',
    ])
    // Kept half done after it was handed in, it stays handed in; and nobody is thanked twice.
    expect(await write('Half a page, better.', true)).toMatchObject({ ok: true })
    expect(await come(applicationId)).toEqual(['referee'])
    expect(await mails(referee.id)).toHaveLength(2)
    const end = given.call.refereesUntilAt!
    expect(await write('In the last minute.', false, addMinutes(end, -1))).toMatchObject({ ok: true })
    expect(await write('Too late.', false, end)).toMatchObject({ ok: false, refusals: [{ code: 'reference-late' }] })
    const { letter } = await test.db
      .selectFrom('referees')
      .select('letter')
      .where('id', '=', referee.id)
      .executeTakeFirstOrThrow()
    expect(letter).toBe('In the last minute.')
  })

  it('makes complete what only waited for it', async () => {
    const { applicationId, referee, employer } = await givenAsked()
    await submitApplication(test.db, { applicationId, now: NOW, actor: VISITOR })
    const missing = async () =>
      JSON.parse(
        (
          await test.db
            .selectFrom('applications')
            .select('missing')
            .where('id', '=', applicationId)
            .executeTakeFirstOrThrow()
        ).missing,
      ) as string[]
    expect(await missing()).toEqual(expect.arrayContaining(['letter', 'release']))
    const answer = { fileId: null, isDraft: false, now: NOW }
    await answerReference(test.db, { ...answer, refereeId: referee.id, letter: 'Good.', facts: NOTHING })
    expect(await missing()).not.toContain('letter')
    expect(await missing()).toContain('release')
    await answerReference(test.db, {
      ...answer,
      refereeId: employer.id,
      letter: '',
      facts: { releases: 'yes', pays: 'The flight.' },
    })
    expect(await missing()).not.toContain('release')
  })

  it('can be declined, of which the applicant hears, once', async () => {
    const { applicationId, referee } = await givenAsked()
    expect(await declineReference(test.db, { refereeId: referee.id, now: NOW })).toMatchObject({ ok: true })
    expect(await declineReference(test.db, { refereeId: referee.id, now: NOW })).toMatchObject({ ok: true })
    const own = (await mails(referee.id)).filter((mail) => mail.startsWith('referee-declined'))
    expect(own).toEqual([`referee-declined contohwati-${made}@example.org en`])
    expect((await refereesOf(applicationId)).find(({ id }) => id === referee.id)!.state).toBe('declined')
  })

  it('is not taken for an application that was withdrawn', async () => {
    const { applicationId, referee } = await givenAsked()
    await withdrawApplication(test.db, { applicationId, now: NOW, actor: VISITOR })
    const late = { refereeId: referee.id, letter: 'Good.', fileId: null, facts: NOTHING, isDraft: false, now: NOW }
    expect(await answerReference(test.db, late)).toMatchObject({ ok: false, refusals: [{ code: 'reference-over' }] })
    expect(await declineReference(test.db, { refereeId: referee.id, now: NOW })).toMatchObject({ ok: false })
  })
})

describe('a reminder', () => {
  const remind = (applicationId: string, refereeId: string, now: Instant) =>
    remindReferee(test.db, { applicationId, refereeId, now, actor: VISITOR })

  it('by hand comes once a day at most, and only for one’s own', async () => {
    const { applicationId, referee } = await givenAsked()
    const other = await givenDraft()
    expect(await remind(applicationId, referee.id, addMinutes(NOW, DAY - 1))).toMatchObject({ ok: false })
    expect(await remind(other, referee.id, addMinutes(NOW, DAY))).toMatchObject({ ok: false })
    expect(await remind(applicationId, referee.id, addMinutes(NOW, DAY))).toMatchObject({ ok: true })
    expect(await remind(applicationId, referee.id, addMinutes(NOW, 2 * DAY - 1))).toMatchObject({ ok: false })
    expect(await remind(applicationId, referee.id, addMinutes(NOW, 2 * DAY))).toMatchObject({ ok: true })
    expect((await mails(referee.id)).filter((mail) => mail.startsWith('referee-reminder'))).toHaveLength(2)
  })

  it('comes by itself after five days and on the last day, and never after the end', async () => {
    const { applicationId, referee, employer } = await givenAsked()
    await submitApplication(test.db, { applicationId, now: NOW, actor: VISITOR })
    await answerReference(test.db, {
      refereeId: employer.id,
      letter: '',
      fileId: null,
      facts: { releases: 'no', pays: '' },
      isDraft: false,
      now: NOW,
    })
    const end = given.call.refereesUntilAt!
    const at = async (now: Instant) => {
      await remindReferees(test.db, { now })
      await remindReferees(test.db, { now })
      return (await mails(referee.id)).filter((mail) => mail.startsWith('referee-reminder')).length
    }
    expect(await at(addMinutes(NOW, 5 * DAY - 1))).toBe(0)
    expect(await at(addMinutes(NOW, 5 * DAY))).toBe(1)
    expect(await at(addMinutes(NOW, 12 * DAY))).toBe(1)
    expect(await at(addMinutes(end, -DAY - 1))).toBe(1)
    expect(await at(addMinutes(end, -DAY))).toBe(2)
    expect(await at(addMinutes(end, -60))).toBe(2)
    expect(await at(end)).toBe(2)
    expect((await mails(employer.id)).filter((mail) => mail.startsWith('referee-reminder'))).toHaveLength(0)
  })
})
