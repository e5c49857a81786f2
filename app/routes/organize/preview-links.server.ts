import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { previewKey } from '#app/events/publishing/preview-key.ts'
import { findPreviewed } from '#app/events/publishing/preview-link.server.ts'
import { notFound } from '#app/http/answers.ts'
import { requireOrganizer } from '#app/http/guards.server.ts'

/** The link by which colleagues see the event, whole; null when there is none. */
export async function loadLink({ request, params, context }: LoaderFunctionArgs) {
  const { event } = await requireOrganizer(request, context, params.event!)
  const { db, config } = context.services
  const previewed = await findPreviewed(db, event.slug)
  if (!previewed) throw notFound()
  const key = previewKey(config.secret, previewed)
  return {
    link: key && `${config.baseUrl}${context.prefix}/events/${event.slug}/preview?${new URLSearchParams({ key })}`,
    version: previewed.previewVersion,
    isPublic: previewed.status !== 'draft',
  }
}

/** What a command about the link needs; the version that was seen comes with the form. */
export async function linkChange({ request, params, context }: ActionFunctionArgs, form: FormData) {
  const { event, signedIn } = await requireOrganizer(request, context, params.event!)
  const seen = Number(form.get('seen') ?? 0)
  return {
    slug: event.slug,
    eventId: event.id,
    seen: Number.isSafeInteger(seen) ? seen : 0,
    now: context.now,
    actor: { kind: 'account' as const, id: signedIn.accountId },
  }
}
