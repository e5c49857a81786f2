import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { askedOrder, toOrder } from './changing.server.ts'
import { toLate } from './to-late.server.ts'
import { parseForm, readForm } from '#app/http/form.server.ts'
import { returnLateMoney } from '#app/payments/refunds/return-late-money.server.ts'
import { remoteSchema } from '#app/registrations/changes/change-form.ts'
import { leaveFor } from '#app/waiting-list/queue-first.server.ts'

/** Whose money came too late takes it back, and waits no longer. */
export async function action(args: ActionFunctionArgs) {
  const { order, key } = await askedOrder(args)
  const { services, now } = args.context
  const parsed = parseForm(await readForm(args.request), remoteSchema)
  const shown = parsed.ok ? parsed.value.shown : -1
  const actor = { kind: 'visitor' as const }
  const returned = await returnLateMoney(services.db, services.gateways, { orderId: order.id, shown, now, actor })
  if (!returned.ok) return toLate(args.context, order.code, key, returned.refusals[0]!.code)
  await leaveFor(services.db, { orderId: order.id, now, actor })
  return toOrder(args.context, { orderCode: order.code, key }, 'returning')
}

/** Somebody who reloads the address of the button. */
export async function loader(args: LoaderFunctionArgs) {
  const { order, key } = await askedOrder(args)
  return toLate(args.context, order.code, key)
}
