import type { LoaderFunctionArgs } from '@remix-run/node'
import { notFound } from '#app/http/answers.ts'
import { csvAnswer } from '#app/http/csv-answer.ts'
import { requireInstructor } from '#app/http/guards.server.ts'
import { translator } from '#app/locales/translate.ts'
import { listNames } from '#app/participants/queries.server.ts'
import { recordDownload } from '#app/participants/record-download.server.ts'
import { allChanges } from '#app/participants/rosters/changes.server.ts'
import { findRoster } from '#app/participants/rosters/find-roster.server.ts'
import { csvRows } from '#app/values/csv.ts'

/** The changes of a frozen list as a file, as far as the reader teaches; written down like every list that is taken away. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { signedIn, event, trackIds } = await requireInstructor(request, context, params.event!)
  const { services, language, now } = context
  const { db } = services
  const { frozenAt } = await findRoster(db, event.id)
  if (frozenAt === null) throw notFound()
  const [rows, { tracks }] = await Promise.all([
    allChanges(db, { eventId: event.id, frozenAt, trackIds }),
    listNames(db, { eventId: event.id }, language),
  ])
  const logged = await recordDownload(db, {
    accountId: signedIn.accountId,
    eventId: event.id,
    trackId: null,
    kind: 'changes.csv',
    rowCount: rows.length,
    now,
  })
  if (!logged.ok) throw new Response(null, { status: 503, headers: { 'Retry-After': '5' } })
  const t = translator(language)
  const codeOf = (id: string) => tracks.find((track) => track.id === id)?.code ?? ''
  const head = [
    t('roster.changes.at'),
    t('roster.changes.what'),
    t('roster.changes.name'),
    t('roster.changes.latinName'),
    t('roster.track'),
  ]
  const cells = rows.map(({ at, kind, fullName, latinName, trackId }) => [
    at,
    t(`roster.${kind}`),
    fullName,
    latinName ?? '',
    codeOf(trackId),
  ])
  return csvAnswer(csvRows([head, ...cells]), { name: `${event.slug}-changes.csv`, fallback: 'changes.csv' })
}
