import type { LoaderFunctionArgs } from '@remix-run/node'
import { clonedOf } from './cloned-note.tsx'
import { findHalfDone, formOf, type HalfDoneDraft } from './half-done.server.ts'
import { countIn } from './told-answer.ts'
import { type DetailField, differences, storedForm } from '#app/events/details.ts'
import { detailsSchema, textLanguage } from '#app/events/details-form.ts'
import {
  type DetailsForEditing,
  findDetails,
  findEventForEditing,
  listHostChoices,
  listTopicChoices,
} from '#app/events/editing-queries.server.ts'
import { findPublishFacts } from '#app/events/publishing/find-publish-facts.server.ts'
import { publishChecklist } from '#app/events/publishing/publish-checklist.ts'
import { notFound } from '#app/http/answers.ts'
import { parseForm } from '#app/http/form.server.ts'
import { requireOrganizer } from '#app/http/guards.server.ts'
import { mayOrganizeSeries } from '#app/people/rights.ts'
import { countTold } from '#app/registrations/telling/told.server.ts'

/** The address of the form of an event's details with its texts in one language. */
export function detailsForm(slug: string, text: string): string {
  return `/organize/${slug}/details?text=${text}`
}

/** What the details of an event are shown with, and what their reader left half done. */
export async function loadDetails({ request, params, context }: LoaderFunctionArgs) {
  const { event, signedIn } = await requireOrganizer(request, context, params.event!)
  const { db } = context.services
  const address = new URL(request.url).searchParams
  const known = (await findEventForEditing(db, event.id, context.language))!
  const text = textLanguage()
    .catch(known.language)
    .parse(address.get('text') ?? known.language)
  const [stored, facts, hosts, topics, people, draft] = await Promise.all([
    findDetails(db, event.id, text),
    findPublishFacts(db, event.id),
    listHostChoices(db),
    listTopicChoices(db, context.language),
    known.status === 'published' && (known.postponedAt !== null || known.endsAt > context.now)
      ? countTold(db, event.id, 'event-moved')
      : 0,
    findHalfDone(request, context, { accountId: signedIn.accountId, form: detailsForm(event.slug, text) }),
  ])
  if (!stored || !facts) throw notFound()
  return {
    stored,
    hosts,
    topics,
    people,
    draft,
    conflict: changedMeanwhile(draft, stored),
    mayClone: mayOrganizeSeries(signedIn.roles, event.seriesId),
    isSaved: address.has('saved'),
    cloned: clonedOf(address),
    told: countIn(address, 'told'),
    moved: countIn(address, 'moved'),
    sessions: facts.sessions.length,
    checklist: publishChecklist(facts, context.now),
  }
}

/** Where what was half done and taken up was typed over something else than what stands there now: what differs. */
function changedMeanwhile(draft: HalfDoneDraft | null, stored: DetailsForEditing): DetailField[] | null {
  if (!draft?.taken || draft.seen === stored.seen) return null
  const parsed = parseForm(formOf(draft.taken), detailsSchema)
  return parsed.ok ? differences(storedForm(parsed.value), stored.details) : []
}
