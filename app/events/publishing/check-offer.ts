import { type ChecklistItem, found, wanted } from './checklist-item.ts'
import { mostPeople } from './most-people.ts'
import type { CheckedType, PublishFacts } from './publish-facts.ts'
import { type Instant, wallClock } from '#app/values/moment.ts'

const TICKETS: [string] = ['tickets']

/** What is on sale, when, for how many. */
export function checkOffer(facts: PublishFacts, now: Instant): ChecklistItem[] {
  const { types, endsAt } = facts
  const onSale = types.filter((type) => canBeHad(type, now, endsAt))
  const over = types.filter((type) => !onSale.includes(type))
  const lostSteps = onSale.filter(({ steps, onSaleFromAt }) =>
    steps.some((step) => step.endsAt !== null && step.endsAt <= later(now, onSaleFromAt)),
  )
  const late = onSale.filter((type) => closings(type).some((at) => at > endsAt))
  return [
    ...(facts.admission === 'registration'
      ? [
          wanted('stop', 'tickets', types.length > 0, 'tickets'),
          ...found('stop', 'onSale', types.length > 0 && onSale.length === 0, TICKETS),
        ]
      : []),
    ...found('warn', 'saleOver', onSale.length > 0 && over.length > 0, TICKETS, { names: namesOf(over) }),
    ...found('warn', 'stepOver', lostSteps.length > 0, TICKETS, { names: namesOf(lostSteps) }),
    ...found('warn', 'saleLate', late.length > 0, TICKETS, { names: namesOf(late) }),
    ...checkBlindSale(facts, onSale, now),
    ...checkSeats(facts),
  ]
}

/** Whoever buys wants to know what for: nothing closes before a session is public. */
function checkBlindSale(facts: PublishFacts, onSale: CheckedType[], now: Instant): ChecklistItem[] {
  const isKnown = facts.sessions.some(({ isPublic }) => isPublic)
  const first = onSale
    .flatMap(closings)
    .filter((at) => at > now && at < facts.endsAt)
    .toSorted()[0]
  if (isKnown || first === undefined) return []
  return found('warn', 'saleBlind', true, ['programme'], { day: wallClock(first, facts.zone).day })
}

function checkSeats({ types, quotas, format, venueSeats, admission }: PublishFacts): ChecklistItem[] {
  const here = types.filter(({ isOnline, isAddon }) => !isOnline && !isAddon)
  const tooLarge = quotas.filter(({ size, room }) => room !== null && size > room.seats)
  const people = mostPeople(here, quotas)
  return [
    ...(admission === 'registration' && format !== 'online'
      ? [
          wanted(
            'warn',
            'seats',
            here.every(({ quotaIds }) => quotaIds.length > 0),
            'tickets',
          ),
        ]
      : []),
    ...tooLarge.flatMap(({ id, name, size, room }) =>
      found('warn', 'roomSeats', true, [`seats/${id}`, 'size'], {
        names: `${name}, ${room!.name}`,
        people: String(size),
        seats: String(room!.seats),
      }),
    ),
    ...found('warn', 'venueSeats', venueSeats !== null && people !== null && people > venueSeats, TICKETS, {
      people: String(people),
      seats: String(venueSeats),
    }),
  ]
}

/** Whether there is a moment, from now to the end of the event, at which somebody can have it. */
function canBeHad({ onSaleFromAt, onSaleUntilAt, steps }: CheckedType, now: Instant, endsAt: Instant): boolean {
  const [from, until] = [later(now, onSaleFromAt), sooner(endsAt, onSaleUntilAt)]
  const isPriced = ({ startsAt, endsAt }: CheckedType['steps'][number]) => later(from, startsAt) < sooner(until, endsAt)
  return from < until && (steps.length === 0 || steps.some(isPriced))
}

function closings({ onSaleUntilAt, steps }: CheckedType): Instant[] {
  return [onSaleUntilAt, ...steps.map(({ endsAt }) => endsAt)].filter((at) => at !== null)
}

function later(one: Instant, other: Instant | null): Instant {
  return other !== null && other > one ? other : one
}

function sooner(one: Instant, other: Instant | null): Instant {
  return other !== null && other < one ? other : one
}

function namesOf(types: CheckedType[]): string {
  return types.map(({ name }) => name).join(', ')
}
