import { deadlineFile } from '#app/calendar/own/deadline-file.ts'
import { offerDeadline } from '#app/calendar/own/own-deadlines.server.ts'
import { CALENDAR_TYPE, siteOf } from '#app/http/feed-answer.server.ts'
import { feedLoader } from '#app/http/feed-loader.server.ts'
import { parseCode } from '#app/values/code.ts'
import { keyedEntry } from '#app/waiting-list/queries.server.ts'
import { isWaitingKey } from '#app/waiting-list/waiting-key.ts'

/** Until when the offer of the waiting list holds, to keep; CANCELLED once it is over. */
export const loader = feedLoader(async ({ request, params, context }) => {
  const { db, config } = context.services
  const key = new URL(request.url).searchParams.get('key') ?? ''
  const code = parseCode(params.code ?? '') ?? ''
  const known = await keyedEntry(db, code)
  // An unknown code takes the same steps as a wrong key.
  const isTheirs = isWaitingKey(config.secret, known ?? { id: '', keyVersion: 0 }, key)
  if (!known || !isTheirs) return null
  const site = siteOf(context)
  const entry = await offerDeadline(db, known.id, { ...site, now: context.now })
  if (!entry) return null
  const filename = `${code}-offer.ics`
  return { ...deadlineFile(entry, site), type: CALENDAR_TYPE, filename, isDownload: true, isPrivate: true }
})
