import type { LoaderFunctionArgs } from '@remix-run/node'
import { everyLogEntry, type LogPlace } from '#app/audit/log.server.ts'
import { type LogFilter, logFilterOf } from '#app/audit/log-filter.ts'
import { findEventForEditing } from '#app/events/editing-queries.server.ts'
import { csvStream } from '#app/http/csv-answer.ts'
import { requireOrganizer } from '#app/http/guards.server.ts'
import { translator } from '#app/locales/translate.ts'
import { BYTE_ORDER_MARK, csvRows } from '#app/values/csv.ts'
import { recordDownload } from '#app/participants/record-download.server.ts'
import type { Services } from '#app/services.server.ts'
import { actionWords } from '#app/ui/action-words.ts'

/** The log as a file, filtered as on its page; who took it away is written down. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { signedIn, event } = await requireOrganizer(request, context, params['event']!)
  const { services, now, language, requestId } = context
  const known = await findEventForEditing(services.db, event.id, language)
  const filter = logFilterOf(new URL(request.url).searchParams)
  const download = { accountId: signedIn.accountId, eventId: event.id, trackId: null, kind: 'log.csv', rowCount: 0 }
  const recorded = await recordDownload(services.db, { ...download, now })
  if (!recorded.ok) throw new Response(null, { status: 503, headers: { 'Retry-After': '5' } })
  const place = { eventId: event.id, zone: known!.zone }
  return csvStream(lines(services.db, place, filter, language), {
    name: `${event.slug}-log.csv`,
    fallback: 'log.csv',
    report: (error) => services.log.error({ requestId, error: String(error) }, 'a log could not be written'),
  })
}

async function* lines(db: Services['db'], place: LogPlace, filter: LogFilter, language: 'en' | 'fr' | 'ar') {
  const t = translator(language)
  const head = [t('team.log.when'), t('team.log.who'), t('team.log.what'), t('team.log.object')]
  yield BYTE_ORDER_MARK + csvRows([[...head, t('team.log.before'), t('team.log.after')]])
  for await (const entries of everyLogEntry(db, place, filter))
    yield csvRows(
      entries.map((entry) => [
        entry.at,
        entry.actorName ?? t(`team.log.actors.${entry.actorKind}`),
        actionWords(entry.action, t),
        entry.objectId,
        JSON.stringify(entry.before),
        JSON.stringify(entry.after),
      ]),
    )
}
