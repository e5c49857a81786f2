import type { LoaderFunctionArgs } from '@remix-run/node'
import { readAttendance } from './attendance-reading.server.ts'
import { everyMark } from '#app/attendance/marking/list-history.server.ts'
import { readMatrix } from '#app/attendance/marking/read-matrix.server.ts'
import { csvStream } from '#app/http/csv-answer.ts'
import { type Translate, translator } from '#app/locales/translate.ts'
import { recordDownload } from '#app/participants/record-download.server.ts'
import { BYTE_ORDER_MARK, csvRows } from '#app/values/csv.ts'

interface Named {
  key: string
  title: string
}

/** The marks as a file, or everybody with how they stand in every slot; who took it away is written down. */
export async function loader(args: LoaderFunctionArgs) {
  const { signedIn, event, trackIds, slots, asked, address } = await readAttendance(args)
  const { services, now, language, requestId } = args.context
  const isTable = address.get('table') === 'people'
  const kind = isTable ? 'attendance-table.csv' : 'attendance.csv'
  const logged = await recordDownload(services.db, {
    accountId: signedIn.accountId,
    eventId: event.id,
    trackId: trackIds === 'all' || trackIds.length > 1 ? null : trackIds[0]!,
    kind,
    rowCount: 0,
    now,
  })
  if (!logged.ok) throw new Response(null, { status: 503, headers: { 'Retry-After': '5' } })
  const t = translator(language)
  const scope = { eventId: event.id, trackIds }
  const pieces = isTable
    ? tableOf(readMatrix(services.db, { ...scope, now }), slots, t)
    : marksOf(everyMark(services.db, { ...scope, slot: asked?.key ?? null, code: null }), slots, t)
  const report = (error: unknown) => services.log.error({ fault: String(error), requestId }, `${kind} broke off`)
  return csvStream(pieces, { name: `${event.slug}-${kind}`, fallback: kind, report })
}

async function* marksOf(pieces: ReturnType<typeof everyMark>, slots: Named[], t: Translate) {
  const head = ['name', 'code', 'slot', 'state', 'at', 'received', 'by', 'source', 'where', 'overruled'] as const
  yield BYTE_ORDER_MARK + csvRows([head.map((key) => t(`attendance.columns.${key}`))])
  for await (const rows of pieces)
    yield csvRows(
      rows.map((row) => [
        row.fullName,
        row.code,
        titleOf(row.slot, slots),
        t(`attendance.marked.${row.state}`),
        row.at,
        row.receivedAt,
        row.by ?? '',
        t(`attendance.sources.${row.source}`),
        row.where,
        row.overruled,
      ]),
    )
}

async function* tableOf(pieces: ReturnType<typeof readMatrix>, slots: Named[], t: Translate) {
  const head = ['name', 'latinName', 'code', 'track'] as const
  const totals = ['present', 'excused', 'of'] as const
  yield (
    BYTE_ORDER_MARK +
    csvRows([
      [
        ...head.map((key) => t(`attendance.columns.${key}`)),
        ...slots.map(({ title }) => title),
        ...totals.map((key) => t(`attendance.columns.${key}`)),
      ],
    ])
  )
  for await (const rows of pieces)
    yield csvRows(
      rows.map(({ fullName, latinName, code, track, states, share }) => [
        fullName,
        latinName ?? '',
        code,
        track ?? '',
        ...slots.map(({ key }) => {
          const state = states[key] ?? 'none'
          return state === 'none' ? '' : t(`attendance.marked.${state}`)
        }),
        ...totals.map((key) => share[key]),
      ]),
    )
}

function titleOf(key: string, slots: Named[]): string {
  return slots.find((one) => one.key === key)?.title ?? key
}
