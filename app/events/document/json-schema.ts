import { z } from 'zod'
import { eventDocument } from './schema.ts'

/** The JSON Schema (2020-12) of the event document, made from the schema that an import validates with. */
export function eventJsonSchema(address: string): Record<string, unknown> {
  const { $schema, ...schema } = z.toJSONSchema(eventDocument, { io: 'input', target: 'draft-2020-12' })
  return { $schema, $id: address, title: 'A Plenary event', ...schema }
}

export function schemaAddress(baseUrl: string): string {
  return `${baseUrl}/schemas/event.json`
}
