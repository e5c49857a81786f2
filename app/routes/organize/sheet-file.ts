import type { LoaderFunctionArgs } from '@remix-run/node'
import { XLSX } from '#app/files/media-type.ts'
import { requireOrganizer } from '#app/http/guards.server.ts'
import { sheetAnswer } from '#app/http/sheet-answer.ts'
import { translator } from '#app/locales/translate.ts'
import { recordDownload } from '#app/participants/record-download.server.ts'
import { exportSheet } from '#app/participants/round-trip/export-sheet.server.ts'
import { filterOfAddress } from '#app/participants/selection/registration-filter.ts'

/** The registrations of a filter to be edited in a spreadsheet program; who took them away is written down. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { signedIn, event } = await requireOrganizer(request, context, params.event!)
  const { now, language, services } = context
  const { pathname, searchParams } = new URL(request.url)
  const kind = pathname.endsWith('.xlsx') ? 'xlsx' : 'csv'
  const t = translator(language)
  const { content, rowCount } = await exportSheet(services.db, {
    eventId: event.id,
    filter: filterOfAddress(searchParams),
    kind,
    separator: searchParams.get('separator') === 'semicolon' ? ';' : ',',
    headOf: (column) => t(`run.columns.${column}`),
    now,
  })
  const download = { accountId: signedIn.accountId, eventId: event.id, trackId: null, rowCount, now }
  const logged = await recordDownload(services.db, { ...download, kind: `sheet.${kind}` })
  if (!logged.ok) throw new Response(null, { status: 503, headers: { 'Retry-After': '5' } })
  return sheetAnswer(content, {
    type: kind === 'xlsx' ? XLSX : 'text/csv; charset=utf-8; header=present',
    name: `${event.slug}-${t('run.sheet.fileName')}.${kind}`,
    fallback: `registrations.${kind}`,
  })
}
