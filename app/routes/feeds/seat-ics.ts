import { ownEventCalendar } from '#app/calendar/own/own-event-calendar.server.ts'
import { CALENDAR_TYPE } from '#app/http/feed-answer.server.ts'
import { feedLoader } from '#app/http/feed-loader.server.ts'
import { keyedSeat } from '#app/registrations/naming/keyed-seat.server.ts'
import { isSeatKey } from '#app/registrations/order-key.ts'
import { languageOf } from '#app/locales/languages.ts'
import { parseCode } from '#app/values/code.ts'

/** The event with one person's own seat, to keep: also for whoever did not order it. */
export const loader = feedLoader(async ({ request, params, context: { services } }) => {
  const { db, config } = services
  const key = new URL(request.url).searchParams.get('key') ?? ''
  const seat = await keyedSeat(db, parseCode(params.code ?? '') ?? '')
  // An unknown code takes the same steps as a wrong key.
  const isTheirs = isSeatKey(config.secret, seat ?? { id: '', personId: '', keyVersion: 0 }, key)
  if (!seat || !isTheirs) return null
  const language = languageOf(seat.language)
  const own = await ownEventCalendar(db, { ...config, language }, { ...seat, only: { registrationId: seat.id } })
  if (!own) return null
  const filename = `${seat.code}.ics`
  const { body, entry } = own
  return {
    body,
    type: CALENDAR_TYPE,
    updatedAt: entry.updatedAt,
    filename,
    isDownload: true,
    isPrivate: true,
    language,
  }
})
