import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { invalid, refused } from './failed.server.ts'
import { applyChange } from '#app/participants/changes/apply-change.server.ts'
import { type ChangeKind, changeSchema, TEMPLATES } from '#app/participants/changes/planned-change.ts'
import { canHave, languagesOf, previewChange } from '#app/participants/changes/preview-change.server.ts'
import { rehearseChange } from '#app/participants/changes/rehearse-change.server.ts'
import { shownRehearsal } from '#app/participants/changes/shown-rehearsal.ts'
import { changedEvent } from '#app/participants/changes/changed-event.server.ts'
import { existingPage, pageCount, pageNumber, PEOPLE_PAGE } from '#app/participants/paging.ts'
import { withoutKeys } from '#app/mail/without-keys.ts'
import { dropDraft, findDraft } from '#app/people/drafts/drafts.server.ts'
import { draftContent } from '#app/people/drafts/draft-content.ts'
import { saveDraft } from '#app/people/drafts/save-draft.server.ts'
import { countTold } from '#app/registrations/telling/told.server.ts'
import { seeOther } from '#app/http/answers.ts'
import { parseForm, readForm } from '#app/http/form.server.ts'
import { requireOrganizer } from '#app/http/guards.server.ts'

/** The first step of a change: its form, as it was left. What was typed is kept as its organizer's draft. */
export function changeForm(kind: ChangeKind) {
  return async ({ request, params, context }: LoaderFunctionArgs) => {
    const { event, signedIn } = await requireOrganizer(request, context, params.event!)
    const { db } = context.services
    const form = `/organize/${event.slug}/${kind}`
    const [stored, draft, told] = await Promise.all([
      changedEvent(db, event.id),
      findDraft(db, { accountId: signedIn.accountId, form }),
      countTold(db, event.id, TEMPLATES[kind]),
    ])
    return { stored, typed: draft?.content ?? {}, told, isPossible: canHave(kind, stored, context.now) }
  }
}

/** Keeps what was typed and leads to what it would do. */
export function toPreview(kind: ChangeKind) {
  return async ({ request, params, context }: ActionFunctionArgs) => {
    const { event, signedIn } = await requireOrganizer(request, context, params.event!)
    const { db } = context.services
    const form = await readForm(request)
    const { languages } = await changedEvent(db, event.id)
    const parsed = parseForm(form, changeSchema(kind, languages))
    if (!parsed.ok) return invalid(parsed.form)
    const address = `/organize/${event.slug}/${kind}`
    const draft = { accountId: signedIn.accountId, form: address, content: draftContent(form), seen: '' }
    const kept = await saveDraft(db, { ...draft, now: context.now })
    if (!kept.ok) return refused(form, kept.refusals)
    return seeOther(context, `${address}/preview`)
  }
}

/** The second step: what the change would do, as things stand, and the mail as one reader gets it. */
export function changePreview(kind: ChangeKind) {
  return async ({ request, params, context }: LoaderFunctionArgs) => {
    const { input, address, accountId, site } = await planned(kind, { request, params, context })
    const { db } = context.services
    const asked = new URL(request.url).searchParams
    const preview = await previewChange(db, input)
    const reader = preview.told.find(({ id }) => id === asked.get('to')) ?? preview.told[0] ?? null
    const actor = { kind: 'account' as const, id: accountId }
    const rehearsal = await rehearseChange(db, site, { ...input, reader, actor })
    const page = existingPage(pageNumber(asked.get('page')), preview.told.length, PEOPLE_PAGE)
    const left = existingPage(pageNumber(asked.get('left')), preview.leftOut.length, PEOPLE_PAGE)
    const onPage = <Row>(rows: Row[], number: number) => rows.slice((number - 1) * PEOPLE_PAGE, number * PEOPLE_PAGE)
    return {
      address,
      seen: preview.seen,
      effects: preview.effects,
      languages: languagesOf(preview.told),
      told: { page, total: preview.told.length, pages: pageCount(preview.told.length, PEOPLE_PAGE) },
      people: onPage(preview.told, page).map(({ id, name, email, language }) => ({ id, name, email, language })),
      left: { page: left, total: preview.leftOut.length, pages: pageCount(preview.leftOut.length, PEOPLE_PAGE) },
      leftOut: onPage(preview.leftOut, left),
      reader: reader && { id: reader.id, name: reader.name, language: reader.language },
      rehearsal: rehearsal.ok ? shownRehearsal(rehearsal.value) : null,
      refusals: rehearsal.ok ? [] : rehearsal.refusals,
    }
  }
}

/** The third step: it is done, as it was looked at. */
export function changing(kind: ChangeKind) {
  return async ({ request, params, context }: ActionFunctionArgs) => {
    const { input, address, accountId } = await planned(kind, { request, params, context })
    const form = await readForm(request)
    const { db } = context.services
    const actor = { kind: 'account' as const, id: accountId }
    const seen = form.get('seen')
    const done = await applyChange(db, { ...input, seen: typeof seen === 'string' ? seen : '', actor })
    if (!done.ok) return refused(form, done.refusals)
    await dropDraft(db, { accountId, form: address })
    return seeOther(context, `/organize/${params.event}`)
  }
}

/** What was typed in the first step; without it, that nothing is another than it is. @throws the way back to it. */
async function planned(
  kind: ChangeKind,
  { request, params, context }: Pick<LoaderFunctionArgs, 'request' | 'params' | 'context'>,
) {
  const { event, signedIn } = await requireOrganizer(request, context, params.event!)
  const { db, config } = context.services
  const { accountId } = signedIn
  const address = `/organize/${event.slug}/${kind}`
  const stored = await changedEvent(db, event.id)
  const draft = await findDraft(db, { accountId, form: address })
  const form = new FormData()
  for (const [name, values] of Object.entries(draft?.content ?? stored.typed))
    for (const value of values) form.append(name, value)
  const parsed = parseForm(form, changeSchema(kind, stored.languages))
  if (!parsed.ok) throw seeOther(context, address)
  const { baseUrl, mailFrom, calendarMailbox, uidDomain } = config
  return {
    input: { eventId: event.id, ...parsed.value, now: context.now },
    address,
    accountId,
    site: withoutKeys({ baseUrl, mailFrom, calendarMailbox, uidDomain }),
  }
}
