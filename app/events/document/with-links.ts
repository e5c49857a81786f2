import { schemaAddress } from './json-schema.ts'
import type { EventDocument } from './schema.ts'

/** A document as it is published: it names its schema, and where else the event is. `baseUrl` has no slash at its end. */
export function withLinks(document: EventDocument, baseUrl: string): EventDocument {
  const html = `${baseUrl}/events/${document.slug}`
  return {
    $schema: schemaAddress(baseUrl),
    ...document,
    links: { self: `${html}.json`, html, calendar: `${html}.ics` },
  }
}
