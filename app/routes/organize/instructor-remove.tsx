import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Confirm } from './confirm.tsx'
import { deskMeta, useDesk } from './desk.ts'
import { refused } from './failed.server.ts'
import { notFound, seeOther } from '#app/http/answers.ts'
import { readForm } from '#app/http/form.server.ts'
import { requireOrganizer } from '#app/http/guards.server.ts'
import { eventInstructors } from '#app/people/event-instructors.server.ts'
import { revokeRole } from '#app/people/revoke-role.server.ts'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('organize.listAccess.takeTitle'))

function trackOf(request: Request): string {
  return new URL(request.url).searchParams.get('track') ?? ''
}

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event } = await requireOrganizer(request, context, params.event!)
  const instructors = await eventInstructors(context.services.db, event.id)
  const held = instructors.find((one) => one.accountId === params.account && one.trackId === trackOf(request))
  if (!held) throw notFound()
  return { email: held.email }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { event, signedIn } = await requireOrganizer(request, context, params.event!)
  const form = await readForm(request)
  const revoked = await revokeRole(context.services.db, {
    accountId: params.account!,
    role: 'instructor',
    scope: 'event',
    scopeId: event.id,
    trackId: trackOf(request),
    now: context.now,
    actor: { kind: 'account', id: signedIn.accountId },
  })
  if (!revoked.ok) return refused(form, revoked.refusals)
  return seeOther(context, `/organize/${event.slug}/people`)
}

export default function Remove() {
  const { email } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { slug } = useDesk()
  const { t } = usePage()
  return (
    <Confirm
      form={form}
      title={t('organize.listAccess.takeTitle')}
      button={t('organize.listAccess.take')}
      back={`/organize/${slug}/people`}
    >
      <p>
        <b>
          <bdi>{email}</bdi>
        </b>
      </p>
      <p>{t('organize.listAccess.takeLead')}</p>
    </Confirm>
  )
}
