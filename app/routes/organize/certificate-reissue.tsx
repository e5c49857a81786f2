import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireStanding } from './certificate.server.ts'
import { Confirm } from './confirm.tsx'
import { deskMeta } from './desk.ts'
import { invalid, refused } from './failed.server.ts'
import { reissueCertificates } from '#app/certificates/reissue-certificates.server.ts'
import { reissueSchema } from '#app/certificates/rule-form.ts'
import { notFound, seeOther } from '#app/http/answers.ts'
import { parseForm, readForm } from '#app/http/form.server.ts'
import { TextField } from '#app/ui/fields.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('certificate.person.reissue'))

export async function loader(given: LoaderFunctionArgs) {
  const { own, address } = await requireStanding(given)
  if (!own.issued) throw notFound()
  return { name: own.name, address }
}

export async function action(given: ActionFunctionArgs) {
  const { ids, address } = await requireStanding(given)
  const form = await readForm(given.request)
  const { db, config } = given.context.services
  const parsed = parseForm(form, reissueSchema)
  if (!parsed.ok) return invalid(parsed.form)
  const done = await reissueCertificates(db, config, { ...ids, ...parsed.value })
  if (!done.ok) return refused(form, done.refusals)
  return seeOther(given.context, address)
}

/** Writes one certificate anew under its number. */
export default function Reissue() {
  const { name, address } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { t } = usePage()
  return (
    <Confirm
      form={form}
      title={t('certificate.person.reissue')}
      button={t('certificate.person.reissue')}
      back={address}
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
      <p>
        <b>
          <bdi>{name}</bdi>
        </b>
      </p>
      <p>{t('certificate.person.reissueLead')}</p>
    </Confirm>
  )
}
