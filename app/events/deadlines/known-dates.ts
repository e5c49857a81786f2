import type { Instant } from '#app/values/moment.ts'

/** The dates of an event besides its own days, in the order in which they usually come. */
export const DEADLINES = [
  'scholarshipOpens',
  'scholarshipCloses',
  'applyOpens',
  'applyCloses',
  'saleOpens',
  'earlyEnds',
  'standardEnds',
  'saleCloses',
] as const

export type DeadlineKind = (typeof DEADLINES)[number]

/** As much of an event and its offer as says its dates; `tickets` are those that are shown to everybody. */
export interface DatedEvent {
  admission: string
  startsOn: string
  applyFromAt: Instant | null
  applyUntilAt: Instant | null
  scholarshipFromAt: Instant | null
  scholarshipUntilAt: Instant | null
  tickets: {
    onSaleFromAt: Instant | null
    onSaleUntilAt: Instant | null
    steps: { kind: string; endsAt: Instant | null }[]
  }[]
}

/** The dates that are known, whether they are over or to come. None for history, of which not even the day is known. */
export function knownDates(event: DatedEvent): { kind: DeadlineKind; at: Instant }[] {
  if (event.startsOn.length < 10) return []
  const onSale = event.admission === 'registration' ? event.tickets : []
  const steps = onSale.flatMap(({ steps: dated }) => dated)
  const endOf = (kind: 'early' | 'standard') => steps.find((step) => step.kind === kind)?.endsAt ?? null
  const closes = onSale.map(({ onSaleUntilAt }) => onSaleUntilAt)
  const dates: Record<DeadlineKind, Instant | null> = {
    scholarshipOpens: event.scholarshipFromAt,
    scholarshipCloses: event.scholarshipUntilAt,
    applyOpens: event.applyFromAt,
    applyCloses: event.applyUntilAt,
    saleOpens: sorted(onSale.map(({ onSaleFromAt }) => onSaleFromAt))[0] ?? null,
    earlyEnds: endOf('early'),
    standardEnds: endOf('standard'),
    saleCloses: closes.includes(null) ? null : (sorted(closes).at(-1) ?? null),
  }
  return DEADLINES.flatMap((kind) => (dates[kind] === null ? [] : [{ kind, at: dates[kind] }]))
}

/** Whether something can be done from then on, rather than until then. */
export function isOpening(kind: DeadlineKind): boolean {
  return kind.endsWith('Opens')
}

/** A kind as addresses and UIDs have it: `early-ends`. */
export function deadlineName(kind: DeadlineKind): string {
  return kind.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}

/** The kind of that name, or null. */
export function deadlineNamed(name: string): DeadlineKind | null {
  return DEADLINES.find((kind) => deadlineName(kind) === name) ?? null
}

function sorted(moments: (Instant | null)[]): Instant[] {
  return moments.filter((moment) => moment !== null).toSorted()
}
