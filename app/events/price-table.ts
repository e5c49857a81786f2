import type { PriceStep, TicketView } from './event-view.ts'
import { addMinutes, type Instant, wallClock } from '#app/values/moment.ts'
import type { Money } from '#app/values/money.ts'

export interface PriceColumn {
  kind: PriceStep['kind']
  startsAt: Instant | null
  endsAt: Instant | null
  isNow: boolean
}

export interface PriceRow {
  ticket: TicketView
  /** For each column its prices, one a currency; empty is free, null is not sold then. */
  cells: (Money[] | null)[]
}

export interface PriceTable {
  columns: PriceColumn[]
  rows: PriceRow[]
}

const KINDS = ['early', 'standard', 'late', 'onsite'] as const

/**
 * Ticket types against the windows of their prices, early to on site. What has one price for all the time, or is free,
 * says so in every column. A column is dated by the first ticket type that has it.
 */
export function priceTable(tickets: TicketView[], currency: string | null, now: Instant): PriceTable {
  const steps = tickets.flatMap((ticket) => ticket.steps)
  const kinds = KINDS.filter((kind) => steps.some((step) => step.kind === kind))
  const columns = kinds.length > 0 ? kinds.map((kind) => columnOf(steps, kind, now)) : [columnOf(steps, 'only', now)]
  const rows = tickets.map((ticket) => ({
    ticket,
    cells: columns.map(({ kind }) => pricesOf(ticket.steps, kind, currency)),
  }))
  return { columns, rows }
}

function columnOf(steps: PriceStep[], kind: PriceStep['kind'], now: Instant): PriceColumn {
  const step = steps.find((one) => one.kind === kind)
  const window = { startsAt: step?.startsAt ?? null, endsAt: step?.endsAt ?? null }
  return { kind, ...window, isNow: kind !== 'only' && isWithin(window, now) }
}

function pricesOf(steps: PriceStep[], kind: PriceStep['kind'], currency: string | null): Money[] | null {
  if (steps.length === 0) return []
  const lasting = steps.filter((step) => step.kind === 'only')
  const dated = steps.filter((step) => step.kind === kind)
  const prices = dated.length > 0 ? dated : lasting
  if (prices.length === 0) return null
  if (prices.every(({ amountMinor }) => amountMinor === 0)) return []
  return prices.toSorted((one, other) => Number(other.currency === currency) - Number(one.currency === currency))
}

/** From the first moment on, before the last. */
export function isWithin(window: { startsAt: Instant | null; endsAt: Instant | null }, now: Instant): boolean {
  return (window.startsAt === null || window.startsAt <= now) && (window.endsAt === null || now < window.endsAt)
}

/** An end as people say it: midnight is 23:59 of the day before, on days too that begin at 01:00. */
export function lastMinuteOf(endsAt: Instant, zone: string): Instant {
  const before = addMinutes(endsAt, -1)
  return wallClock(before, zone).time === '23:59' ? before : endsAt
}
