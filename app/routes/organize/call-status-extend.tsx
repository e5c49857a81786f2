import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { savingCall } from './call-saving.server.ts'
import { requireCall } from './call.server.ts'
import { deskMeta } from './desk.ts'
import { MomentField } from './moment-field.tsx'
import { PageHead } from './page-head.tsx'
import { useCall } from './use-call.ts'
import { extendCall } from '#app/applications/calls/change-call-status.server.ts'
import { extendSchema } from '#app/applications/calls/extend-form.ts'
import { usePage } from '#app/ui/use-page.ts'
import { clockOf } from '#app/values/closing-zone.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('call.status.extend'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  await requireCall(request, context, params)
  return null
}

export const action = savingCall({
  schema: (_form, zone, call) => extendSchema(clockOf(call.closesZone, zone)),
  save: ({ db }, { form, ...change }) => extendCall(db, { ...change, closesAt: form.closesAt }),
  to: (_saved, { slug }) => `${slug}/details/status`,
})

/** A later end of a call. */
export default function CallStatusExtend() {
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { slug, call, zone } = useCall()
  const { t, path } = usePage()
  return (
    <>
      <PageHead
        form={form}
        area="call"
        title={t(call.status === 'open' ? 'call.status.extend' : 'call.status.reopen')}
        lead={t(`call.standing.${call.status}`)}
      />
      <form method="post" className="narrow">
        <MomentField
          form={form}
          name="closesAt"
          label={t('call.fields.newEnd')}
          hint={t('call.hints.newEnd', { zone: call.closesZone ?? zone })}
          at={null}
          zone={clockOf(call.closesZone, zone)}
        />
        <p className="row after">
          <button className="go">{t(call.status === 'open' ? 'call.status.extend' : 'call.status.reopen')}</button>{' '}
          <a href={path(`/organize/${slug}/calls/${call.slug}/details/status`)}>{t('organize.back')}</a>
        </p>
      </form>
    </>
  )
}
