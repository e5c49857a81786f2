import { checkDocument } from './check.ts'
import { checkOffer } from './check-offer.ts'
import { clean } from './clean.ts'
import { type PathPart, pathOf, type Problem, problemsOf } from './problems.ts'
import { type EventDocument, eventDocument } from './schema.ts'

/** An event of a file with the place where it stands in it. */
export interface PlacedDocument {
  at: PathPart[]
  event: EventDocument
}

/**
 * The events of a file that was read as JSON: one event, a list of them, or what `/events.json` gives.
 * Every problem is told; when there is one, the documents are not to be used.
 */
export function parseDocuments(json: unknown): { documents: PlacedDocument[]; problems: Problem[] } {
  const problems: Problem[] = []
  const documents: PlacedDocument[] = []
  for (const { at, value } of placed(json)) {
    const cleaned = clean(value)
    const parsed = eventDocument.safeParse(cleaned)
    if (!parsed.success) {
      problems.push(...problemsOf(parsed.error, cleaned, at))
      continue
    }
    problems.push(...problemsWithin({ at, event: parsed.data }))
    documents.push({ at, event: parsed.data })
  }
  const seen = new Set<string>()
  for (const { at, event } of documents) {
    if (seen.has(event.slug)) problems.push({ path: pathOf([...at, 'slug']), message: 'stands in the file twice' })
    seen.add(event.slug)
  }
  return { documents, problems }
}

/** What is wrong with a document that has the right shape. */
export function problemsWithin({ at, event }: PlacedDocument): Problem[] {
  const problems: Problem[] = []
  const tell = (message: string, ...inner: PathPart[]) => problems.push({ path: pathOf([...at, ...inner]), message })
  checkDocument(event, tell)
  checkOffer(event, tell)
  return problems
}

function placed(json: unknown): { at: PathPart[]; value: unknown }[] {
  if (Array.isArray(json)) return json.map((value, at) => ({ at: [at], value }))
  const events = (json as { events?: unknown } | null)?.events
  if (Array.isArray(events)) return events.map((value, at) => ({ at: ['events', at], value }))
  return [{ at: [], value: json }]
}
