import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { applicationKey, refereeKey } from '#app/applications/application-key.ts'
import type { Call } from '#app/applications/calls/call.ts'
import { acceptOffer } from '#app/applications/offers/accept-offer.server.ts'
import { askReferees } from '#app/applications/referees/ask-referees.server.ts'
import { nameReferees } from '#app/applications/referees/name-referees.server.ts'
import { addMinutes } from '#app/values/moment.ts'
import { newToken } from '#app/values/secret.ts'
import { aCall, broken, decided, offersOf, ORGANIZER, released, SENT } from '#tests/applications/offers/a-call.ts'
import { NOW, testApp } from '#tests/support/app.ts'
import { givenCall } from '#tests/support/given-call.ts'
import { formOf, textOf } from './form-of.ts'

let app: Awaited<ReturnType<typeof testApp>>

beforeEach(async () => {
  app = await testApp()
})

afterEach(async () => {
  expect(await broken(app.db)).toEqual([])
  await app.close()
})

const html = async (address: string) => await (await app.get(address)).text()

const ME = { residence: 'RW', birthYear: '1994', award: 'none', fullName: 'Nour Tajribi', language: 'en' }

/** The address of a page of an application that was begun as a browser does it. */
async function begun(given: { event: { slug: string }; call: Call }, more: Record<string, string> = {}) {
  const page = given.call.kind === 'scholarship' ? 'scholarship' : 'apply'
  const base = `/events/${given.event.slug}/${page}/begin?call=${given.call.slug}`
  const answer = await app.post(base, { ...ME, email: 'nour@example.org', formKey: newToken(), ...more })
  const [, code, key] = /applications\/([\w-]+)\/.*key=([\w-]+)/.exec(answer.headers.get('Location') ?? '') ?? []
  const at = (to = '', by = key!) => `/applications/${code}${to}?key=${by}`
  return { status: answer.status, location: answer.headers.get('Location'), code: code!, key: key!, at }
}

const stored = (code: string) =>
  app.db.selectFrom('applications').selectAll().where('code', '=', code).executeTakeFirstOrThrow()

const sectionWith = (call: Call, kind: string) => {
  const section = call.sections.find(({ questions }) => questions.some((question) => question.kind === kind))!
  return { section, question: section.questions.find((question) => question.kind === kind)! }
}

describe('keys', () => {
  test('of another application, of a referee and of nobody open no page and change nothing', async () => {
    const given = await givenCall(app.services, { sample: 'inet' })
    const own = await begun(given)
    const other = await begun(given, { email: 'other@example.org' })
    const { id } = await stored(own.code)
    const { secret } = app.services.config
    const referees = [{ kind: 'referee' as const, fullName: 'R', email: 'r@example.org', language: 'en' }]
    await nameReferees(app.db, { applicationId: id, referees, now: NOW })
    await askReferees(app.db, { applicationId: id, now: NOW, actor: ORGANIZER })
    const referee = await app.db.selectFrom('referees').select(['id', 'keyVersion']).executeTakeFirstOrThrow()
    const letter = refereeKey(secret, referee)
    const before = await stored(own.code)
    const steps = given.call.sections.map(({ code }) => `/form/${code}`)
    const pages = ['', ...steps, `${steps[0]}/later`, '/check', '/send', '/withdraw', '/letters', '/offer']
    const files = ['/offer/decline', '/award', '/award/receipts', '/award/report', '/award/name', '/files/cv']
    const wrong = [other.key, letter, applicationKey(secret, { id, keyVersion: 2 }), '', 'x'.repeat(32)]
    for (const page of [...pages, ...files, `/letters/${referee.id}/remind`, `/letters/${referee.id}/replace`])
      for (const key of wrong) {
        // What has no page of its own to show says so to everybody.
        const shown = await app.get(own.at(page, key))
        expect([page, key, [404, 405].includes(shown.status)]).toEqual([page, key, true])
        expect(await shown.text()).not.toContain('Nour')
        const sent = await app.post(own.at(page, key), { fullName: 'Nobody', email: 'n@example.org' })
        expect([page, key, [404, 405].includes(sent.status)]).toEqual([page, key, true])
      }
    for (const key of [own.key, other.key])
      expect((await app.get(`/references/${referee.id}?key=${key}`)).status).toBe(404)
    expect(await stored(own.code)).toEqual(before)
  }, 60_000)

  test('somebody who goes back to the form at a shared telephone begins another application', async () => {
    const given = await givenCall(app.services, { sample: 'inet' })
    const formKey = newToken()
    const first = await begun(given, { formKey })
    const twice = await begun(given, { formKey })
    expect(twice.code).toBe(first.code)
    const next = await begun(given, { formKey, email: 'next@example.org', fullName: 'Next' })
    expect(next.status).toBe(303)
    expect(next.code).not.toBe(first.code)
    expect(await html(next.at('/check'))).not.toContain('Nour Tajribi')
    // Once it was taken back, the same form begins anew instead of leading to what is over.
    await app.post(first.at('/withdraw'), {})
    const again = await begun(given, { formKey })
    expect(again.code).not.toBe(first.code)
    expect((await stored(again.code)).state).toBe('draft')
  })
})

describe('what is posted and is not theirs', () => {
  test('columns, questions of another page, and files of others are not taken', async () => {
    const given = await givenCall(app.services, { sample: 'ndss' })
    const own = await begun(given)
    const { section, question } = sectionWith(given.call, 'file')
    const [mine, theirs] = [own, await begun(given, { email: 'other@example.org' })]
    const upload = async (of: typeof own) => {
      const body = new FormData()
      for (const [name, value] of formOf(await html(of.at(`/form/${section.code}`)))) body.append(name, value)
      body.set(`answers.${question.code}`, new File(['%PDF-1.7\n%%EOF'], 'cv.pdf'))
      await app.fetch(of.at(`/form/${section.code}`), { method: 'POST', body })
    }
    await upload(theirs)
    const file = await app.db.selectFrom('files').select('id').executeTakeFirstOrThrow()
    const forged = `${Buffer.from(JSON.stringify([file.id, 'cv.pdf', 9, NOW])).toString('base64url')}.${'a'.repeat(32)}`
    const elsewhere = given.call.sections.find(({ code }) => code !== section.code)!.questions[0]!
    for (const token of [file.id, forged, '__proto__']) {
      const page = own.at(`/form/${section.code}`)
      const typed = {
        [`answers.${question.code}`]: token,
        [`answers.${elsewhere.code}`]: 'Sneaked in',
        state: 'submitted',
        number: '1',
        score: '100000',
        decision: 'accept',
        eligibility: 'eligible',
        callId: 'another',
      }
      await app.post(page, formOf(await html(page), typed))
      expect((await app.get(mine.at(`/files/${question.code}`))).status).toBe(404)
    }
    const row = await stored(own.code)
    expect(row).toMatchObject({ state: 'draft', number: null, score: null, callId: given.call.id })
    const answers = await app.db
      .selectFrom('applicationAnswers')
      .select('value')
      .where('applicationId', '=', row.id)
      .execute()
    expect(answers.filter(({ value }) => value.includes('Sneaked') || value.includes(file.id))).toEqual([])
    expect((await app.get(theirs.at(`/files/${question.code}`))).status).toBe(200)
  })

  test('choices and team codes of another call, and choices that are closed, are none', async () => {
    const given = await givenCall(app.services, { takesTeams: true })
    const foreign = await givenCall(app.services, { takesTeams: true })
    const own = await begun(given)
    const theirs = await begun(foreign, { email: 'other@example.org' })
    await app.post(theirs.at('/form/your-team'), { team: 'new' })
    const { code } = await app.db.selectFrom('applicationTeams').select('code').executeTakeFirstOrThrow()
    expect((await app.post(own.at('/form/your-team'), { team: 'join', teamCode: code })).status).toBe(422)
    expect((await stored(own.code)).teamId).toBeNull()
    const [open, closed] = given.call.choices
    await app.db.updateTable('callChoices').set({ isClosed: 1 }).where('id', '=', closed!.id).execute()
    const wishes = { 'wishes[0]': foreign.call.choices[0]!.id, 'wishes[1]': closed!.id, 'wishes[2]': open!.id }
    expect((await app.post(own.at('/form/your-choice'), { ...wishes, seen: '' })).status).toBe(303)
    const { id } = await stored(own.code)
    const held = await app.db
      .selectFrom('applicationChoices')
      .select('choiceId')
      .where('applicationId', '=', id)
      .execute()
    expect(held).toEqual([{ choiceId: open!.id }])
  })
})

describe('too late', () => {
  test('after the deadline and its grace nothing is sent and nothing is kept', async () => {
    const given = await givenCall(app.services, { sample: 'inet' })
    const own = await begun(given)
    const { section, question } = sectionWith(given.call, 'longtext')
    const page = own.at(`/form/${section.code}`)
    const typed = formOf(await html(page), { [`answers.${question.code}`]: 'Too late' })
    app.setNow(addMinutes(given.call.closesAt!, given.call.graceMinutes + 1))
    const shut = await app.post(page, typed)
    expect(shut.ok).toBe(false)
    expect(await shut.text()).toContain('Too late')
    await app.post(own.at('/send'), {})
    await app.post(own.at('/form/your-letters'), { 'people[0].fullName': 'R', 'people[0].email': 'r@example.org' })
    expect(await stored(own.code)).toMatchObject({ state: 'draft', number: null })
    expect(await app.db.selectFrom('referees').select('id').execute()).toEqual([])
    expect((await begun(given, { email: 'late@example.org' })).status).toBe(409)
  })

  test('what was taken back takes nothing any more, and asks nobody for a letter', async () => {
    const given = await givenCall(app.services, { sample: 'inet' })
    const own = await begun(given)
    const { section, question } = sectionWith(given.call, 'longtext')
    const typed = formOf(await html(own.at(`/form/${section.code}`)), { [`answers.${question.code}`]: 'After' })
    await app.post(own.at('/withdraw'), {})
    const { id, version } = await stored(own.code)
    await app.post(own.at(`/form/${section.code}`), typed)
    await app.post(own.at('/send'), {})
    const referees = [{ kind: 'referee' as const, fullName: 'R', email: 'r@example.org', language: 'en' }]
    const named = await nameReferees(app.db, { applicationId: id, referees, now: NOW })
    expect(named).toMatchObject({ ok: false, refusals: [{ code: 'application-over' }] })
    expect(await stored(own.code)).toMatchObject({ state: 'withdrawn', version, number: null })
    expect(await html(own.at())).toContain('You have taken this application back')
  })
})

describe('an offer', () => {
  async function given(sendNow = true) {
    const call = await aCall(app, 2)
    await app.db.deleteFrom('fundConditions').execute()
    const packageId = call.packages.find(({ code }) => code === 'full')!.id
    const [one, other] = call.ids as [string, string]
    const accept = (applicationId: string) => ({
      applicationId,
      kind: 'accept' as const,
      choiceId: call.choice.id,
      packageId,
    })
    const show = async (applicationId: string) => {
      const { code, id, keyVersion } = await app.db
        .selectFrom('applications')
        .select(['id', 'code', 'keyVersion'])
        .where('id', '=', applicationId)
        .executeTakeFirstOrThrow()
      const key = applicationKey(app.services.config.secret, { id, keyVersion })
      return (to = '', by = key) => `/applications/${code}${to}?key=${by}`
    }
    const [mine, theirs] = [await show(one), await show(other)]
    const release = async () => {
      await decided(app.db, call, [accept(one), { applicationId: other, kind: 'decline', reason: 'Not this time' }])
      await released(app.db, call)
      if (sendNow) await app.db.updateTable('decisionReleases').set({ sendAt: NOW, state: 'sent' }).execute()
    }
    return { call, mine, theirs, release }
  }

  test('is seen in no way before its mails leave: neither it, nor its award, nor that somebody was declined', async () => {
    const { call, mine, theirs, release } = await given(false)
    const slug = call.event.slug
    const own = ['', '/check', '/letters', '/withdraw', '/offer', '/offer/decline', '/award', '/award/report']
    const pages = [
      ...own.flatMap((to) => [mine(to), theirs(to)]),
      ...['', '/award'].map((to) => `${mine(to)}&_data=routes%2Fpublic%2Fapplication`),
      `/events/${slug}`,
      `/events/${slug}/awarded`,
      `/events/${slug}/apply`,
      `/events/${slug}.json`,
      `/events/${slug}.ics`,
      '/events.json',
      '/events.ics',
    ]
    const seen = async () => {
      const all: Record<string, unknown> = {}
      for (const page of pages) {
        const answer = await app.get(page)
        // The keys of forms and the number by which an answer is found in the log are new each time.
        const body = (await answer.text()).replaceAll(/name="formKey" value="[^"]*"|<code>\w+<\/code>/g, '')
        all[page] = [answer.status, answer.headers.get('ETag'), answer.headers.get('Last-Modified'), body]
      }
      return all
    }
    const before = await seen()
    await release()
    expect(await app.db.selectFrom('awards').select('state').execute()).toEqual([{ state: 'offered' }])
    expect(await seen()).toEqual(before)
    expect((await app.post(mine('/offer'), { conduct: 'on' })).status).toBe(404)
    expect((await app.post(mine('/offer/decline'), {})).status).toBe(404)
    app.setNow(SENT)
    expect(await html(mine())).toContain('You have been chosen')
    expect(await html(theirs())).toContain('You have not been chosen this time')
    expect(await html(theirs())).toContain('Not this time')
  }, 60_000)

  test('gives what it offers and no more, however often it is asked', async () => {
    const { call, mine, theirs, release } = await given()
    await release()
    const [offer] = await offersOf(app.db, call)
    const own = await app.db.selectFrom('awardComponents').select('kind').execute()
    const missing = (['fee', 'travel', 'lodging', 'per-diem', 'visa'] as const).find(
      (kind) => !own.some((component) => component.kind === kind),
    )
    if (missing) expect((await app.post(mine('/offer'), { conduct: 'on', components: missing })).ok).toBe(false)
    expect((await app.post(mine('/offer'), { conduct: 'on', components: 'a-yacht' })).status).toBe(422)
    expect((await app.post(theirs('/offer'), { conduct: 'on', components: 'travel' })).status).toBe(404)
    expect((await offersOf(app.db, call))[0]).toMatchObject({ id: offer!.id, state: 'open' })
    const form = new URLSearchParams({ conduct: 'on', offerId: 'another', state: 'accepted', amount: '9999999' })
    for (let at = 0; at < 5; at++) form.append('components', 'travel')
    expect((await app.post(mine('/offer'), form)).status).toBe(303)
    const taken = await app.db.selectFrom('awardComponents').select('kind').where('state', '=', 'accepted').execute()
    expect(taken).toEqual([{ kind: 'travel' }])
  })

  test('accepted and declined at once is one of both, with its seat and its money in one place', async () => {
    const { call, mine, release } = await given()
    await release()
    const answers = await Promise.all([
      app.post(mine('/offer'), { conduct: 'on', components: 'travel' }),
      app.post(mine('/offer/decline'), { reason: 'No' }),
      app.post(mine('/offer'), { conduct: 'on', components: 'travel' }),
    ])
    for (const { status } of answers) expect([303, 409, 503]).toContain(status)
    const [offer] = await offersOf(app.db, call)
    const orders = await app.db.selectFrom('orders').select('id').execute()
    expect([offer!.state, orders.length]).toEqual(offer!.state === 'accepted' ? ['accepted', 1] : ['declined', 0])
  })

  test('is over once it lapsed or the application was taken back', async () => {
    const { call, mine, release } = await given()
    await release()
    const [offer] = await offersOf(app.db, call)
    app.setNow(offer!.untilAt)
    expect((await app.post(mine('/offer'), { conduct: 'on', components: 'travel' })).status).toBe(409)
    app.setNow(NOW)
    await app.post(mine('/withdraw'), {})
    expect((await app.post(mine('/offer'), { conduct: 'on', components: 'travel' })).status).toBe(409)
    const late = { components: [], isOnAttendeeList: false, mayBePhotographed: false, actor: ORGANIZER }
    expect(await acceptOffer(app.db, { ...late, offerId: offer!.id, now: SENT })).toMatchObject({ ok: false })
    expect(await app.db.selectFrom('orders').select('id').execute()).toEqual([])
  })
})

describe('texts', () => {
  test('that would be markup, formulas or headers are texts wherever they come out', async () => {
    const given = await givenCall(app.services, { sample: 'inet' })
    const evil = '=cmd|" /C calc"!A0<script>alert(1)</script>\r\nBcc: all@example.org'
    const own = await begun(given, { fullName: evil })
    expect(own.status).toBe(303)
    const { section, question } = sectionWith(given.call, 'longtext')
    const page = own.at(`/form/${section.code}`)
    await app.post(page, formOf(await html(page), { [`answers.${question.code}`]: evil }))
    await app.post(own.at('/send'), {})
    for (const to of ['', '/check', `/form/${section.code}`, '/letters'])
      expect(await html(own.at(to))).not.toContain('<script')
    const { recipientName } = await app.db.selectFrom('messages').select('recipientName').executeTakeFirstOrThrow()
    expect(recipientName).not.toMatch(/[\r\n]/)
    const people = await app.db.selectFrom('people').select('fullName').execute()
    for (const { fullName } of people) expect(fullName).not.toMatch(/[\r\n]/)
  })

  test.each([
    'a@example.org\r\nBcc: b@example.org',
    'a@example.org,b@example.org',
    '"a b"@x.org<c@example.org>',
    'a@b',
  ])('%j is no address to write to', async (email) => {
    const given = await givenCall(app.services, { sample: 'inet' })
    expect((await begun(given, { email })).status).toBe(422)
    expect(await app.db.selectFrom('messages').select('id').execute()).toEqual([])
  })
})

describe('too often', () => {
  test('one place begins twenty applications a quarter of an hour', async () => {
    const given = await givenCall(app.services, { sample: 'inet' })
    const statuses = []
    for (let at = 0; at < 22; at++) statuses.push((await begun(given, { email: `many-${at}@example.org` })).status)
    expect(statuses.slice(0, 20).every((status) => status === 303)).toBe(true)
    expect(statuses.slice(20)).toEqual([429, 429])
    app.setNow(addMinutes(NOW, 16))
    expect((await begun(given, { email: 'later@example.org' })).status).toBe(303)
  })

  test('one mailbox is not asked for letters by more people than anybody knows', async () => {
    const given = await givenCall(app.services, { sample: 'inet' })
    const name = async (at: number, now = NOW) => {
      const email = `many-${at}-${now.slice(0, 10)}@example.org`
      app.setNow(addMinutes(now, at))
      const own = await begun(given, { email })
      const { id } = await stored(own.code)
      const referees = [{ kind: 'referee' as const, fullName: 'Victim', email: 'Victim@example.org', language: 'en' }]
      return (await nameReferees(app.db, { applicationId: id, referees, now: addMinutes(now, at) })).ok
    }
    for (let at = 0; at < 25; at++) expect(await name(at)).toBe(true)
    expect(await name(26)).toBe(false)
    expect(await name(0, addMinutes(NOW, 25 * 60))).toBe(true)
  })

  test('no more people are asked for letters than the call wants', async () => {
    const given = await givenCall(app.services, { sample: 'inet', refereesWanted: 1, isEmployerWanted: false })
    const own = await begun(given)
    const people = Array.from({ length: 12 }, (_, at) => [
      [`people[${at}].kind`, at === 0 ? 'employer' : 'referee'],
      [`people[${at}].fullName`, 'Somebody'],
      [`people[${at}].email`, `somebody-${at}@example.org`],
    ]).flat()
    expect((await app.post(own.at('/form/your-letters'), Object.fromEntries(people))).status).toBe(303)
    await app.post(own.at('/send'), {})
    const asked = await app.db
      .selectFrom('messages')
      .select('recipientEmail')
      .where('template', '=', 'referee-asked')
      .execute()
    expect(asked.map(({ recipientEmail }) => recipientEmail)).toEqual(['somebody-1@example.org'])
  })

  test('the forms for a lost link say the same to whoever guesses', async () => {
    const given = await givenCall(app.services, { sample: 'inet' })
    const own = await begun(given)
    const ask = async (typed: Record<string, string>) => {
      const answer = await app.post('/applications/continue', typed)
      return [answer.status, textOf(await answer.text())]
    }
    const right = await ask({ code: own.code, email: 'nour@example.org' })
    expect(await ask({ code: own.code, email: 'wrong@example.org' })).toEqual(right)
    expect(await ask({ code: 'AAAA-AAAA', email: 'nour@example.org' })).toEqual(right)
  })
})
