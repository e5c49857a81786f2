import { type RawBuilder, sql } from 'kysely'
import type { FinanceFilter } from './finance-filter.ts'
import { referencesIn } from '../reference.ts'
import { parseCode } from '#app/values/code.ts'
import { addDays } from '#app/values/moment.ts'
import { emailKey, sortKey } from '#app/values/text.ts'

/** Where a list has what it is narrowed by; a column that it does not have narrows nothing. */
export interface FilteredColumns {
  at: string
  currency: string
  method?: string
  fund?: string
  /** The provider's or the bank's name for the money, searched by its beginning. */
  reference?: string
}

/**
 * A filter as one condition over a query that has `orders`, `events` and the orderer as `people`. Text finds an order by
 * its code, a payment by its reference, a person by a part of the name or by the whole e-mail address.
 */
export function matches(filter: FinanceFilter, columns: FilteredColumns): RawBuilder<boolean> {
  const conditions: RawBuilder<unknown>[] = [sql`1 = 1`]
  const equals = (column: string | undefined, value: string) => {
    if (column !== undefined && value !== '') conditions.push(sql`${sql.ref(column)} = ${value}`)
  }
  equals('events.slug', filter.event)
  equals(columns.currency, filter.currency)
  equals(columns.method, filter.method)
  equals(columns.fund, filter.fund)
  if (filter.from !== '') conditions.push(sql`${sql.ref(columns.at)} >= ${startOf(filter.from)}`)
  if (filter.to !== '') conditions.push(sql`${sql.ref(columns.at)} < ${startOf(addDays(filter.to, 1))}`)
  if (filter.text !== '') conditions.push(found(filter.text, columns.reference))
  return sql<boolean>`${sql.join(conditions, sql` and `)}`
}

function startOf(day: string): string {
  return `${day}T00:00:00.000Z`
}

function found(text: string, reference: string | undefined): RawBuilder<unknown> {
  const codes = [...referencesIn(text).map(({ orderCode }) => orderCode), parseCode(text) ?? ''].slice(0, 50)
  const ways = [
    sql`${sql.ref('orders.code')} in (${sql.join(codes)})`,
    sql`${sql.ref('people.emailKey')} = ${emailKey(text)}`,
    sql`${sql.ref('people.sortKey')} like ${`%${literal(sortKey(text))}%`} escape '!'`,
    ...(reference ? [sql`${sql.ref(reference)} like ${`${literal(text)}%`} escape '!'`] : []),
  ]
  return sql`(${sql.join(ways, sql` or `)})`
}

/** `%` and `_` mean themselves. */
function literal(words: string): string {
  return words.replace(/[!%_]/g, (sign) => `!${sign}`)
}
