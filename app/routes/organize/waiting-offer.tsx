import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { deskMeta, useDesk } from './desk.ts'
import { refused } from './failed.server.ts'
import { PageHead } from './page-head.tsx'
import { notFound, seeOther } from '#app/http/answers.ts'
import { readForm } from '#app/http/form.server.ts'
import { requireOrganizer } from '#app/http/guards.server.ts'
import { TextField } from '#app/ui/fields.tsx'
import { Note } from '#app/ui/note.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'
import { cleanLine } from '#app/values/text.ts'
import { findWaiting } from '#app/waiting-list/desk-queries.server.ts'
import { offerByName } from '#app/waiting-list/offer-by-name.server.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('waiting.desk.offerTitle'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event } = await requireOrganizer(request, context, params['event']!)
  const entry = await findWaiting(context.services.db, {
    eventId: event.id,
    entryId: params['entry']!,
    language: context.language,
  })
  if (!entry) throw notFound()
  if (entry.state !== 'waiting') throw seeOther(context, `/organize/${event.slug}/waiting/${entry.id}`)
  return { entry }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { event, signedIn } = await requireOrganizer(request, context, params['event']!)
  const form = await readForm(request)
  const typed = form.get('reason')
  const offered = await offerByName(context.services.db, {
    eventId: event.id,
    entryId: params['entry']!,
    reason: typeof typed === 'string' ? cleanLine(typed).slice(0, 200) : '',
    actor: { kind: 'account', id: signedIn.accountId },
    now: context.now,
  })
  if (!offered.ok) return refused(form, offered.refusals)
  return seeOther(context, `/organize/${event.slug}/waiting/${params['entry']!}`)
}

export default function Offer() {
  const { entry } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { slug } = useDesk()
  const { t, path } = usePage()
  const isOutOfTurn = (entry.place ?? 1) > 1
  return (
    <>
      <PageHead form={form} title={t('waiting.desk.offerTitle')} />
      <div className="flow">
        <p>
          <b>
            <bdi>{entry.fullName}</bdi>
          </b>
        </p>
        <p>{t('waiting.desk.offerLead', { count: entry.partySize })}</p>
        {isOutOfTurn && (
          <Note is="warn">
            <p>{t('waiting.desk.outOfTurn', { place: entry.place ?? 1 })}</p>
          </Note>
        )}
      </div>
      <form method="post">
        {isOutOfTurn && (
          <TextField
            form={form}
            name="reason"
            label={t('waiting.desk.reason')}
            hint={t('waiting.desk.reasonHint')}
            maxLength={200}
          />
        )}
        <p className="row after">
          <button className="go">{t('waiting.desk.offerButton')}</button>{' '}
          <a href={path(`/organize/${slug}/waiting/${entry.id}`)}>{t('waiting.desk.leaveAsIs')}</a>
        </p>
      </form>
    </>
  )
}
