import { orderFile } from '#app/calendar/own/order-calendar.server.ts'
import { CALENDAR_TYPE } from '#app/http/feed-answer.server.ts'
import { feedLoader } from '#app/http/feed-loader.server.ts'
import { isOrderKey } from '#app/registrations/order-key.ts'
import { keyedOrder } from '#app/registrations/order-queries.server.ts'
import { parseCode } from '#app/values/code.ts'

/** The event with the tickets of an order, to keep. */
export const loader = feedLoader(async ({ request, params, context: { services } }) => {
  const { db, config } = services
  const key = new URL(request.url).searchParams.get('key') ?? ''
  const order = await keyedOrder(db, parseCode(params.code ?? '') ?? '')
  // An unknown code takes the same steps as a wrong key.
  const isTheirs = isOrderKey(config.secret, order ?? { id: '', keyVersion: 0 }, key)
  if (!order || !isTheirs) return null
  const file = await orderFile(db, config, order.id)
  return { ...file, type: CALENDAR_TYPE, filename: `${order.code}.ics`, isDownload: true, isPrivate: true }
})
