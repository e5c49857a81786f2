import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Checklist } from './checklist.tsx'
import { Conflict } from './conflict.tsx'
import { deskMeta, useDesk } from './desk.ts'
import { DetailsFields } from './details-fields.tsx'
import { invalid, refused } from './failed.server.ts'
import { Listing } from './listing.tsx'
import { PageHead } from './page-head.tsx'
import { RepeatedTimes } from './repeated-times.tsx'
import { StatusTag } from './status-tag.tsx'
import { TextIn } from './text-in.tsx'
import { differences, storedForm } from '#app/events/details.ts'
import { detailsSchema, textLanguage } from '#app/events/details-form.ts'
import {
  findDetails,
  findEventForEditing,
  listHostChoices,
  listTopicChoices,
} from '#app/events/editing-queries.server.ts'
import { findPublishFacts } from '#app/events/find-publish-facts.server.ts'
import { publishChecklist } from '#app/events/publish-checklist.ts'
import { updateEventDetails } from '#app/events/update-event-details.server.ts'
import { notFound, seeOther } from '#app/http/answers.ts'
import { parseForm, readForm } from '#app/http/form.server.ts'
import { requireOrganizer } from '#app/http/guards.server.ts'
import { Note } from '#app/ui/note.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'
import { wallClock } from '#app/values/moment.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('organize.details'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event } = await requireOrganizer(request, context, params.event!)
  const { db } = context.services
  const address = new URL(request.url).searchParams
  const known = await findEventForEditing(db, event.id, context.language)
  const wanted = textLanguage()
    .catch(known!.language)
    .parse(address.get('text') ?? known!.language)
  const [stored, facts, hosts, topics] = await Promise.all([
    findDetails(db, event.id, wanted),
    findPublishFacts(db, event.id),
    listHostChoices(db),
    listTopicChoices(db, context.language),
  ])
  if (!stored || !facts) throw notFound()
  return {
    stored,
    hosts,
    topics,
    isSaved: address.has('saved'),
    checklist: publishChecklist(facts, wallClock(context.now, facts.zone).day),
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { event, signedIn } = await requireOrganizer(request, context, params.event!)
  const { db } = context.services
  const form = await readForm(request)
  const parsed = parseForm(form, detailsSchema)
  if (!parsed.ok) return invalid(parsed.form)
  const saved = await updateEventDetails(db, {
    eventId: event.id,
    form: parsed.value,
    now: context.now,
    actor: { kind: 'account', id: signedIn.accountId },
  })
  if (saved.ok)
    return seeOther(context, `/organize/${saved.value.slug}/details?text=${parsed.value.textLanguage}&saved=1`)
  const isStale = saved.refusals.some(({ code }) => code === 'stale')
  const now = isStale ? await findDetails(db, event.id, parsed.value.textLanguage) : null
  return refused(form, saved.refusals, now ? differences(storedForm(parsed.value), now.details) : null)
}

export default function Details() {
  const { stored, checklist, isSaved, hosts, topics } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const form = answer?.form ?? EMPTY_FORM
  const event = useDesk()
  const { t, path } = usePage()
  const text = form.values.textLanguage?.[0] ?? stored.details.textLanguage
  return (
    <>
      <PageHead
        form={form}
        title={t('organize.details')}
        lead={<StatusTag status={event.status} endsAt={event.endsAt} />}
      />
      {answer?.conflict && <Conflict fields={answer.conflict} typed={form.values} saved={stored.details} />}
      {isSaved && !answer && (
        <Note is="ok">
          <p role="status">{t('organize.saved')}</p>
        </Note>
      )}
      <RepeatedTimes
        times={[
          { day: stored.details.startsOn, time: stored.details.startsTime, zone: stored.details.zone },
          { day: stored.details.endsOn, time: stored.details.endsTime, zone: stored.details.zone },
        ]}
      />
      <TextIn address={`/organize/${event.slug}/details`} code={text} languages={stored.textLanguages} />
      <div className="rail">
        <form method="post" action={path(`/organize/${event.slug}/details?text=${text}`)}>
          <input
            type="hidden"
            name="version"
            value={answer?.conflict ? stored.version : (form.values.version?.[0] ?? stored.version)}
          />
          <input
            type="hidden"
            name="seen"
            value={answer?.conflict ? stored.seen : (form.values.seen?.[0] ?? stored.seen)}
          />
          <input type="hidden" name="textLanguage" value={text} />
          <DetailsFields form={form} stored={stored} hosts={hosts} topics={topics} text={text} />
          <p className="row after">
            <button className="go">{answer?.conflict ? t('organize.saveMine') : t('organize.save')}</button>{' '}
            <a className="btn" href={path(`/organize/${event.slug}/preview`)}>
              {t('organize.preview')}
            </a>
          </p>
        </form>
        <aside className="flow" aria-label={t('organize.aside')}>
          {event.status === 'draft' && (
            <section className="sum flow" aria-labelledby="before">
              <h2 id="before">{t('organize.beforePublishing')}</h2>
              <Checklist items={checklist} slug={event.slug} />
            </section>
          )}
          <Listing details={stored.details} />
        </aside>
      </div>
    </>
  )
}
