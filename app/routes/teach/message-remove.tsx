import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { refused } from './answers.server.ts'
import { Confirm } from './confirm.tsx'
import { Frame } from './frame.tsx'
import { requireOwnMessage } from './own-message.server.ts'
import { teachFrame } from './teach-frame.server.ts'
import { removeBroadcast } from '#app/broadcasts/remove-broadcast.server.ts'
import { notFound, seeOther } from '#app/http/answers.ts'
import { readForm } from '#app/http/form.server.ts'
import { pageMeta } from '#app/ui/page-meta.ts'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const handle = { shell: 'work', section: 'teach' }

export const meta: MetaFunction = (args) => pageMeta(args, (t) => ({ title: t('workshop.mail.removeTitle') }))

export async function loader(args: LoaderFunctionArgs) {
  const { event, trackIds, message } = await requireOwnMessage(args)
  if (message.state !== 'draft') throw notFound()
  const frame = await teachFrame(args.context, { eventId: event.id, trackIds })
  return { frame, id: message.id, name: message.name }
}

export async function action(args: ActionFunctionArgs) {
  const { event, signedIn, find } = await requireOwnMessage(args)
  const { services, now } = args.context
  const form = await readForm(args.request)
  const actor = { kind: 'account', id: signedIn.accountId } as const
  const removed = await removeBroadcast(services.db, { ...find, now, actor })
  if (!removed.ok && !removed.refusals.some(({ code }) => code === 'gone')) return refused(form, removed.refusals)
  return seeOther(args.context, `/teach/${event.slug}/messages`)
}

export default function Remove() {
  const { frame, id, name } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { t } = usePage()
  return (
    <Frame frame={frame}>
      <Confirm
        form={form}
        title={t('workshop.mail.removeTitle')}
        button={t('workshop.mail.remove')}
        back={`/teach/${frame.event.slug}/messages/${id}`}
      >
        <p>
          <b>
            <bdi>{name}</bdi>
          </b>
        </p>
        <p>{t('workshop.mail.removeLead')}</p>
      </Confirm>
    </Frame>
  )
}
