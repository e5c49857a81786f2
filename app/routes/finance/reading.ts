import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireFinance } from '#app/http/guards.server.ts'
import { eventsToChoose } from '#app/payments/finance/finance-events.server.ts'
import { parseFinanceFilter } from '#app/payments/finance/finance-filter.ts'
import { cursorOf } from '#app/values/cursor.ts'
import { ROWS_PER_PAGE } from '#app/payments/finance/finance-queries.server.ts'

/** More events than a list to choose from can hold with sense; others are found by their name. */
const MOST_EVENTS = 200

/** What every list of finance reads from its request: who asks, what for, and the events to choose from. */
export async function readList({ request, context }: LoaderFunctionArgs) {
  const { reach, signedIn } = await requireFinance(request, context)
  const address = new URL(request.url).searchParams
  const filter = parseFinanceFilter(address)
  const { services, language } = context
  const events = await eventsToChoose(services.db, { reach, language, limit: MOST_EVENTS })
  return {
    reach,
    signedIn,
    filter,
    seesAll: reach === 'all',
    events: events.map(({ slug, title, titleLanguage }) => ({ slug, title, titleLanguage })),
    wanted: { reach, filter, language, cursor: cursorOf(address) },
  }
}

export function pagesOf(count: number): number {
  return Math.ceil(count / ROWS_PER_PAGE)
}

export const METHODS = ['card', 'bank-transfer', 'invoice', 'mobile-money', 'desk', 'waiver']
