import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Confirm } from './confirm.tsx'
import { deskMeta, useDesk } from './desk.ts'
import { refused } from './failed.server.ts'
import { seeOther } from '#app/http/answers.ts'
import { readForm } from '#app/http/form.server.ts'
import { requireOrganizer } from '#app/http/guards.server.ts'
import { callOffEvent, countCallOff } from '#app/participants/call-off-event.server.ts'
import { Note } from '#app/ui/note.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('organize.cancel'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event } = await requireOrganizer(request, context, params.event!)
  return await countCallOff(context.services.db, event.id)
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { event, signedIn } = await requireOrganizer(request, context, params.event!)
  const form = await readForm(request)
  const cancelled = await callOffEvent(context.services.db, {
    eventId: event.id,
    now: context.now,
    actor: { kind: 'account', id: signedIn.accountId },
  })
  if (!cancelled.ok) return refused(form, cancelled.refusals)
  return seeOther(context, `/organize/${event.slug}`)
}

export default function Cancel() {
  const { registrations, told } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { slug, status, title } = useDesk()
  const { t } = usePage()
  const isBlocked = status !== 'published'
  return (
    <Confirm
      form={form}
      title={t('organize.cancelTitle')}
      button={t('organize.cancelButton', { count: told })}
      back={`/organize/${slug}`}
      isBlocked={isBlocked}
    >
      {isBlocked ? (
        <p>{t('organize.notPublished')}</p>
      ) : (
        <>
          <p>
            <b>
              <bdi>{title}</bdi>
            </b>
          </p>
          <ul>
            <li>{t('organize.cancelPublic')}</li>
            <li>{t('organize.cancelRegistrations', { count: registrations })}</li>
            <li>{t('organize.cancelTold', { count: told })}</li>
          </ul>
          <Note is="warn">
            <p>{t('organize.cancelForGood')}</p>
          </Note>
        </>
      )}
    </Confirm>
  )
}
