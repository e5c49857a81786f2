import type { LoaderFunctionArgs } from '@remix-run/node'
import { readPublicDocument } from '#app/events/document/read-documents.server.ts'
import { withLinks } from '#app/events/document/with-links.ts'
import { notFound } from '#app/http/answers.ts'
import { openData } from '#app/http/open-data.ts'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const document = await readPublicDocument(context.services.db, params.event!)
  if (!document) throw notFound()
  return openData(request, withLinks(document, context.services.config.baseUrl))
}
