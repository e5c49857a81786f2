import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { checkInvariants } from '#app/audit/check-invariants.server.ts'
import { offerSeats } from '#app/waiting-list/offer-seats.server.ts'
import { joinWaitingList } from '#app/waiting-list/join-waiting-list.server.ts'
import { offerKey } from '#app/waiting-list/waiting-key.ts'
import { addMinutes } from '#app/values/moment.ts'
import { NOW, testApp } from '#tests/support/app.ts'
import { givenEvent } from '#tests/support/given.ts'
import { givenVoucher } from '#tests/vouchers/given-voucher.ts'
import { aWish, givenFullEvent, openList } from '#tests/waiting-list/a-queue.ts'
import { formOf, person, textOf } from './form-of.ts'

let app: Awaited<ReturnType<typeof testApp>>

beforeEach(async () => {
  app = await testApp()
})

afterEach(async () => {
  const violations = (await checkInvariants(app.db)).filter(({ violations }) => violations > 0)
  await app.close()
  expect(violations).toEqual([])
})

const page = async (path: string) => await (await app.get(path)).text()
const show = async (slug: string, form: URLSearchParams) =>
  await (await app.post(`/events/${slug}/register?show=people`, form)).text()
const lines = async () =>
  await app.db
    .selectFrom('orderLines')
    .select(['kind', 'description', 'amountMinor', 'currency'])
    .orderBy('position')
    .execute()

describe('a price list', () => {
  const tickets = [
    {
      steps: [
        { amountMinor: 12_000, currency: 'USD' },
        { amountMinor: 168_000, currency: 'RWF' },
      ],
    },
  ]

  test('is chosen when there are several, and the order is in its currency', async () => {
    const { slug } = await givenEvent(app.db, { tickets })
    const html = await page(`/events/${slug}/register`)
    expect(html).toContain('<option value="RWF">RWF: Rwandan Franc</option>')
    expect(textOf(html)).toContain('US$120')
    const shown = await show(slug, formOf(html, { 'tickets.TYPE-1': '1', currency: 'RWF' }))
    expect(textOf(shown)).toMatch(/RWF\s?168,000/)
    const form = formOf(shown, {
      'tickets.TYPE-1': '1',
      currency: 'RWF',
      ...person(0, 'Amina'),
      conduct: 'on',
      method: 'card',
    })
    expect((await app.post(`/events/${slug}/register`, form)).status).toBe(303)
    expect(await lines()).toEqual([{ kind: 'ticket', description: 'Ticket 1', amountMinor: 168_000, currency: 'RWF' }])
  })

  test('that the event does not have is not used, and the person sees what they would pay', async () => {
    const { slug } = await givenEvent(app.db, { tickets })
    const html = await page(`/events/${slug}/register`)
    const form = formOf(html, {
      'tickets.TYPE-1': '1',
      currency: 'EUR',
      ...person(0, 'Amina'),
      conduct: 'on',
      method: 'card',
    })
    expect((await app.post(`/events/${slug}/register`, form)).status).toBe(303)
    expect((await lines())[0]!.currency).toBe('USD')
  })
})

describe('add-ons', () => {
  async function withDinner() {
    const event = await givenEvent(app.db, {
      tickets: [
        { name: 'Pass', price: 45_000, seats: 9 },
        { name: 'Remote', price: 4000 },
        { name: 'Dinner', price: 6000, isAddon: 1, seats: 2 },
        { name: 'Accompanying person', price: 7000, isAddon: 1, allowsGuest: 1 },
      ],
    })
    const [pass, , dinner] = event.tickets
    await app.db.insertInto('ticketTypeMains').values({ ticketTypeId: dinner!.id, mainTypeId: pass!.id }).execute()
    return event
  }

  test('are shown once a main ticket is chosen that they go with, never as tickets of their own', async () => {
    const { slug } = await withDinner()
    const html = await page(`/events/${slug}/register`)
    expect(html).not.toContain('Dinner')
    const both = await show(slug, formOf(html, { 'tickets.TYPE-1': '1', 'tickets.TYPE-2': '1' }))
    expect(both).toMatch(/name="people\[0\].addons" value="TYPE-3"/)
    expect(both).not.toMatch(/name="people\[1\].addons" value="TYPE-3"/)
    expect(both).toContain('name="people[1].guests.TYPE-4"')
  })

  test('that are full are named as such, and the event page calls nobody to wait for them', async () => {
    const { id, slug, tickets } = await withDinner()
    await openList(app.db, id)
    const quotas = app.db.selectFrom('ticketTypeQuotas').select('quotaId').where('ticketTypeId', '=', tickets[2]!.id)
    await app.db.updateTable('quotas').set({ size: 0 }).where('id', 'in', quotas).execute()
    const html = await show(slug, formOf(await page(`/events/${slug}/register`), { 'tickets.TYPE-1': '1' }))
    expect(textOf(html)).toContain('Dinner: Sold out')
    expect(html).not.toContain('value="TYPE-3"')
    expect(await page(`/events/${slug}`)).not.toContain('/waiting-list')
  })

  test('stand in the sum and on the order, the guest by name, all with their main ticket', async () => {
    const { slug } = await withDinner()
    const chosen = { 'tickets.TYPE-1': '1', ...person(0, 'Amina', { addons: 'TYPE-3', 'guests.TYPE-4': 'Juma' }) }
    const first = await show(slug, formOf(await page(`/events/${slug}/register`), { 'tickets.TYPE-1': '1' }))
    const shown = await show(slug, formOf(first, chosen))
    expect(textOf(shown)).toMatch(/Accompanying person Juma US\$70.*Total US\$580/)
    const answer = await app.post(
      `/events/${slug}/register`,
      formOf(shown, { ...chosen, conduct: 'on', method: 'card' }),
    )
    expect(answer.status).toBe(303)
    const seats = await app.db
      .selectFrom('registrations')
      .innerJoin('people', 'people.id', 'registrations.personId')
      .select(['registrations.id', 'mainRegistrationId', 'fullName', 'email'])
      .execute()
    const main = seats.find(({ mainRegistrationId }) => mainRegistrationId === null)!
    expect(seats).toHaveLength(3)
    expect(seats.filter(({ mainRegistrationId }) => mainRegistrationId === main.id)).toHaveLength(2)
    expect(seats.find(({ fullName }) => fullName === 'Juma')!.email).toBeFalsy()
  })

  test('that were ticked without looking at the new sum are told first, and nothing is booked', async () => {
    const { slug } = await withDinner()
    const shown = await show(slug, formOf(await page(`/events/${slug}/register`), { 'tickets.TYPE-1': '1' }))
    const typed = { 'tickets.TYPE-1': '1', ...person(0, 'Amina', { addons: 'TYPE-3' }), conduct: 'on', method: 'card' }
    const answer = await app.post(`/events/${slug}/register`, formOf(shown, typed))
    const html = await answer.text()
    expect(answer.status).toBe(409)
    expect(textOf(html)).toContain('This order now costs US$510 in all.')
    expect(await lines()).toEqual([])
    expect((await app.post(`/events/${slug}/register`, formOf(html, typed))).status).toBe(303)
  })

  test('that are sold out are told at the person who wanted them', async () => {
    const { slug } = await withDinner()
    const chosen = { 'tickets.TYPE-1': '1', ...person(0, 'Amina', { addons: 'TYPE-3' }) }
    const shown = await show(slug, formOf(await page(`/events/${slug}/register`), chosen))
    await app.db.updateTable('quotas').set({ size: 0 }).where('size', '=', 2).execute()
    const answer = await app.post(
      `/events/${slug}/register`,
      formOf(shown, { ...chosen, conduct: 'on', method: 'card' }),
    )
    expect([409, 422]).toContain(answer.status)
    expect(await answer.text()).toMatch(/href="#people-0-addons"/)
  })
})

describe('a code', () => {
  test('lowers the sum by its button, and the line stays on the order', async () => {
    const event = await givenEvent(app.db, { tickets: [{ price: 12_000, seats: 9 }] })
    await givenVoucher(app.db, event.id, { code: 'TENOFF' })
    const typed = { 'tickets.TYPE-1': '1', voucherCodes: 'ten-off' }
    const shown = await show(event.slug, formOf(await page(`/events/${event.slug}/register`), typed))
    expect(textOf(shown)).toMatch(/Code TENOFF -US\$12 .*Total US\$108/)
    expect(shown).toContain('value="ten-off"')
    const form = formOf(shown, { ...typed, ...person(0, 'Amina'), conduct: 'on', method: 'card' })
    expect((await app.post(`/events/${event.slug}/register`, form)).status).toBe(303)
    expect((await lines()).map(({ kind, amountMinor }) => [kind, amountMinor])).toEqual([
      ['ticket', 12_000],
      ['voucher', -1200],
    ])
  })

  test('opens hidden tickets, by the button and by the address', async () => {
    const event = await givenEvent(app.db, {
      tickets: [{ name: 'Open' }, { name: 'Speaker', isHidden: 1 }, { name: 'Staff', admission: 'code' }],
    })
    const [, speaker] = event.tickets
    const campaign = { effect: 'access' as const, opensHidden: 1 as const, ticketTypeIds: [speaker!.id] }
    await givenVoucher(app.db, event.id, { code: 'SPEAK', campaign })
    const html = await page(`/events/${event.slug}/register`)
    expect(html).not.toMatch(/Speaker|Staff/)
    const opened = await page(`/events/${event.slug}/register?code=speak&ticket=TYPE-2`)
    expect(opened).toContain('Speaker')
    expect(opened).not.toContain('Staff')
    expect(await show(event.slug, formOf(html, { voucherCodes: 'SPEAK' }))).toContain('Speaker')
    const typed = { 'tickets.TYPE-2': '1', voucherCodes: 'SPEAK', ...person(0, 'Amina'), conduct: 'on' }
    expect((await app.post(`/events/${event.slug}/register`, formOf(opened, typed))).status).toBe(303)
  })

  test.each([
    ['that nobody gave out', {}, 'NONE', 'There is no code NONE here'],
    ['that has expired', { campaign: { endsAt: '2026-01-01T00:00:00.000Z' } }, 'CODE', 'has expired'],
    ['that is used up', { maximumUses: 1, used: 1 }, 'CODE', 'has been used as often as it could be'],
  ])('%s is told at its field, and what was typed stays', async (_name, given, typed, sentence) => {
    const event = await givenEvent(app.db, { tickets: [{ price: 12_000 }] })
    const { id } = await givenVoucher(app.db, event.id, given)
    const html = await show(
      event.slug,
      formOf(await page(`/events/${event.slug}/register`), { 'tickets.TYPE-1': '1', voucherCodes: typed }),
    )
    expect(html).toMatch(/href="#voucherCodes"/)
    expect(html).toContain(sentence)
    expect(html).toContain(`value="${typed}"`)
    expect(html).toContain('<title>Error: ')
    await app.db.updateTable('vouchers').set({ used: 0 }).where('id', '=', id).execute()
  })

  test('can be entered where nothing is sold openly', async () => {
    const event = await givenEvent(app.db, { tickets: [{ name: 'Staff', admission: 'code' }] })
    const campaign = { effect: 'access' as const, opensHidden: 1 as const }
    await givenVoucher(app.db, event.id, { code: 'STAFF', campaign })
    const html = await page(`/events/${event.slug}/register`)
    expect(html).toContain('name="code"')
    expect(html).not.toContain('name="formKey"')
    expect(await page(`/events/${event.slug}/register?code=STAFF`)).toContain('name="formKey"')
    expect(await page(`/events/${event.slug}/register?code=WRONG`)).toContain('There is no code WRONG here')
  })
})

describe('a ticket for some', () => {
  const asking = async (eligibility: 'student' | 'low-income-economy', proof: 'declaration' | 'desk' | 'upload') => {
    const event = await givenEvent(app.db, { tickets: [{ eligibility, proof }] })
    return { slug: event.slug, html: await page(`/events/${event.slug}/register`) }
  }

  test('is said to be so, and needs the box ticked', async () => {
    const { slug, html } = await asking('student', 'declaration')
    expect(html).toContain('For full-time students')
    const typed = { 'tickets.TYPE-1': '1', ...person(0, 'Amina'), conduct: 'on' }
    const missing = await app.post(`/events/${slug}/register`, formOf(html, typed))
    expect(missing.status).toBe(422)
    expect(await missing.text()).toMatch(/href="#people-0-declared">Tick this/)
    const form = formOf(html, { ...typed, 'people[0].declared': 'on' })
    expect((await app.post(`/events/${slug}/register`, form)).status).toBe(303)
    const proof = await app.db.selectFrom('proofs').select(['how', 'state']).executeTakeFirst()
    expect(proof).toEqual({ how: 'declaration', state: 'verified' })
  })

  test('by residence is refused to who lives elsewhere', async () => {
    const { slug, html } = await asking('low-income-economy', 'desk')
    expect(html).toContain('it is checked at the desk')
    const typed = { 'tickets.TYPE-1': '1', conduct: 'on' }
    const refused = await app.post(
      `/events/${slug}/register`,
      formOf(html, { ...typed, ...person(0, 'Lars', { country: 'SE' }) }),
    )
    expect(refused.status).toBe(409)
    expect(await refused.text()).toContain('does not fit this ticket')
    const form = formOf(html, { ...typed, ...person(0, 'Amina', { country: 'RW' }) })
    const answer = await app.post(`/events/${slug}/register`, form)
    expect(answer.status).toBe(303)
    expect(await page(answer.headers.get('Location')!)).toContain('Bring your proof: it is checked at the desk.')
  })

  test('takes a paper with it, which rides along past other errors', async () => {
    const { slug, html } = await asking('student', 'upload')
    expect(html).toMatch(/<form [^>]*enctype="multipart\/form-data"/i)
    const send = async (from: string, typed: Record<string, string>, file?: Blob) => {
      const body = new FormData()
      for (const [name, value] of formOf(from, typed)) body.append(name, value)
      if (file) body.append('people[0].proof', file, 'card.pdf')
      return await app.fetch(`/events/${slug}/register`, { method: 'POST', body })
    }
    const typed = { 'tickets.TYPE-1': '1', ...person(0, 'Amina'), conduct: 'on' } as Record<string, string>
    const none = await send(html, typed)
    expect(none.status).toBe(409)
    expect(await none.text()).toMatch(/href="#people-0-proof"/)
    const paper = new Blob(['%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n'], { type: 'application/pdf' })
    const wrong = await send(html, { ...typed, 'people[0].email': 'amina@' }, paper)
    const again = await wrong.text()
    expect(wrong.status).toBe(422)
    expect(again).toContain('card.pdf')
    const answer = await send(again, typed)
    expect(answer.status).toBe(303)
    expect(await app.db.selectFrom('proofs').select(['how', 'state']).executeTakeFirst()).toEqual({
      how: 'upload',
      state: 'waiting',
    })
    expect(await page(answer.headers.get('Location')!)).toContain('We still look at the proof that you sent.')
  })
})

describe('people who are named later', () => {
  test('are seats without name and address, for orders of more than one', async () => {
    const { slug } = await givenEvent(app.db, { tickets: [{ seats: 9 }] })
    const html = await page(`/events/${slug}/register`)
    expect(html).not.toContain('people[0].later')
    const numbers = { 'tickets.TYPE-1': '3' }
    const shown = await show(slug, formOf(html, { ...numbers, 'people[2].later': 'on' }))
    expect(shown).toContain('name="people[1].later"')
    const form = formOf(shown, {
      ...numbers,
      ...person(0, 'Amina'),
      'people[1].later': 'on',
      'people[2].later': 'on',
      conduct: 'on',
    })
    const answer = await app.post(`/events/${slug}/register`, form)
    expect(answer.status).toBe(303)
    const people = await app.db.selectFrom('people').select(['fullName', 'email']).execute()
    expect(people.filter(({ fullName }) => fullName === '')).toHaveLength(2)
    const order = await page(answer.headers.get('Location')!)
    expect(order).toContain('Some seats have no name yet')
    expect(order.match(/Name this person/g)).toHaveLength(2)
  })

  test('may be all of them, when somebody orders who does not come', async () => {
    const { slug } = await givenEvent(app.db, { tickets: [{ seats: 9 }] })
    const html = await page(`/events/${slug}/register`)
    const chosen = { 'tickets.TYPE-1': '2', forOthers: 'on', 'people[0].later': 'on', 'people[1].later': 'on' }
    const shown = await show(slug, formOf(html, chosen))
    expect(shown).toContain('name="orderer.fullName"')
    const missing = await app.post(`/events/${slug}/register`, formOf(shown, { ...chosen, conduct: 'on' }))
    expect(await missing.text()).toMatch(/href="#orderer-email">You, who order: Enter an email/)
    const orderer = { 'orderer.fullName': 'Grace', 'orderer.email': 'grace@example.org' }
    const answer = await app.post(`/events/${slug}/register`, formOf(shown, { ...chosen, ...orderer, conduct: 'on' }))
    expect(answer.status).toBe(303)
    expect(textOf(await page(answer.headers.get('Location')!))).toContain('Grace')
  })
})

describe('questions that hang on another', () => {
  test('come with the answer, and are shown before the order is placed', async () => {
    const event = await givenEvent(app.db)
    const question = async (code: string, position: number, more: object = {}) => {
      const id = `00000000-0000-7000-8000-00000000000${position}`
      const row = { id, eventId: event.id, code, position, kind: 'text' as const, isRequired: 0 as const, purpose: '' }
      await app.db
        .insertInto('questions')
        .values({ ...row, audience: 'organizers', eraseOn: null, isRetired: 0, ...more } as never)
        .execute()
      await app.db
        .insertInto('questionTexts')
        .values({ questionId: id, language: 'en', label: `Question ${code}`, help: '', options: '' })
        .execute()
      return id
    }
    const visa = await question('VISA', 1, { kind: 'yesno' })
    await question('PASSPORT', 2, { shownWhenQuestionId: visa, shownWhenValue: 'yes' })
    const html = await page(`/events/${event.slug}/register`)
    expect(html).not.toContain('Question PASSPORT')
    const typed = { 'tickets.TYPE-1': '1', ...person(0, 'Amina'), 'people[0].answers.VISA': 'yes', conduct: 'on' }
    const more = await app.post(`/events/${event.slug}/register`, formOf(html, typed))
    const asked = await more.text()
    expect(more.status).toBe(422)
    expect(asked).toContain('Your answers led to further questions')
    expect(asked).toContain('Question PASSPORT')
    expect((await app.post(`/events/${event.slug}/register`, formOf(asked, typed))).status).toBe(303)
  })
})

describe('paying', () => {
  test('each way says what it means, and the order follows it', async () => {
    const { slug } = await givenEvent(app.db, {
      paymentMethods: 'card,bank-transfer,invoice',
      tickets: [{ price: 12_000, seats: 9 }],
    })
    const html = await page(`/events/${slug}/register`)
    const words = textOf(html)
    expect(words).toMatch(/Card .*that page needs JavaScript\. Your seats are confirmed once the money is here\./)
    expect(words).toMatch(/Bank transfer .*Due by \d+ \w+ 202\d, \d\d:\d\d \(UTC\+2\)\./)
    expect(words).toMatch(/Invoice to an organization .*Your seats are confirmed at once\./)
    const typed = { 'tickets.TYPE-1': '1', ...person(0, 'Amina'), conduct: 'on', method: 'bank-transfer' }
    const answer = await app.post(`/events/${slug}/register`, formOf(html, typed))
    expect(answer.headers.get('Location')).toMatch(/^\/orders\/P/)
    const order = textOf(await page(answer.headers.get('Location')!))
    expect(order).toContain('Only the payment is left')
    expect(order).toMatch(/Reference RF\d\d P/)
  })

  test('an invoice needs somebody to write it to', async () => {
    const { slug } = await givenEvent(app.db, { paymentMethods: 'invoice', tickets: [{ price: 12_000, seats: 9 }] })
    const html = await page(`/events/${slug}/register`)
    const typed = { 'tickets.TYPE-1': '1', ...person(0, 'Amina'), conduct: 'on', method: 'invoice' }
    const missing = await app.post(`/events/${slug}/register`, formOf(html, typed))
    const again = await missing.text()
    expect(missing.status).toBe(422)
    expect(again).toMatch(/href="#payer-name">Payer: Enter the name of the payer/)
    expect(again).toContain('<details open="" class="after">')
    const payer = {
      'payer.name': 'Purchasing',
      'payer.organization': 'Example University',
      'payer.address': '1 Example Road',
      'payer.country': 'KE',
      'payer.purchaseOrder': 'PO-77',
    }
    expect((await app.post(`/events/${slug}/register`, formOf(again, { ...typed, ...payer }))).status).toBe(303)
    const stored = await app.db.selectFrom('payers').select(['name', 'purchaseOrder', 'country']).execute()
    expect(stored).toEqual([{ name: 'Purchasing', purchaseOrder: 'PO-77', country: 'KE' }])
  })

  test('a free order asks nothing about money', async () => {
    const { slug } = await givenEvent(app.db)
    expect(await page(`/events/${slug}/register`)).not.toMatch(/name="method"|name="payer\./)
  })
})

test('prices say until when they hold, each on the clock in which its end was set', async () => {
  const endsAt = '2027-01-31T12:00:00.000Z'
  const { slug } = await givenEvent(app.db, {
    tickets: [
      { name: 'Paper', steps: [{ amountMinor: 100, endsAt, closesZone: 'AoE' }] },
      { name: 'Pass', steps: [{ amountMinor: 100, endsAt, closesZone: 'UTC' }] },
      { name: 'Day', steps: [{ amountMinor: 100, endsAt }] },
    ],
  })
  const words = textOf(await page(`/events/${slug}/register`))
  expect(words).toContain('Paper: these prices apply until 30 January 2027, 23:59 (UTC−12), Anywhere on Earth.')
  expect(words).toContain('Pass: these prices apply until 31 January 2027, 12:00 (UTC).')
  expect(words).toContain('Day: these prices apply until 31 January 2027, 14:00 (UTC+2).')
})

describe('the waiting list', () => {
  test('is where a sold-out ticket leads, and a free seat that people wait for is not sold', async () => {
    const event = await givenFullEvent(app.db, { tickets: [{ seats: 1, name: 'Pass' }, { name: 'Remote' }], seats: 1 })
    const link = `href="/events/${event.slug}/waiting-list"`
    expect(await page(`/events/${event.slug}/register`)).toContain(link)
    await joinWaitingList(app.db, aWish(event))
    await app.db.updateTable('quotas').set({ size: 2 }).execute()
    const html = await page(`/events/${event.slug}/register`)
    expect(html).toContain(link)
    expect(html).not.toContain('name="tickets.TYPE-1"')
  })

  test('an event with nothing else offers it instead of a form', async () => {
    const event = await givenFullEvent(app.db)
    const html = await page(`/events/${event.slug}/register`)
    expect(html).toContain('you are offered a seat in your turn')
    expect(html).not.toContain('name="formKey"')
  })

  async function anOffer() {
    const event = await givenEvent(app.db, { tickets: [{ seats: 1, name: 'Pass', price: 12_000 }] })
    await openList(app.db, event.id)
    await app.db.updateTable('quotas').set({ size: 0 }).execute()
    await joinWaitingList(app.db, aWish(event, { fullName: 'Amina', email: 'amina@example.org' }))
    await app.db.updateTable('quotas').set({ size: 1 }).execute()
    await offerSeats(app.db, { now: NOW })
    const offer = await app.db.selectFrom('offers').selectAll().executeTakeFirstOrThrow()
    const key = offerKey(app.services.config.secret, offer.id)
    return { event, offer, address: `/events/${event.slug}/register?offer=${offer.id}&key=${key}` }
  }

  test('an offer is a form for the held seats, and placing it takes them', async () => {
    const { event, offer, address } = await anOffer()
    expect(await page(`/events/${event.slug}/register`)).not.toContain('name="formKey"')
    const answer = await app.get(address)
    const html = await answer.text()
    expect(answer.headers.get('Referrer-Policy')).toBe('no-referrer')
    expect(textOf(html)).toContain('One seat is held for you from the waiting list, until')
    expect(html).toContain('value="Amina"')
    const typed = { 'tickets.TYPE-1': '1', ...person(0, 'Amina'), conduct: 'on', method: 'card' }
    const placed = await app.post(address, formOf(html, typed))
    expect(placed.status).toBe(303)
    const after = await app.db.selectFrom('reservedSeats').select('remaining').executeTakeFirst()
    expect(after!.remaining).toBe(0)
    expect((await app.get(address)).status).toBe(410)
    expect(offer.seats).toBe(1)
  })

  test('an offer of which the time is over, or without its key, opens nothing', async () => {
    const { offer, address } = await anOffer()
    expect((await app.get(address.replace(/key=.*/, 'key=x'))).status).toBe(404)
    expect((await app.get(address.replace(offer.id, 'none'))).status).toBe(404)
    app.setNow(addMinutes(offer.untilAt, 1))
    const over = await app.get(address)
    expect(over.status).toBe(410)
    expect(await over.text()).toContain('This offer is over')
  })
})
