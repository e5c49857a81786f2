import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { askedOrder, toOrder } from './changing.server.ts'
import { toLate } from './to-late.server.ts'
import { queueFirst } from '#app/waiting-list/queue-first.server.ts'

/** Whose money came too late waits, before everybody else. */
export async function action(args: ActionFunctionArgs) {
  const { order, key } = await askedOrder(args)
  const { context } = args
  const queued = await queueFirst(context.services.db, {
    orderId: order.id,
    now: context.now,
    actor: { kind: 'visitor' },
  })
  if (!queued.ok) return toLate(context, order.code, key, queued.refusals[0]!.code)
  return toOrder(context, { orderCode: order.code, key }, 'queued')
}

/** Somebody who reloads the address of the button. */
export async function loader(args: LoaderFunctionArgs) {
  const { order, key } = await askedOrder(args)
  return toLate(args.context, order.code, key)
}
