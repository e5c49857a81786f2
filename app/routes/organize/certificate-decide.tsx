import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { CertificateActs } from './certificate-acts.tsx'
import { requireStanding } from './certificate.server.ts'
import { deskMeta } from './desk.ts'
import { invalid, refused } from './failed.server.ts'
import { PageHead } from './page-head.tsx'
import { decideException } from '#app/certificates/decide-exception.server.ts'
import { decisionSchema } from '#app/certificates/rule-form.ts'
import { seeOther } from '#app/http/answers.ts'
import { parseForm, readForm } from '#app/http/form.server.ts'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('certificate.person.decide'))

export async function loader(given: LoaderFunctionArgs) {
  const { standing, own, address } = await requireStanding(given)
  return { standing, isIssued: own.issued !== null, address }
}

export async function action(given: ActionFunctionArgs) {
  const { ids, address } = await requireStanding(given)
  const form = await readForm(given.request)
  const parsed = parseForm(form, decisionSchema)
  if (!parsed.ok) return invalid(parsed.form)
  const decided = await decideException(given.context.services.db, { ...ids, ...parsed.value })
  if (!decided.ok) return refused(form, decided.refusals)
  return seeOther(given.context, address)
}

/** The decision about one person by itself, where its form comes back with what is wrong. */
export default function Decide() {
  const { standing, isIssued, address } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { t, path } = usePage()
  return (
    <>
      <PageHead form={form} area="certificate" title={<bdi>{standing.name}</bdi>} />
      <CertificateActs standing={standing} isIssued={isIssued} address={address} form={form} />
      <p>
        <a href={path(address)}>{t('organize.back')}</a>
      </p>
    </>
  )
}
