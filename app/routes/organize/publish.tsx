import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Checklist } from './checklist.tsx'
import { deskMeta, useDesk } from './desk.ts'
import { invalid, refused } from './failed.server.ts'
import { PageHead } from './page-head.tsx'
import { PublishFields } from './publish-fields.tsx'
import { PublishHistory, PublishOpen } from './publish-requests.tsx'
import { StatusTag } from './status-tag.tsx'
import { findPublishFacts } from '#app/events/publishing/find-publish-facts.server.ts'
import { publishChecklist, stopsOf } from '#app/events/publishing/publish-checklist.ts'
import { publishEvent } from '#app/events/publishing/publish-event.server.ts'
import { publishSchema } from '#app/events/publishing/publish-form.ts'
import { findPublishing, listRequests } from '#app/events/publishing/request-queries.server.ts'
import { requestPublishing } from '#app/events/publishing/request-publishing.server.ts'
import { mayAnswer } from '#app/events/publishing/reviewers.server.ts'
import { seeOther } from '#app/http/answers.ts'
import { parseForm, readForm } from '#app/http/form.server.ts'
import { requireOrganizer } from '#app/http/guards.server.ts'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('organize.publish'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event, signedIn } = await requireOrganizer(request, context, params.event!)
  const { db } = context.services
  const [facts, publishing, requests] = await Promise.all([
    findPublishFacts(db, event.id),
    findPublishing(db, event.id),
    listRequests(db, event.id),
  ])
  const open = requests.find(({ state }) => state === 'asked' || state === 'agreed') ?? null
  return {
    checklist: publishChecklist(facts!, open?.publishAt ?? context.now),
    needsReview: publishing.needsReview,
    open,
    mayAnswer: open !== null && open.state === 'asked' && mayAnswer(signedIn, publishing, open.askedBy),
    past: requests.filter((one) => one !== open),
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { event, signedIn } = await requireOrganizer(request, context, params.event!)
  const { db } = context.services
  const form = await readForm(request)
  const { zone, needsReview } = await findPublishing(db, event.id)
  const parsed = parseForm(form, publishSchema(zone))
  if (!parsed.ok) return invalid(parsed.form)
  const { publishAt, isReviewed, note } = parsed.value
  const input = { eventId: event.id, now: context.now, actor: { kind: 'account' as const, id: signedIn.accountId } }
  const isAtOnce = publishAt === null && !isReviewed && !needsReview
  const done = isAtOnce
    ? await publishEvent(db, input)
    : await requestPublishing(db, { ...input, publishAt, isReviewed, note })
  if (!done.ok) return refused(form, done.refusals)
  return seeOther(context, isAtOnce ? `/organize/${event.slug}` : `/organize/${event.slug}/publish`)
}

export default function Publish() {
  const { checklist, needsReview, open, mayAnswer, past } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const event = useDesk()
  const { slug, status } = event
  const { t, path } = usePage()
  const isDraft = status === 'draft'
  return (
    <>
      <PageHead
        form={form}
        title={t(isDraft ? 'organize.publishTitle' : 'workspace.publish')}
        lead={<StatusTag {...event} />}
      />
      <div className="rail">
        <div className="flow">
          {isDraft && (
            <p>
              {t('organize.publishLead')} <code className="any">{`/events/${slug}`}</code>
            </p>
          )}
          {open && <PublishOpen request={open} mayAnswer={mayAnswer} />}
          {isDraft && !open && (
            <PublishFields form={form} needsReview={needsReview} isReady={stopsOf(checklist).length === 0} />
          )}
          {!isDraft && <StandingLinks />}
          {past.length > 0 && <PublishHistory requests={past} />}
        </div>
        {isDraft && (
          <aside className="flow" aria-label={t('organize.aside')}>
            <section className="sum flow" aria-labelledby="before">
              <h2 id="before">{t('organize.beforePublishing')}</h2>
              <Checklist items={checklist} slug={slug} />
            </section>
            <p>
              <a href={path(`/organize/${slug}/preview`)}>{t('organize.preview')}</a>
            </p>
            <p>
              <a href={path(`/organize/${slug}/publish/review`)}>{t('publishing.reviewing.title')}</a>
            </p>
          </aside>
        )}
      </div>
    </>
  )
}

/** What else can become of an event that is public, or was. */
function StandingLinks() {
  const { slug, status, postponedAt, publishedAt } = useDesk()
  const { t, path } = usePage()
  const isHeld = status === 'published'
  const canReinstate = (isHeld && postponedAt !== null) || (status === 'cancelled' && publishedAt !== null)
  const links = [
    isHeld && (['move', t('standing.move'), t('standing.moveLead')] as const),
    isHeld && postponedAt === null && (['postpone', t('standing.postpone'), t('standing.postponeLead')] as const),
    canReinstate && (['reinstate', t('standing.reinstate'), t('standing.reinstatePublic')] as const),
    isHeld && (['cancel', t('organize.cancel'), t('organize.cancelPublic')] as const),
    isHeld && (['unpublish', t('organize.unpublish'), t('organize.unpublishLead')] as const),
  ].filter((link) => link !== false)
  return (
    <ul role="list" className="flow">
      {links.map(([page, label, lead]) => (
        <li key={page}>
          <b>
            <a href={path(`/organize/${slug}/${page}`)}>{label}</a>
          </b>
          <br />
          {lead}
        </li>
      ))}
    </ul>
  )
}
