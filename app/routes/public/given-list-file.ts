import type { LoaderFunctionArgs } from '@remix-run/node'
import { givenList } from './given-list.server.ts'
import { KEYED_PAGE } from '#app/http/private-page.ts'
import { streamAnswer } from '#app/http/stream-answer.ts'
import { languageOf } from '#app/locales/languages.ts'
import { MEDIA_TYPES } from '#app/participants/files/file-format.ts'
import { readFileStyle } from '#app/participants/files/file-style.ts'
import { useListLink } from '#app/participants/files/links/open-list-link.server.ts'
import { openListFile } from '#app/participants/files/open-list-file.server.ts'
import { readListFilter } from '#app/participants/lists/list-filter.ts'
import { trackIdsFor } from '#app/participants/lists/visible-fields.ts'

/** A list that was given on, as its giver would get it now. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { services, now, requestId } = context
  const link = await givenList(context, params['token']!)
  const nothing = (status: number) => new Response(null, { status, headers: KEYED_PAGE })
  if (!link) return nothing(404)
  const { id, event, roles, purpose, format, accountId } = link
  const type = MEDIA_TYPES[format]
  if (request.method === 'HEAD') return new Response(null, { headers: { ...KEYED_PAGE, 'Content-Type': type } })
  const address = new URLSearchParams(link.query)
  const language = languageOf(link.language)
  const opened = await openListFile(services.db, services.printer, {
    accountId,
    linkId: id,
    event,
    roles,
    purpose,
    trackIds: trackIdsFor(purpose, roles, event),
    filter: readListFilter(address),
    format,
    style: readFileStyle(new URLSearchParams(), language)!,
    language,
    now,
  })
  if (!opened.ok) return nothing(opened.refusals.some(({ code }) => code === 'busy') ? 503 : 404)
  await useListLink(services.db, { id, now })
  const { name, pieces } = opened.value
  const report = (error: unknown) => services.log.error({ fault: String(error), requestId }, `${format} broke off`)
  return streamAnswer(pieces, { type, name, fallback: `participants.${format}`, report, headers: KEYED_PAGE })
}
