import type { EventView } from './event-view.ts'
import type { Instant } from '#app/values/moment.ts'

export type DateKind =
  | 'scholarshipOpens'
  | 'scholarshipCloses'
  | 'applyOpens'
  | 'applyCloses'
  | 'saleOpens'
  | 'earlyEnds'
  | 'standardEnds'
  | 'saleCloses'
  | 'begins'
  | 'ends'

export interface DateThatMatters {
  kind: DateKind
  at: Instant
  state: 'done' | 'current' | 'next'
}

/** What a person who may come has to know of, in order; the next one is the current one. Nothing for history. */
export function datesThatMatter(event: EventView, now: Instant): DateThatMatters[] {
  if (event.startsOn.length < 10 || event.endsAt <= now) return []
  const onSale = event.admission === 'registration' ? event.tickets : []
  const steps = onSale.flatMap(({ steps: dated }) => dated)
  const endOf = (kind: 'early' | 'standard') => steps.find((step) => step.kind === kind)?.endsAt ?? null
  const closes = onSale.map(({ onSaleUntilAt }) => onSaleUntilAt)
  const known: [DateKind, Instant | null][] = [
    ['scholarshipOpens', event.scholarshipFromAt],
    ['scholarshipCloses', event.scholarshipUntilAt],
    ['applyOpens', event.applyFromAt],
    ['applyCloses', event.applyUntilAt],
    ['saleOpens', earliest(onSale.map(({ onSaleFromAt }) => onSaleFromAt))],
    ['earlyEnds', endOf('early')],
    ['standardEnds', endOf('standard')],
    ['saleCloses', closes.includes(null) ? null : latest(closes)],
    ['begins', event.startsAt],
    ['ends', event.endsAt],
  ]
  const dates = known
    .flatMap(([kind, at]) => (at === null ? [] : [{ kind, at }]))
    .toSorted((one, other) => (one.at < other.at ? -1 : Number(one.at > other.at)))
  const current = dates.findIndex(({ at }) => at > now)
  return dates.map((date, index) => ({
    ...date,
    state: index === current ? 'current' : date.at <= now ? 'done' : 'next',
  }))
}

function earliest(moments: (Instant | null)[]): Instant | null {
  return moments.filter((moment) => moment !== null).toSorted()[0] ?? null
}

function latest(moments: (Instant | null)[]): Instant | null {
  return (
    moments
      .filter((moment) => moment !== null)
      .toSorted()
      .at(-1) ?? null
  )
}
