import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireStanding } from './certificate.server.ts'
import { Confirm } from './confirm.tsx'
import { deskMeta } from './desk.ts'
import { invalid, refused } from './failed.server.ts'
import { revokeCertificate } from '#app/certificates/revoke-certificate.server.ts'
import { reasonSchema } from '#app/certificates/rule-form.ts'
import { notFound, seeOther } from '#app/http/answers.ts'
import { parseForm, readForm } from '#app/http/form.server.ts'
import { TextField } from '#app/ui/fields.tsx'
import { isolate } from '#app/ui/isolate.ts'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('certificate.person.revoke'))

export async function loader(given: LoaderFunctionArgs) {
  const { own, standing, address } = await requireStanding(given)
  if (!standing.certificate) throw notFound()
  return { name: own.issued?.content.name ?? '', serial: standing.certificate.serial, address }
}

export async function action(given: ActionFunctionArgs) {
  const { ids, address } = await requireStanding(given)
  const form = await readForm(given.request)
  const parsed = parseForm(form, reasonSchema)
  if (!parsed.ok) return invalid(parsed.form)
  const revoked = await revokeCertificate(given.context.services.db, { ...ids, ...parsed.value })
  // Whoever revokes what somebody else revoked a moment ago has what they wanted.
  if (!revoked.ok && !revoked.refusals.some(({ code }) => code === 'gone')) return refused(form, revoked.refusals)
  return seeOther(given.context, address)
}

/** Asks for the reason, and once more, before a certificate is revoked. */
export default function Revoke() {
  const { name, serial, address } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { t } = usePage()
  return (
    <Confirm
      form={form}
      area="certificate"
      title={t('certificate.revoke.title', { serial: isolate(serial) })}
      button={t('certificate.revoke.button')}
      back={address}
      fields={
        <TextField
          form={form}
          name="reason"
          label={t('certificate.fields.reason')}
          hint={t('certificate.revoke.hint')}
          maxLength={300}
        />
      }
    >
      {name !== '' && (
        <p>
          <b>
            <bdi>{name}</bdi>
          </b>
        </p>
      )}
      <p>{t('certificate.revoke.lead')}</p>
    </Confirm>
  )
}
