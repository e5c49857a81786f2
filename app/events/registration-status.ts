import type { Instant } from '#app/values/moment.ts'

/** What is known of a ticket type when one asks whether it can be had. */
export interface TicketFacts {
  admission: string
  isHidden: number
  /** Only beside a main ticket. */
  isAddon?: number
  isClosed: number
  onSaleFromAt: Instant | null
  onSaleUntilAt: Instant | null
  steps: { startsAt: Instant | null; endsAt: Instant | null }[]
  quotas: { size: number; taken: number }[]
}

export interface EventFacts {
  status: string
  postponedAt: Instant | null
  admission: string
  endsAt: Instant
  applyFromAt: Instant | null
  applyUntilAt: Instant | null
  ticketTypes: TicketFacts[]
}

/**
 * How one comes into an event now. `opensAt` stands with `not-open`; `closesAt` with `open`, `full` and `application`
 * when there is an end. `none`: not through Plenary.
 */
export interface RegistrationStatus {
  kind:
    | 'cancelled'
    | 'postponed'
    | 'past'
    | 'not-open'
    | 'open'
    | 'full'
    | 'closed'
    | 'application'
    | 'invitation'
    | 'none'
  opensAt?: Instant
  closesAt?: Instant
}

export function registrationStatus(event: EventFacts, now: Instant): RegistrationStatus {
  if (event.status === 'cancelled') return { kind: 'cancelled' }
  if (event.postponedAt !== null) return { kind: 'postponed' }
  if (event.endsAt <= now) return { kind: 'past' }
  if (event.admission === 'none') return { kind: 'none' }
  if (event.admission === 'invitation') return { kind: 'invitation' }
  if (event.admission === 'application') return applicationStatus(event, now)
  const offered = event.ticketTypes.filter(isOffered)
  if (offered.length === 0) return { kind: 'none' }
  return ticketStatus(
    offered.filter((type) => type.isClosed === 0),
    event.endsAt,
    now,
  )
}

function applicationStatus({ applyFromAt, applyUntilAt }: EventFacts, now: Instant): RegistrationStatus {
  if (applyFromAt !== null && applyFromAt > now) return { kind: 'not-open', opensAt: applyFromAt }
  if (applyUntilAt !== null && applyUntilAt <= now) return { kind: 'closed' }
  return { kind: 'application', ...(applyUntilAt === null ? {} : { closesAt: applyUntilAt }) }
}

function ticketStatus(types: TicketFacts[], endsAt: Instant, now: Instant): RegistrationStatus {
  const spans = types.map((type) => ({ type, ...saleSpan(type, now) }))
  const onSale = spans.filter(({ isOpen }) => isOpen)
  if (onSale.length > 0) {
    const withRoom = onSale.filter(({ type }) => hasRoom(type))
    const closings = (withRoom.length > 0 ? withRoom : onSale).map(({ closesAt }) => closesAt ?? endsAt)
    const closesAt = closings.toSorted().at(-1)!
    return { kind: withRoom.length > 0 ? 'open' : 'full', ...(closesAt < endsAt ? { closesAt } : {}) }
  }
  const [opensAt] = spans.flatMap(({ opensAt }) => (opensAt === null ? [] : [opensAt])).toSorted()
  return opensAt === undefined ? { kind: 'closed' } : { kind: 'not-open', opensAt }
}

/** Whether anyone may see and take it by itself, without a code, an application or an award. */
export function isOffered(type: Pick<TicketFacts, 'admission' | 'isHidden' | 'isAddon'>): boolean {
  return type.admission === 'open' && type.isHidden === 0 && !type.isAddon
}

/** A type without prices is free, within its sale window; a priced one is for sale only while a price applies. */
function saleSpan(
  type: Pick<TicketFacts, 'onSaleFromAt' | 'onSaleUntilAt' | 'steps'>,
  now: Instant,
): { isOpen: boolean; opensAt: Instant | null; closesAt: Instant | null } {
  const spans = type.steps.length === 0 ? [{ startsAt: null, endsAt: null }] : type.steps
  const windows = spans.map(({ startsAt, endsAt }) => ({
    from: laterOf(startsAt, type.onSaleFromAt),
    until: earlierOf(endsAt, type.onSaleUntilAt),
  }))
  const present = windows.filter(({ from, until }) => (from === null || from <= now) && (until === null || until > now))
  const coming = windows.filter(({ from, until }) => from !== null && from > now && (until === null || until > from))
  const [opensAt = null] = coming.map(({ from }) => from!).toSorted()
  // Steps follow one another, so registration closes with the last one that is present or still to come.
  const ends = [...present, ...coming].map(({ until }) => until)
  const closesAt = ends.includes(null)
    ? null
    : (ends
        .map((end) => end!)
        .toSorted()
        .at(-1) ?? null)
  return { isOpen: present.length > 0, opensAt, closesAt }
}

/** A seat is available only when every quota that the type draws on has room. */
export function hasRoom({ quotas }: Pick<TicketFacts, 'quotas'>): boolean {
  return quotas.every(({ size, taken }) => taken < size)
}

function laterOf(one: Instant | null, other: Instant | null): Instant | null {
  if (one === null || other === null) return one ?? other
  return one > other ? one : other
}

function earlierOf(one: Instant | null, other: Instant | null): Instant | null {
  if (one === null || other === null) return one ?? other
  return one < other ? one : other
}
