import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireFinance } from '#app/http/guards.server.ts'
import { parseFinanceFilter } from '#app/payments/finance/finance-filter.ts'
import { reconcileProvider } from '#app/payments/reconciliation/reconcile-provider.server.ts'
import { addDays, instantOf, isZone } from '#app/values/moment.ts'
import { currentZoneName } from '#app/values/zones/zone-names.ts'

/** The period that an address asks for, in a zone of its own; the last 30 days unless it says otherwise. */
export async function readPeriod({ request, context }: LoaderFunctionArgs) {
  const { reach, signedIn } = await requireFinance(request, context)
  const query = new URL(request.url).searchParams
  const typed = parseFinanceFilter(query)
  const today = context.now.slice(0, 10)
  const to = typed.to || today
  const from = typed.from !== '' && typed.from <= to ? typed.from : addDays(to, -29)
  const wanted = query.get('zone') ?? 'UTC'
  const zone = wanted.length <= 64 && isZone(wanted) ? currentZoneName(wanted) : 'UTC'
  return { reach, signedIn, from, to, zone, seesAll: reach === 'all' }
}

export type Period = Awaited<ReturnType<typeof readPeriod>>

/** Our side against the provider's, or why there is nothing to compare. */
export async function compareWith({ context }: LoaderFunctionArgs, { reach, from, to, zone }: Period) {
  const { services, now } = context
  const port = services.gateways['card']?.movements
  if (!port) return { ok: false as const, refusals: [{ code: 'no-movements' as const }] }
  return await reconcileProvider(services.db, port, {
    method: 'card',
    reach,
    now,
    from: instantOf(from, '00:00', zone),
    until: instantOf(to, '24:00', zone),
  })
}
