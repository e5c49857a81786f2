import { z } from 'zod'
import { parseLocalMoment } from './local-moment.ts'
import { ALWAYS, textLanguage } from '#app/events/details-form.ts'
import { integer, line, optionalLine, tick } from '#app/values/fields.ts'
import { addMinutes, type Instant } from '#app/values/moment.ts'
import { parseMinor } from '#app/values/money.ts'

/** More rows than any ticket needs, and few enough to show. */
export const MOST_PRICES = 20

export const PRICE_KINDS = ['early', 'standard', 'late', 'onsite', 'only'] as const

export type PriceKind = (typeof PRICE_KINDS)[number]

const CURRENCIES = new Set(Intl.supportedValuesOf('currency'))

/** A row of the price table as typed; a row without an amount is no row. */
const rowSchema = z.object({
  kind: z.enum(PRICE_KINDS, { error: 'form.choose' }).default('only'),
  amount: optionalLine(20),
  currency: optionalLine(3),
  startsAt: optionalLine(30),
  endsAt: optionalLine(30),
})

export interface PriceRow {
  kind: PriceKind
  amountMinor: number
  currency: string
  startsAt: Instant | null
  endsAt: Instant | null
}

/** The form of a ticket type; its moments are on the clock of the event's `zone`. */
export function ticketTypeSchema(zone: string) {
  return z
    .object({
      textLanguage: textLanguage(),
      name: line(120),
      description: optionalLine(500),
      code: line(32).pipe(z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u, 'organize.codeShape')),
      trackId: z.string().max(36).optional(),
      attendance: z.enum(['onsite', 'online'], { error: 'form.choose' }),
      admission: z.enum(['open', 'code', 'application', 'award'], { error: 'form.choose' }),
      isHidden: tick(),
      isClosed: tick(),
      allowsRepeat: tick(),
      minPerOrder: integer(0, 100),
      maxPerOrder: integer(1, 100),
      onSaleFromAt: moment(zone),
      onSaleUntilAt: moment(zone),
      quotaIds: z.array(z.string().max(36)).default([]),
      steps: z
        .array(rowSchema)
        .max(MOST_PRICES)
        .default([])
        .transform((rows, context) => priceRows(rows, zone, context)),
    })
    .superRefine((form, context) => {
      if (form.minPerOrder > form.maxPerOrder) issue(context, ['maxPerOrder'], 'organize.mostBelowLeast')
      if (form.onSaleFromAt && form.onSaleUntilAt && form.onSaleUntilAt <= form.onSaleFromAt)
        issue(context, ['onSaleUntilAt'], 'form.timeOrder')
    }, ALWAYS)
}

export type TicketTypeForm = z.output<ReturnType<typeof ticketTypeSchema>>

function moment(zone: string) {
  return optionalLine(30).transform((typed, context): Instant | null => {
    if (typed === '') return null
    const parsed = parseLocalMoment(typed, zone)
    if ('at' in parsed) return parsed.at
    issue(context, [], parsed.message)
    return null
  })
}

function priceRows(typed: z.output<typeof rowSchema>[], zone: string, context: z.RefinementCtx): PriceRow[] {
  const rows = typed.flatMap((row, at) => {
    if (row.amount === '' && row.startsAt === '' && row.endsAt === '') return []
    let isWhole = true
    const read = priceRow(row, zone, (field, message) => {
      isWhole = false
      issue(context, [at, field], message)
    })
    return [{ ...read, at, isWhole }]
  })
  closeGaps(rows)
  for (const [one, other] of overlaps(rows.filter(({ isWhole }) => isWhole)))
    issue(context, [Math.max(one.at, other.at), 'startsAt'], 'organize.pricesOverlap')
  return rows.map(({ at: _at, isWhole: _isWhole, ...row }) => row)
}

function priceRow(
  row: z.output<typeof rowSchema>,
  zone: string,
  complain: (field: string, message: string) => void,
): PriceRow {
  const currency = row.currency.toUpperCase()
  if (!CURRENCIES.has(currency)) complain('currency', 'organize.currencyCode')
  const amountMinor = parseMinor(row.amount, currency)
  if (amountMinor === null) complain('amount', 'form.amount')
  const [startsAt, endsAt] = (['startsAt', 'endsAt'] as const).map((field) => {
    if (row[field] === '') return null
    const parsed = parseLocalMoment(row[field], zone)
    if ('at' in parsed) return parsed.at
    complain(field, parsed.message)
    return null
  }) as [Instant | null, Instant | null]
  if (startsAt && endsAt && endsAt <= startsAt) complain('endsAt', 'form.timeOrder')
  return { kind: row.kind, amountMinor: amountMinor ?? 0, currency, startsAt, endsAt }
}

/** People write "until 23:59" and "from 00:00": the price that follows takes over when the minute begins. */
function closeGaps(rows: PriceRow[]): void {
  for (const row of rows) {
    if (row.startsAt === null) continue
    const before = rows.find(
      (other) =>
        other.currency === row.currency &&
        other.endsAt !== null &&
        other.endsAt < row.startsAt! &&
        row.startsAt! <= addMinutes(other.endsAt, 1),
    )
    if (before) row.startsAt = before.endsAt
  }
}

function overlaps<Row extends PriceRow>(rows: Row[]): [Row, Row][] {
  return rows.flatMap((one, at) =>
    rows
      .slice(at + 1)
      .filter(
        (other) =>
          other.currency === one.currency &&
          (one.endsAt === null || other.startsAt === null || other.startsAt < one.endsAt) &&
          (other.endsAt === null || one.startsAt === null || one.startsAt < other.endsAt),
      )
      .map((other): [Row, Row] => [one, other]),
  )
}

function issue(context: z.RefinementCtx, path: (string | number)[], message: string): void {
  context.addIssue({ code: 'custom', path, message })
}
