import { deadlineFile } from '#app/calendar/own/deadline-file.ts'
import { payDeadline } from '#app/calendar/own/own-deadlines.server.ts'
import { CALENDAR_TYPE, siteOf } from '#app/http/feed-answer.server.ts'
import { feedLoader } from '#app/http/feed-loader.server.ts'
import { isOrderKey } from '#app/registrations/order-key.ts'
import { keyedOrder } from '#app/registrations/order-queries.server.ts'
import { parseCode } from '#app/values/code.ts'

/** By when an order is to be paid, to keep; there while it waits for its money. */
export const loader = feedLoader(async ({ request, params, context }) => {
  const { db, config } = context.services
  const key = new URL(request.url).searchParams.get('key') ?? ''
  const order = await keyedOrder(db, parseCode(params.code ?? '') ?? '')
  // An unknown code takes the same steps as a wrong key.
  const isTheirs = isOrderKey(config.secret, order ?? { id: '', keyVersion: 0 }, key)
  if (!order || !isTheirs) return null
  const site = siteOf(context)
  const entry = await payDeadline(db, order.id, { ...site, now: context.now })
  if (!entry) return null
  const filename = `${order.code}-pay-by.ics`
  return { ...deadlineFile(entry, site), type: CALENDAR_TYPE, filename, isDownload: true, isPrivate: true }
})
