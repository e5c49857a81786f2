import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { invalid, refused } from './answers.server.ts'
import { FormHead } from './form-head.tsx'
import { Frame } from './frame.tsx'
import { MessageFields } from './message-fields.tsx'
import { requireOwnMessage } from './own-message.server.ts'
import { teachFrame } from './teach-frame.server.ts'
import { languagesOf } from '#app/broadcasts/languages-of.server.ts'
import { saveTeachingMessage } from '#app/broadcasts/teaching/save-teaching-message.server.ts'
import { teachingSchema } from '#app/broadcasts/teaching/teaching-form.ts'
import { seeOther } from '#app/http/answers.ts'
import { parseForm, readForm } from '#app/http/form.server.ts'
import { TEACHING_PLACEHOLDERS } from '#app/mail/placeholders.ts'
import { taughtEvent } from '#app/participants/home/taught-event.server.ts'
import { Meanwhile } from '#app/ui/meanwhile.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { PlaceholderList } from '#app/ui/placeholder-list.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM, typedValue } from '#app/values/form-state.ts'

export const handle = { shell: 'work', section: 'teach', scripts: ['placeholders'] }

export const meta: MetaFunction = (args) => pageMeta(args, (t) => ({ title: t('workshop.mail.editTitle') }))

export async function loader(args: LoaderFunctionArgs) {
  const { event, trackIds, message } = await requireOwnMessage(args)
  const { db } = args.context.services
  const [frame, { contactEmail }, languages] = await Promise.all([
    teachFrame(args.context, { eventId: event.id, trackIds }),
    taughtEvent(db, event.id),
    languagesOf(db, event.id),
  ])
  const text = message.texts[0] ?? { language: languages.own, subject: '', body: '' }
  const { id, version } = message
  const stored = { ...text, repliesToAuthor: message.repliesToAuthor === 1 }
  return { frame, contactEmail, languages: languages.all, id, version, stored }
}

export async function action(args: ActionFunctionArgs) {
  const { event, signedIn, find } = await requireOwnMessage(args)
  const { context, request } = args
  const form = await readForm(request)
  const parsed = parseForm(form, teachingSchema)
  if (!parsed.ok) return invalid(parsed.form)
  const { accountId } = signedIn
  const saved = await saveTeachingMessage(context.services.db, {
    ...find,
    accountId,
    form: parsed.value,
    now: context.now,
  })
  if (!saved.ok) return refused(form, saved.refusals)
  return seeOther(context, `/teach/${event.slug}/messages/${find.broadcastId}`)
}

export default function MessageText() {
  const { frame, contactEmail, languages, id, version, stored } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { t, path } = usePage()
  const base = `/teach/${frame.event.slug}/messages/${id}`
  // Whoever sends the form again has seen what a colleague saved meanwhile; until then it stays refused.
  const isStale = form.errors['']?.includes('refusal.broadcast-stale') ?? false
  const differing = (['subject', 'body'] as const)
    .map((name) => ({
      label: t(`workshop.mail.${name}`),
      saved: stored[name],
      typed: typedValue(form, name) ?? '',
    }))
    .filter(({ saved, typed }) => saved !== typed)
  return (
    <Frame frame={frame}>
      <FormHead
        form={form}
        title={t('workshop.mail.editTitle')}
        labels={{ subject: t('workshop.mail.subject'), body: t('workshop.mail.body') }}
      />
      <div className="rail">
        <form method="post" action={path(`${base}/text`)}>
          {isStale && <Meanwhile rows={differing} />}
          <input type="hidden" name="version" value={isStale ? version : (typedValue(form, 'version') ?? version)} />
          <MessageFields form={form} languages={languages} stored={stored} contactEmail={contactEmail} />
          <p className="row after">
            <button className="go">{t('workshop.mail.save')}</button> <a href={path(base)}>{t('organize.leaveAsIs')}</a>
          </p>
        </form>
        <aside aria-label={t('organize.aside')}>
          <PlaceholderList names={TEACHING_PLACEHOLDERS} />
        </aside>
      </div>
    </Frame>
  )
}
