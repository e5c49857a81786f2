import { expect, test } from 'vitest'
import { type EventFacts, registrationStatus, type TicketFacts } from '#app/events/registration-status.ts'

const NOW = '2027-03-16T12:00:00.000Z'
const BEFORE = '2027-03-01T00:00:00.000Z'
const LONG_BEFORE = '2027-01-01T00:00:00.000Z'
const AFTER = '2027-04-01T00:00:00.000Z'
const LONG_AFTER = '2027-05-01T00:00:00.000Z'
const END = '2027-06-12T21:00:00.000Z'

const ticket = (facts: Partial<TicketFacts> = {}): TicketFacts => ({
  admission: 'open',
  isHidden: 0,
  isClosed: 0,
  onSaleFromAt: null,
  onSaleUntilAt: null,
  steps: [],
  quotas: [{ size: 20, taken: 3 }],
  ...facts,
})

const status = (facts: Partial<EventFacts> = {}) =>
  registrationStatus(
    {
      status: 'published',
      postponedAt: null,
      admission: 'registration',
      endsAt: END,
      applyFromAt: null,
      applyUntilAt: null,
      ticketTypes: [ticket()],
      ...facts,
    },
    NOW,
  )

test('a cancelled event is that before anything else', () => {
  expect(status({ status: 'cancelled', endsAt: BEFORE })).toEqual({ kind: 'cancelled' })
})

test('a postponed event is that, whatever has become of its old date', () => {
  expect(status({ postponedAt: BEFORE })).toEqual({ kind: 'postponed' })
  expect(status({ postponedAt: LONG_BEFORE, endsAt: BEFORE })).toEqual({ kind: 'postponed' })
  expect(status({ postponedAt: BEFORE, status: 'cancelled' })).toEqual({ kind: 'cancelled' })
})

test('what has ended is past, to the moment', () => {
  expect(status({ endsAt: NOW })).toEqual({ kind: 'past' })
  expect(status({ endsAt: '2027-03-16T12:00:00.001Z' }).kind).toBe('open')
})

test.each([
  ['none', 'none'],
  ['invitation', 'invitation'],
])('admission %s is %s, whatever the tickets say', (admission, kind) => {
  expect(status({ admission })).toEqual({ kind })
})

test('an event without tickets that anyone may take cannot be registered for here', () => {
  expect(status({ ticketTypes: [] })).toEqual({ kind: 'none' })
  expect(status({ ticketTypes: [ticket({ admission: 'code' }), ticket({ isHidden: 1 })] })).toEqual({ kind: 'none' })
})

test('an add-on is no way in: it neither keeps a full event open nor counts as an offer', () => {
  const full = ticket({ quotas: [{ size: 20, taken: 20 }] })
  expect(status({ ticketTypes: [full, ticket({ isAddon: 1 })] }).kind).toBe('full')
  expect(status({ ticketTypes: [ticket({ isAddon: 1 })] })).toEqual({ kind: 'none' })
})

test('applications open, are open and close', () => {
  const applying = (facts: Partial<EventFacts>) => status({ admission: 'application', ...facts })
  expect(applying({ applyFromAt: AFTER })).toEqual({ kind: 'not-open', opensAt: AFTER })
  expect(applying({ applyFromAt: BEFORE, applyUntilAt: AFTER })).toEqual({ kind: 'application', closesAt: AFTER })
  expect(applying({})).toEqual({ kind: 'application' })
  expect(applying({ applyUntilAt: NOW })).toEqual({ kind: 'closed' })
})

test('a free ticket with room is open', () => {
  expect(status()).toEqual({ kind: 'open' })
})

test('a sale window opens and closes', () => {
  const sold = (facts: Partial<TicketFacts>) => status({ ticketTypes: [ticket(facts)] })
  expect(sold({ onSaleFromAt: AFTER })).toEqual({ kind: 'not-open', opensAt: AFTER })
  expect(sold({ onSaleFromAt: NOW, onSaleUntilAt: AFTER })).toEqual({ kind: 'open', closesAt: AFTER })
  expect(sold({ onSaleUntilAt: NOW })).toEqual({ kind: 'closed' })
  expect(sold({ isClosed: 1 })).toEqual({ kind: 'closed' })
})

test('a priced ticket is for sale while one of its prices applies', () => {
  const priced = (...steps: TicketFacts['steps']) => status({ ticketTypes: [ticket({ steps })] })
  const early = { startsAt: LONG_BEFORE, endsAt: BEFORE }
  const present = { startsAt: BEFORE, endsAt: AFTER }
  const late = { startsAt: AFTER, endsAt: LONG_AFTER }
  expect(priced(early, present, late)).toEqual({ kind: 'open', closesAt: LONG_AFTER })
  expect(priced(early)).toEqual({ kind: 'closed' })
  expect(priced(early, late)).toEqual({ kind: 'not-open', opensAt: AFTER })
  expect(priced({ startsAt: null, endsAt: null })).toEqual({ kind: 'open' })
})

test('the window of the type cuts the window of its prices', () => {
  const steps = [{ startsAt: LONG_BEFORE, endsAt: LONG_AFTER }]
  expect(status({ ticketTypes: [ticket({ steps, onSaleFromAt: AFTER })] })).toEqual({
    kind: 'not-open',
    opensAt: AFTER,
  })
  expect(status({ ticketTypes: [ticket({ steps, onSaleUntilAt: AFTER })] })).toEqual({ kind: 'open', closesAt: AFTER })
})

test('full means that no type on sale has room in every quota', () => {
  const full = { size: 20, taken: 20 }
  const room = { size: 20, taken: 19 }
  const over = { size: 20, taken: 22 }
  expect(status({ ticketTypes: [ticket({ quotas: [full] })] })).toEqual({ kind: 'full' })
  expect(status({ ticketTypes: [ticket({ quotas: [room, over] })] })).toEqual({ kind: 'full' })
  expect(status({ ticketTypes: [ticket({ quotas: [full] }), ticket({ quotas: [room] })] })).toEqual({ kind: 'open' })
  expect(status({ ticketTypes: [ticket({ quotas: [full] }), ticket({ quotas: [] })] })).toEqual({ kind: 'open' })
})

test('what is full now and what opens later is full', () => {
  const types = [ticket({ quotas: [{ size: 1, taken: 1 }] }), ticket({ onSaleFromAt: AFTER })]
  expect(status({ ticketTypes: types })).toEqual({ kind: 'full' })
})

test('the end of a sale after the end of the event is not worth telling', () => {
  expect(status({ ticketTypes: [ticket({ onSaleUntilAt: '2028-01-01T00:00:00.000Z' })] })).toEqual({ kind: 'open' })
})
