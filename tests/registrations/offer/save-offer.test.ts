import { expect, test } from 'vitest'
import { listQuotas, listTicketTypes } from '#app/registrations/offer/queries.server.ts'
import { removeQuota } from '#app/registrations/offer/remove-quota.server.ts'
import { removeTicketType } from '#app/registrations/offer/remove-ticket-type.server.ts'
import { saveQuota } from '#app/registrations/offer/save-quota.server.ts'
import { saveTicketType } from '#app/registrations/offer/save-ticket-type.server.ts'
import type { TicketTypeForm } from '#app/registrations/offer/ticket-type-form.ts'
import { givenParticipants } from '#tests/participants/given-participants.ts'
import { NOW, testServices } from '#tests/support/app.ts'
import { givenEvent } from '#tests/support/given.ts'

const at = { now: NOW, actor: { kind: 'account', id: 'an-account' } } as const

const TICKET: TicketTypeForm = {
  textLanguage: 'en',
  name: 'Full pass',
  description: '',
  code: 'FULL',
  trackId: undefined,
  attendance: 'onsite',
  audience: 'standard',
  scope: 'full',
  isAddon: false,
  allowsGuest: false,
  mainIds: [],
  eligibility: 'none',
  proof: 'none',
  admission: 'open',
  isHidden: false,
  isClosed: false,
  allowsRepeat: false,
  minPerOrder: 0,
  maxPerOrder: 10,
  onSaleFromAt: null,
  onSaleUntilAt: null,
  quotaIds: [],
  steps: [{ kind: 'only', amountMinor: 45_000, currency: 'EUR', startsAt: null, endsAt: null, closesZone: null }],
}

test('a pool of seats grows freely and never shrinks below what is taken', async () => {
  const { db, close } = await testServices()
  const event = await givenEvent(db, { tickets: [{ seats: 5 }] })
  const quotaId = event.tickets[0]!.quotaIds[0]!
  await givenParticipants(db, event, [{ fullName: 'A' }, { fullName: 'B' }, { fullName: 'C' }])
  const save = (size: number) =>
    saveQuota(db, { eventId: event.id, quotaId, form: { name: 'Lab', size, overBy: 0, trackId: undefined }, ...at })
  expect(await save(2)).toEqual({
    ok: false,
    refusals: [{ code: 'below-taken', field: 'size', details: { count: 3 } }],
  })
  expect(await save(3)).toMatchObject({ ok: true })
  expect(await save(3)).toMatchObject({ ok: true })
  expect(await listQuotas(db, event.id)).toMatchObject([{ name: 'Lab', size: 3, taken: 3 }])
  expect(await removeQuota(db, { eventId: event.id, quotaId, ...at })).toMatchObject({
    refusals: [{ code: 'quota-used' }],
  })
  await close()
})

test('a pool of another event cannot be changed or used', async () => {
  const { db, close } = await testServices()
  const [event, other] = [await givenEvent(db), await givenEvent(db)]
  const quotaId = other.tickets[0]!.quotaIds[0]!
  const form = { name: 'Mine now', size: 1, overBy: 0, trackId: undefined }
  expect(await saveQuota(db, { eventId: event.id, quotaId, form, ...at })).toMatchObject({
    refusals: [{ code: 'gone' }],
  })
  const ticket = { ...TICKET, quotaIds: [quotaId] }
  expect(await saveTicketType(db, { eventId: event.id, ticketTypeId: null, form: ticket, ...at })).toMatchObject({
    refusals: [{ code: 'unknown-quota', field: 'quotaIds' }],
  })
  const ticketTypeId = other.tickets[0]!.id
  expect(await saveTicketType(db, { eventId: event.id, ticketTypeId, form: TICKET, ...at })).toMatchObject({
    refusals: [{ code: 'gone' }],
  })
  await close()
})

test('a ticket type draws on several pools, and sets the currency of its event', async () => {
  const { db, close } = await testServices()
  const event = await givenEvent(db, { currency: null, tickets: [{ seats: 5, price: 10_000 }] })
  const dinner = await saveQuota(db, {
    eventId: event.id,
    quotaId: null,
    form: { name: 'Dinner', size: 9, overBy: 0, trackId: undefined },
    ...at,
  })
  if (!dinner.ok) throw new Error('refused')
  const room = event.tickets[0]!.quotaIds[0]!
  const form = { ...TICKET, quotaIds: [room, dinner.value.id, room] }
  const added = await saveTicketType(db, { eventId: event.id, ticketTypeId: null, form, ...at })
  if (!added.ok) throw new Error('refused')
  const saved = (await listTicketTypes(db, event.id, 'en')).find(({ id }) => id === added.value.id)!
  expect(saved.quotaIds.toSorted()).toEqual([room, dinner.value.id].toSorted())
  expect(saved.steps).toMatchObject([{ amountMinor: 45_000, currency: 'EUR' }])
  expect(await db.selectFrom('events').select('currency').where('id', '=', event.id).executeTakeFirst()).toEqual({
    currency: 'EUR',
  })
  expect(
    await saveTicketType(db, { eventId: event.id, ticketTypeId: null, form: { ...TICKET, code: 'full' }, ...at }),
  ).toMatchObject({
    refusals: [{ code: 'code-taken', field: 'code' }],
  })
  expect(await removeTicketType(db, { eventId: event.id, ticketTypeId: added.value.id, ...at })).toMatchObject({
    ok: true,
  })
  await close()
})

test('a ticket type with registrations can only be closed', async () => {
  const { db, close } = await testServices()
  const event = await givenEvent(db)
  await givenParticipants(db, event, [{ fullName: 'A' }])
  const ticketTypeId = event.tickets[0]!.id
  expect(await removeTicketType(db, { eventId: event.id, ticketTypeId, ...at })).toEqual({
    ok: false,
    refusals: [{ code: 'ticket-used', details: { count: 1 } }],
  })
  const form = { ...TICKET, steps: [], isClosed: true }
  expect(await saveTicketType(db, { eventId: event.id, ticketTypeId, form, ...at })).toMatchObject({ ok: true })
  expect(await listTicketTypes(db, event.id, 'en')).toMatchObject([{ isClosed: 1, confirmed: 1 }])
  await close()
})

test('a ticket type lets in on the days that it says, on all without any', async () => {
  const { db, close } = await testServices()
  const event = await givenEvent(db)
  const save = (ticketTypeId: string | null, days: string[]) =>
    saveTicketType(db, { eventId: event.id, ticketTypeId, form: { ...TICKET, days }, ...at })
  const added = await save(null, ['2027-06-15', '2027-06-14', '2027-06-15'])
  if (!added.ok) throw new Error('refused')
  const daysOf = async () => (await listTicketTypes(db, event.id, 'en')).find(({ id }) => id === added.value.id)!.days
  expect(await daysOf()).toEqual(['2027-06-14', '2027-06-15'])
  await save(added.value.id, [])
  expect(await daysOf()).toEqual([])
  await save(added.value.id, ['2027-06-16'])
  expect(await removeTicketType(db, { eventId: event.id, ticketTypeId: added.value.id, ...at })).toMatchObject({
    ok: true,
  })
  await close()
})
