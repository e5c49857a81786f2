import type { LoaderFunctionArgs } from '@remix-run/node'
import { readList } from './list-reading.server.ts'
import { badRequest, notFound } from '#app/http/answers.ts'
import { streamAnswer } from '#app/http/stream-answer.ts'
import { formatOf, MEDIA_TYPES } from '#app/participants/files/file-format.ts'
import { readFileStyle } from '#app/participants/files/file-style.ts'
import { openListFile } from '#app/participants/files/open-list-file.server.ts'

/**
 * The list as a file, by the ending of its address, narrowed as on the page: `?purpose=`, and for a CSV `?bom=1` and
 * `?separator=`, for paper `?paper=`.
 */
export async function loader(args: LoaderFunctionArgs) {
  const { signedIn, address, ...asked } = await readList(args)
  const { services, now, language, requestId } = args.context
  const format = formatOf(new URL(args.request.url).pathname)
  const style = readFileStyle(address, language)
  if (format === null) throw notFound()
  if (style === null) throw badRequest()
  const { accountId, roles } = signedIn
  const { event, purpose, trackIds, filter } = asked
  const type = MEDIA_TYPES[format]
  if (args.request.method === 'HEAD') return new Response(null, { headers: { 'Content-Type': type } })
  const opened = await openListFile(services.db, services.printer, {
    accountId,
    linkId: null,
    event,
    roles,
    purpose,
    trackIds,
    filter,
    format,
    style,
    language,
    now,
  })
  if (!opened.ok) {
    if (opened.refusals.some(({ code }) => code === 'no-such-file')) throw notFound()
    throw new Response(null, { status: 503, headers: { 'Retry-After': '5' } })
  }
  const { name, pieces } = opened.value
  const report = (error: unknown) => services.log.error({ fault: String(error), requestId }, `${format} broke off`)
  return streamAnswer(pieces, { type, name, fallback: `participants.${format}`, report })
}
