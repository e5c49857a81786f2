import type { LoaderFunctionArgs } from '@remix-run/node'
import { eventJsonSchema, schemaAddress } from '#app/events/document/json-schema.ts'
import { openData } from '#app/http/open-data.ts'

export function loader({ request, context }: LoaderFunctionArgs) {
  const address = schemaAddress(context.services.config.baseUrl)
  return openData(request, eventJsonSchema(address), 'application/schema+json; charset=utf-8')
}
