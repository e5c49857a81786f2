import { describe, expect, test } from 'vitest'
import { planOffers } from '#app/waiting-list/plan-offers.ts'
import { NO_RULES, type Queue, type QueueEntry } from '#app/waiting-list/queue.ts'
import { whyStill } from '#app/waiting-list/why-still.ts'
import { addMinutes } from '#app/values/moment.ts'
import { NOW } from '#tests/support/now.ts'

const NOTHING = { offers: [], held: [], blocks: [] }

function aType(id: string, quotaIds: string[]) {
  const flags = { isHidden: 0 as const, isClosed: 0 as const, isAddon: 0 as const }
  const sale = { minPerOrder: 0, maxPerOrder: 10, onSaleFromAt: null, onSaleUntilAt: null, steps: [] }
  return { id, admission: 'open' as const, quotaIds, ...flags, ...sale }
}

function anEntry(id: string, given: Partial<QueueEntry> = {}): QueueEntry {
  const waits = { quotaIds: ['room'], waitingFor: ['room'], ticketTypeIds: ['SEAT'], lateSeats: [] }
  const wish = { partySize: 1, isAllOrNothing: 1, wantedUntilAt: null, orderId: null }
  return { id, priority: 1, joinedAt: NOW, state: 'waiting', ...wish, ...waits, ...given }
}

function aQueue(entries: QueueEntry[], free: Record<string, number>, rules = {}): Queue {
  const quotas = Object.entries(free).map(([id, seats]) => [id, { id, size: seats, taken: 0, waiting: 1 }] as const)
  return {
    event: {
      id: 'e',
      status: 'published',
      postponedAt: null,
      startsAt: addMinutes(NOW, 100_000),
      currency: null,
      payableUntil: null,
    },
    rules: { ...NO_RULES, ...rules },
    types: new Map([
      ['SEAT', aType('SEAT', ['room'])],
      ['LAB', aType('LAB', ['lab'])],
      ['BOTH', aType('BOTH', ['room', 'lab'])],
    ]),
    quotas: new Map(quotas),
    entries,
  }
}

const served = (queue: Queue) => planOffers(queue, NOW).offers.map(({ entry, seats }) => `${entry.id} ${seats}`)

describe('who is offered what', () => {
  test('in order, as long as there is room', () => {
    expect(served(aQueue([anEntry('a'), anEntry('b', { partySize: 2 }), anEntry('c')], { room: 3 }))).toEqual([
      'a 1',
      'b 2',
    ])
  })

  test('a party that does not fit keeps only the quotas in which it lacks room', () => {
    const both = anEntry('a', { ticketTypeIds: ['BOTH'] })
    const queue = aQueue([both, anEntry('b'), anEntry('c', { ticketTypeIds: ['LAB'] })], { room: 1, lab: 0 })
    expect(served(queue)).toEqual(['b 1'])
    expect([...planOffers(queue, NOW).waitsFor.get('a')!]).toEqual(['lab'])
  })

  test('what it cannot be given, nobody behind it is given either, unless the rules say so', () => {
    const entries = [anEntry('a', { partySize: 3 }), anEntry('b', { partySize: 2 })]
    expect(served(aQueue(entries, { room: 2 }))).toEqual([])
    expect(served(aQueue(entries, { room: 2 }, { passesOver: 1 }))).toEqual(['b 2'])
  })

  test('money that is here takes one seat after the other, whatever the rest of its order lacks', () => {
    const lateSeats = [
      { ticketTypeId: 'LAB', quotaIds: ['lab'] },
      { ticketTypeId: 'SEAT', quotaIds: ['room'] },
    ]
    const late = anEntry('late', { priority: 0, orderId: 'o', partySize: 2, isAllOrNothing: 0, lateSeats })
    expect(served(aQueue([late, anEntry('b')], { room: 2, lab: 0 }))).toEqual(['late 1', 'b 1'])
  })

  test('nothing is offered when less than an hour would remain, nor of a ticket that is closed', () => {
    const queue = aQueue([anEntry('a')], { room: 1 }, { closesAt: addMinutes(NOW, 59) })
    expect(served(queue)).toEqual([])
    expect(whyStill(queue, queue.entries[0]!, NOTHING, NOW)).toEqual([{ is: 'too-late' }])
    const closed = { ...queue, types: new Map([['SEAT', { ...aType('SEAT', ['room']), isClosed: 1 as const }]]) }
    expect(whyStill(closed, queue.entries[0]!, NOTHING, NOW)).toEqual([{ is: 'closed' }])
  })
})

describe('why somebody still waits', () => {
  const why = (queue: Queue, at: number, around = NOTHING) => whyStill(queue, queue.entries[at]!, around, NOW)

  test('no seat came free; seats are offered, held for who pays, or kept for codes', () => {
    const around = {
      offers: [{ seats: 2, untilAt: addMinutes(NOW, 60), quotaIds: ['room'] }],
      held: [
        { quotaId: 'room', seats: 3 },
        { quotaId: 'lab', seats: 9 },
      ],
      blocks: [
        { quotaId: 'room', seats: 4, untilAt: null },
        { quotaId: 'room', seats: 5, untilAt: null },
      ],
    }
    expect(whyStill(aQueue([anEntry('a')], { room: 0 }), anEntry('a'), around, NOW)).toEqual([
      { is: 'nothing-free' },
      { is: 'offer-open', seats: 2, untilAt: addMinutes(NOW, 60) },
      { is: 'held', seats: 3 },
      { is: 'blocked', seats: 9, untilAt: null },
    ])
  })

  test('the party at the front wants more than is free', () => {
    const queue = aQueue([anEntry('a', { partySize: 4 }), anEntry('b')], { room: 2 })
    expect(why(queue, 0)).toEqual([{ is: 'you-need', wanted: 4, free: 2 }])
    expect(why(queue, 1)).toEqual([{ is: 'front-needs', wanted: 4, free: 2 }])
  })

  test('a seat that is free is on its way', () => {
    const queue = aQueue([anEntry('a'), anEntry('b')], { room: 1 })
    expect(why(queue, 0)).toEqual([{ is: 'moving' }])
    expect(why(queue, 1)).toEqual([{ is: 'behind' }])
  })
})
