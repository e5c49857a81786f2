import type { LoaderFunctionArgs } from '@remix-run/node'
import { readerOf, scopedTracks } from './reading.ts'
import { badRequest } from '#app/http/answers.ts'
import { csvStream } from '#app/http/csv-answer.ts'
import { requireInstructor } from '#app/http/guards.server.ts'
import { translator } from '#app/locales/translate.ts'
import { SEPARATORS } from '#app/participants/participants-csv.ts'
import { participantsFile } from '#app/participants/participants-file.server.ts'
import { countParticipants, listNames, listVisibleQuestions } from '#app/participants/queries.server.ts'
import { recordDownload } from '#app/participants/record-download.server.ts'
import { visibleAudiences, visibleFields } from '#app/participants/visible-fields.ts'
import { writeParticipant } from '#app/participants/write-participant.ts'
import { cleanLine } from '#app/values/text.ts'

/** The list as a file: `?bom=1` marks it as UTF-8, `?separator=` is comma, semicolon or tab; filters as on the page. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { signedIn, event, trackIds } = await requireInstructor(request, context, params.event!)
  const { now, language, services, requestId } = context
  const { db, log } = services
  const address = new URL(request.url).searchParams
  const separator = SEPARATORS.get(address.get('separator') ?? 'comma')
  if (separator === undefined) throw badRequest()
  const reader = readerOf(signedIn.roles, event)
  const [names, questions] = await Promise.all([
    listNames(db, { eventId: event.id }, language),
    listVisibleQuestions(db, event.id, visibleAudiences(reader), language),
  ])
  const trackId = scopedTracks(names.tracks, trackIds).find(({ id }) => id === address.get('track'))?.id ?? null
  const filter = { eventId: event.id, trackIds, trackId, search: cleanLine(address.get('q') ?? '').slice(0, 100) }
  const rowCount = await countParticipants(db, filter)
  const logged = await recordDownload(db, {
    accountId: signedIn.accountId,
    eventId: event.id,
    trackId,
    kind: 'participants.csv',
    rowCount,
    now,
  })
  if (!logged.ok) throw new Response(null, { status: 503, headers: { 'Retry-After': '5' } })

  const t = translator(language)
  const fields = visibleFields(reader)
  const pieces = participantsFile(db, {
    filter,
    fields,
    questions,
    head: [...fields.map((field) => t(`teach.fields.${field}`)), ...questions.map(({ label }) => label)],
    separator,
    hasMark: address.get('bom') === '1',
    write: writeParticipant({ ...names, questions, language, yes: t('teach.yes'), no: t('teach.no') }),
  })
  const report = (error: unknown) => log.error({ fault: String(error), requestId }, 'participants.csv broke off')
  return csvStream(pieces, { name: `${event.slug}-participants.csv`, fallback: 'participants.csv', report })
}
