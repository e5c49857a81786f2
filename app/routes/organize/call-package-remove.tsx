import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireCall } from './call.server.ts'
import { Confirm } from './confirm.tsx'
import { deskMeta } from './desk.ts'
import { refused } from './failed.server.ts'
import { useCall } from './use-call.ts'
import { notFound, seeOther } from '#app/http/answers.ts'
import { readForm } from '#app/http/form.server.ts'
import { listPackages } from '#app/scholarships/packages/list-packages.server.ts'
import { removePackage } from '#app/scholarships/packages/remove-package.server.ts'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('award.packages.removeTitle'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { call } = await requireCall(request, context, params)
  const packages = await listPackages(context.services.db, { callId: call.id, language: context.language })
  const pack = packages.find(({ id }) => id === params.package)
  if (!pack) throw notFound()
  return { name: pack.name }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { call, event, signedIn } = await requireCall(request, context, params)
  const form = await readForm(request)
  const actor = { kind: 'account', id: signedIn.accountId } as const
  const removal = { eventId: event.id, callId: call.id, packageId: params.package!, now: context.now, actor }
  const done = await removePackage(context.services.db, removal)
  if (!done.ok && !done.refusals.some(({ code }) => code === 'gone')) return refused(form, done.refusals)
  return seeOther(context, `/organize/${event.slug}/calls/${call.slug}/packages`)
}

export default function PackageRemove() {
  const { name } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { slug, call } = useCall()
  const { t } = usePage()
  return (
    <Confirm
      form={form}
      title={t('award.packages.removeTitle')}
      button={t('award.packages.remove')}
      back={`/organize/${slug}/calls/${call.slug}/packages`}
    >
      <p>
        <b>
          <bdi>{name}</bdi>
        </b>
      </p>
      <p>{t('award.packages.removeLead')}</p>
    </Confirm>
  )
}
