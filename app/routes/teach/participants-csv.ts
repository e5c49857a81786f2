import type { LoaderFunctionArgs } from '@remix-run/node'
import { readerOf, scopedTracks } from './reading.ts'
import { attachment } from '#app/files/attachment.ts'
import { badRequest } from '#app/http/answers.ts'
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
  return new Response(encoded(pieces, report), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8; header=present',
      'Content-Disposition': attachment(`${event.slug}-participants.csv`, 'participants.csv'),
      'Cache-Control': 'private, no-store',
    },
  })
}

/**
 * Pieces as the body of an answer. One that fails after its head was sent cannot change its status any more: it breaks
 * off, so that the browser says that the download failed, and the log says why.
 */
function encoded(pieces: AsyncGenerator<string>, report: (error: unknown) => void): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream({
    async pull(controller) {
      try {
        const { done, value } = await pieces.next()
        if (done) controller.close()
        else controller.enqueue(encoder.encode(value))
      } catch (error) {
        report(error)
        controller.error(error)
      }
    },
    async cancel() {
      await pieces.return(undefined)
    },
  })
}
