import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Confirm } from './confirm.tsx'
import { deskMeta, useDesk } from './desk.ts'
import { invalid, refused } from './failed.server.ts'
import { countStandings } from '#app/certificates/page-of-standings.server.ts'
import { reissueCertificates } from '#app/certificates/reissue-certificates.server.ts'
import { reissueSchema } from '#app/certificates/rule-form.ts'
import { seeOther } from '#app/http/answers.ts'
import { parseForm, readForm } from '#app/http/form.server.ts'
import { requireRight } from '#app/http/guards.server.ts'
import { TextField } from '#app/ui/fields.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('certificate.reissue.title'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event } = await requireRight(request, context, params.event!, 'organize')
  const { changed } = await countStandings(context.services.db, {
    eventId: event.id,
    trackIds: 'all',
    now: context.now,
  })
  return { count: changed }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { event, signedIn } = await requireRight(request, context, params.event!, 'organize')
  const form = await readForm(request)
  const { db, config } = context.services
  const parsed = parseForm(form, reissueSchema)
  if (!parsed.ok) return invalid(parsed.form)
  const input = { eventId: event.id, ...parsed.value, accountId: signedIn.accountId, now: context.now }
  const done = await reissueCertificates(db, config, input)
  if (!done.ok) return refused(form, done.refusals)
  return seeOther(context, `/organize/${event.slug}/certificates?reissue=${done.value.reissued}`)
}

/** Writes anew all whose names were corrected since they were issued. */
export default function Reissue() {
  const { count } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { slug } = useDesk()
  const { t } = usePage()
  return (
    <Confirm
      form={form}
      title={t('certificate.reissue.title')}
      button={t('certificate.reissue.button')}
      back={`/organize/${slug}/certificates`}
      isBlocked={count === 0}
      area="certificate"
      fields={
        <TextField
          form={form}
          name="reason"
          label={t('certificate.fields.reason')}
          hint={t('certificate.reissue.hint')}
          maxLength={300}
          isOptional
        />
      }
    >
      <p className="lead">{count === 0 ? t('certificate.reissue.nobody') : t('certificate.reissue.lead', { count })}</p>
    </Confirm>
  )
}
