import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Checklist } from './checklist.tsx'
import { Conflict } from './conflict.tsx'
import { deskMeta, useDesk } from './desk.ts'
import { DetailsFields } from './details-fields.tsx'
import { invalid, refused } from './failed.server.ts'
import { Listing } from './listing.tsx'
import { PageHead } from './page-head.tsx'
import { StatusTag } from './status-tag.tsx'
import { Telling } from './telling.tsx'
import { TextIn } from './text-in.tsx'
import { countIn, isTelling } from './told-answer.ts'
import { isPostponed } from '#app/calendar/is-postponed.ts'
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
import { notFound, seeOther } from '#app/http/answers.ts'
import { parseForm, readForm } from '#app/http/form.server.ts'
import { requireOrganizer } from '#app/http/guards.server.ts'
import { saveDetails } from '#app/registrations/telling/save-details.server.ts'
import { countTold } from '#app/registrations/telling/told.server.ts'
import { CheckField } from '#app/ui/fields.tsx'
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
  const [stored, facts, hosts, topics, people] = await Promise.all([
    findDetails(db, event.id, wanted),
    findPublishFacts(db, event.id),
    listHostChoices(db),
    listTopicChoices(db, context.language),
    known!.status === 'published' && (known!.postponedAt !== null || known!.endsAt > context.now)
      ? countTold(db, event.id, 'event-moved')
      : 0,
  ])
  if (!stored || !facts) throw notFound()
  return {
    stored,
    hosts,
    topics,
    people,
    isSaved: address.has('saved'),
    told: countIn(address, 'told'),
    moved: countIn(address, 'moved'),
    sessions: facts.sessions,
    checklist: publishChecklist(facts, wallClock(context.now, facts.zone).day),
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { event, signedIn } = await requireOrganizer(request, context, params.event!)
  const { db } = context.services
  const form = await readForm(request)
  const parsed = parseForm(form, detailsSchema)
  if (!parsed.ok) return invalid(parsed.form)
  const saved = await saveDetails(db, {
    eventId: event.id,
    form: parsed.value,
    isTold: isTelling(form),
    isProgrammeMoved: form.get('programme') === 'on',
    now: context.now,
    actor: { kind: 'account', id: signedIn.accountId },
  })
  if (saved.ok)
    return seeOther(
      context,
      `/organize/${saved.value.slug}/details?text=${parsed.value.textLanguage}&saved=1&told=${saved.value.told}&moved=${saved.value.moved}`,
    )
  const isStale = saved.refusals.some(({ code }) => code === 'stale')
  const now = isStale ? await findDetails(db, event.id, parsed.value.textLanguage) : null
  return refused(form, saved.refusals, now ? differences(storedForm(parsed.value), now.details) : null)
}

export default function Details() {
  const { stored, checklist, isSaved, told, moved, people, sessions, hosts, topics } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const form = answer?.form ?? EMPTY_FORM
  const event = useDesk()
  const { t, path } = usePage()
  const text = form.values.textLanguage?.[0] ?? stored.details.textLanguage
  return (
    <>
      <PageHead form={form} title={t('organize.details')} lead={<StatusTag {...event} />} />
      {isPostponed(event) && (
        <Note is="warn">
          <p>{t('standing.newDateEnds')}</p>
        </Note>
      )}
      {answer?.conflict && <Conflict fields={answer.conflict} typed={form.values} saved={stored.details} />}
      {isSaved && !answer && (
        <Note is="ok">
          <p role="status">
            {t('organize.saved')} {moved > 0 && t('programme.along.done', { count: moved })}{' '}
            {told > 0 && t('mail.tell.done', { count: told })}
          </p>
        </Note>
      )}
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
          {sessions > 0 && (
            <CheckField
              form={form}
              name="programme"
              label={t('programme.along.label', { count: sessions })}
              hint={t('programme.along.hint')}
              defaultValue="on"
            />
          )}
          <Telling form={form} count={people} told="moved" />
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
