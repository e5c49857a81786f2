import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Checklist } from './checklist.tsx'
import { ClonedNote } from './cloned-note.tsx'
import { Conflict } from './conflict.tsx'
import { deskMeta, useDesk } from './desk.ts'
import { detailsForm, loadDetails } from './details-data.server.ts'
import { DetailsFields } from './details-fields.tsx'
import { invalid, refused } from './failed.server.ts'
import { HalfDoneOffer, KeepHalfDone } from './half-done.tsx'
import { dropHalfDone } from './half-done.server.ts'
import { Listing } from './listing.tsx'
import { MissingTexts } from './missing-texts.tsx'
import { PageHead } from './page-head.tsx'
import { StatusTag } from './status-tag.tsx'
import { Telling } from './telling.tsx'
import { TextIn } from './text-in.tsx'
import { TypedTexts } from './typed-texts.tsx'
import type { action as preview } from './details-preview.tsx'
import { isTelling } from './told-answer.ts'
import { isPostponed } from '#app/calendar/is-postponed.ts'
import { differences, storedForm } from '#app/events/details.ts'
import { detailsSchema } from '#app/events/details-form.ts'
import { findDetails } from '#app/events/editing-queries.server.ts'
import { seeOther } from '#app/http/answers.ts'
import { parseForm, readForm } from '#app/http/form.server.ts'
import { requireOrganizer } from '#app/http/guards.server.ts'
import { saveDetails } from '#app/registrations/telling/save-details.server.ts'
import { CheckField } from '#app/ui/fields.tsx'
import { Note } from '#app/ui/note.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('organize.details'))

export const handle = { scripts: ['autosave'] }

export const loader = (args: LoaderFunctionArgs) => loadDetails(args)

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
  if (saved.ok) {
    const { slug, told, moved } = saved.value
    const address = detailsForm(event.slug, parsed.value.textLanguage)
    await dropHalfDone(context, { accountId: signedIn.accountId, form: address })
    return seeOther(context, `${detailsForm(slug, parsed.value.textLanguage)}&saved=1&told=${told}&moved=${moved}`)
  }
  const isStale = saved.refusals.some(({ code }) => code === 'stale')
  const now = isStale ? await findDetails(db, event.id, parsed.value.textLanguage) : null
  return refused(form, saved.refusals, now ? differences(storedForm(parsed.value), now.details) : null)
}

export default function Details() {
  const data = useLoaderData<typeof loader>()
  const { stored, checklist, isSaved, told, moved, people, sessions, hosts, topics, draft, cloned } = data
  const answer = useActionData<typeof action | typeof preview>()
  const form = answer?.form ?? draft?.taken ?? EMPTY_FORM
  const conflict = answer ? answer.conflict : data.conflict
  const event = useDesk()
  const { t, path } = usePage()
  const base = `/organize/${event.slug}`
  const text = form.values.textLanguage?.[0] ?? stored.details.textLanguage
  const address = `${base}/details?text=${text}`
  return (
    <>
      <PageHead form={form} title={t('organize.details')} lead={<StatusTag {...event} />} />
      {isPostponed(event) && (
        <Note is="warn">
          <p>{t('standing.newDateEnds')}</p>
        </Note>
      )}
      {conflict && <Conflict fields={conflict} typed={form.values} saved={stored.details} />}
      {isSaved && !answer && (
        <Note is="ok">
          <p role="status">
            {t('organize.saved')} {moved > 0 && t('programme.along.done', { count: moved })}{' '}
            {told > 0 && t('mail.tell.done', { count: told })}
          </p>
        </Note>
      )}
      {cloned && !answer && <ClonedNote {...cloned} />}
      {!answer && <HalfDoneOffer draft={draft} form={address} zone={event.zone} />}
      {answer && 'isPreview' in answer && <TypedTexts form={form} />}
      <TextIn address={`${base}/details`} code={text} languages={stored.textLanguages} />
      <div className="rail">
        <form method="post" action={path(address)}>
          <input
            type="hidden"
            name="version"
            value={conflict ? stored.version : (form.values.version?.[0] ?? stored.version)}
          />
          <input type="hidden" name="seen" value={conflict ? stored.seen : (form.values.seen?.[0] ?? stored.seen)} />
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
            <button className="go">{conflict ? t('organize.saveMine') : t('organize.save')}</button>{' '}
            <button formAction={path(`${base}/details/preview?text=${text}`)} formNoValidate>
              {t('author.details.preview')}
            </button>{' '}
            <KeepHalfDone form={address} />
          </p>
        </form>
        <Beside checklist={checklist} stored={stored} mayClone={data.mayClone} />
      </div>
    </>
  )
}

type BesideData = Pick<Awaited<ReturnType<typeof loadDetails>>, 'checklist' | 'stored' | 'mayClone'>

function Beside({ checklist, stored, mayClone }: BesideData) {
  const event = useDesk()
  const { t, path } = usePage()
  const base = `/organize/${event.slug}`
  const isTemplate = event.isTemplate === 1
  return (
    <aside className="flow" aria-label={t('organize.aside')}>
      {event.status === 'draft' && !isTemplate && (
        <section className="sum flow" aria-labelledby="before">
          <h2 id="before">{t('organize.beforePublishing')}</h2>
          <Checklist items={checklist} slug={event.slug} />
        </section>
      )}
      <MissingTexts address={`${base}/details`} missing={stored.missing} />
      <Listing details={stored.details} />
      {mayClone && (
        <section className="flow" aria-labelledby="again">
          <h2 id="again">{t('author.clone.again')}</h2>
          <p>
            <a href={path(`${base}/clone`)}>{t(isTemplate ? 'author.clone.fromTemplate' : 'author.clone.title')}</a>
          </p>
          <p>
            <a href={path(`${base}/template`)}>{t(isTemplate ? 'author.template.end' : 'author.template.make')}</a>
          </p>
        </section>
      )}
    </aside>
  )
}
