import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { invalid, refused } from './answers.server.ts'
import { Confirm } from './confirm.tsx'
import { Frame } from './frame.tsx'
import { requireOwnMessage } from './own-message.server.ts'
import { teachFrame } from './teach-frame.server.ts'
import { previewRecipients } from '#app/broadcasts/preview-recipients.server.ts'
import { sendTeachingMessage } from '#app/broadcasts/teaching/send-teaching-message.server.ts'
import { notFound, seeOther } from '#app/http/answers.ts'
import { parseForm, readForm } from '#app/http/form.server.ts'
import { pageMeta } from '#app/ui/page-meta.ts'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

const schema = z.object({
  expected: z.coerce.number().int().min(0).max(1_000_000).catch(0),
  version: z.coerce.number().int().catch(-1),
})

export const handle = { shell: 'work', section: 'teach' }

export const meta: MetaFunction = (args) => pageMeta(args, (t) => ({ title: t('workshop.mail.sendTitle') }))

export async function loader(args: LoaderFunctionArgs) {
  const { event, trackIds, message, segment } = await requireOwnMessage(args)
  const { context } = args
  if (message.state !== 'draft') throw notFound()
  const [frame, preview] = await Promise.all([
    teachFrame(context, { eventId: event.id, trackIds }),
    previewRecipients(context.services.db, { eventId: event.id, segment, now: context.now }),
  ])
  const { id, name, version } = message
  return { frame, id, name, version, recipients: preview.recipients.length }
}

export async function action(args: ActionFunctionArgs) {
  const { event, signedIn, trackIds, segment, find } = await requireOwnMessage(args)
  const { context, request } = args
  const form = await readForm(request)
  const parsed = parseForm(form, schema)
  if (!parsed.ok) return invalid(parsed.form)
  const { accountId } = signedIn
  const asked = { ...find, ...parsed.value, accountId, segment, trackIds, now: context.now }
  const sent = await sendTeachingMessage(context.services.db, asked)
  if (!sent.ok) return refused(form, sent.refusals)
  return seeOther(context, `/teach/${event.slug}/messages/${find.broadcastId}`)
}

export default function Send() {
  const { frame, id, name, version, recipients } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { t } = usePage()
  return (
    <Frame frame={frame}>
      <Confirm
        form={form}
        title={t('workshop.mail.sendTitle')}
        button={t('workshop.mail.send')}
        back={`/teach/${frame.event.slug}/messages/${id}`}
        fields={
          <>
            <input type="hidden" name="expected" value={recipients} />
            <input type="hidden" name="version" value={version} />
          </>
        }
      >
        <p>
          <b>
            <bdi>{name}</bdi>
          </b>
        </p>
        <p>{t('workshop.mail.sendLead', { count: recipients })}</p>
        <p className="hint">{t('workshop.mail.often')}</p>
      </Confirm>
    </Frame>
  )
}
