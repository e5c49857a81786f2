import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { invalid, refused } from './answers.server.ts'
import { FormHead } from './form-head.tsx'
import { Frame } from './frame.tsx'
import { MessageFields } from './message-fields.tsx'
import { scopedTracks } from './reading.ts'
import { teachFrame } from './teach-frame.server.ts'
import { languagesOf } from '#app/broadcasts/languages-of.server.ts'
import { createTeachingMessage } from '#app/broadcasts/teaching/create-teaching-message.server.ts'
import { teachingSchema } from '#app/broadcasts/teaching/teaching-form.ts'
import { seeOther } from '#app/http/answers.ts'
import { parseForm, readForm } from '#app/http/form.server.ts'
import { requireInstructor } from '#app/http/guards.server.ts'
import { TEACHING_PLACEHOLDERS } from '#app/mail/placeholders.ts'
import { taughtEvent } from '#app/participants/home/taught-event.server.ts'
import { listNames } from '#app/participants/queries.server.ts'
import { pageMeta } from '#app/ui/page-meta.ts'
import { PlaceholderList } from '#app/ui/placeholder-list.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const handle = { shell: 'work', section: 'teach', scripts: ['placeholders'] }

export const meta: MetaFunction = (args) => pageMeta(args, (t) => ({ title: t('workshop.mail.newTitle') }))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event, trackIds } = await requireInstructor(request, context, params.event!)
  const { db } = context.services
  const [frame, { contactEmail }, languages, names] = await Promise.all([
    teachFrame(context, { eventId: event.id, trackIds }),
    taughtEvent(db, event.id),
    languagesOf(db, event.id),
    listNames(db, { eventId: event.id }, context.language),
  ])
  return { frame, contactEmail, languages: languages.all, tracks: scopedTracks(names.tracks, trackIds) }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { signedIn, event, trackIds } = await requireInstructor(request, context, params.event!)
  const form = await readForm(request)
  const parsed = parseForm(form, teachingSchema)
  if (!parsed.ok) return invalid(parsed.form)
  const made = await createTeachingMessage(context.services.db, {
    eventId: event.id,
    accountId: signedIn.accountId,
    trackIds,
    form: parsed.value,
    now: context.now,
  })
  if (!made.ok) return refused(form, made.refusals)
  return seeOther(context, `/teach/${event.slug}/messages/${made.value.id}`)
}

export default function NewMessage() {
  const { frame, contactEmail, languages, tracks } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { t, path } = usePage()
  const base = `/teach/${frame.event.slug}/messages`
  return (
    <Frame frame={frame}>
      <FormHead
        form={form}
        title={t('workshop.mail.newTitle')}
        lead={t('workshop.mail.newLead')}
        labels={{ subject: t('workshop.mail.subject'), body: t('workshop.mail.body'), track: t('workshop.mail.to') }}
      />
      <div className="rail">
        <form method="post" action={path(`${base}/new`)}>
          <MessageFields form={form} tracks={tracks} languages={languages} contactEmail={contactEmail} />
          <p className="row after">
            <button className="go">{t('workshop.mail.keep')}</button> <a href={path(base)}>{t('workshop.mail.back')}</a>
          </p>
        </form>
        <aside aria-label={t('organize.aside')}>
          <PlaceholderList names={TEACHING_PLACEHOLDERS} />
        </aside>
      </div>
    </Frame>
  )
}
