import type { LoaderFunctionArgs } from '@remix-run/node'
import { orderCalendar } from '#app/calendar/order-calendar.server.ts'
import { notFound } from '#app/http/answers.ts'
import { CALENDAR_TYPE, feedAnswer } from '#app/http/feed-answer.server.ts'
import { isOrderKey } from '#app/registrations/order-key.ts'
import { keyedOrder } from '#app/registrations/order-queries.server.ts'
import { parseCode } from '#app/values/code.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { db, config } = context.services
  const code = parseCode(params.code ?? '') ?? ''
  const key = new URL(request.url).searchParams.get('key') ?? ''
  const order = await keyedOrder(db, code)
  // An unknown code takes the same steps as a wrong key.
  const isTheirs = isOrderKey(config.secret, order ?? { id: '', keyVersion: 0 }, key)
  if (!order || !isTheirs) throw notFound()
  return feedAnswer(request, context, {
    body: await orderCalendar(db, config, order.id),
    type: CALENDAR_TYPE,
    updatedAt: order.updatedAt,
    filename: `${order.code}.ics`,
    isDownload: true,
    isPrivate: true,
  })
}
