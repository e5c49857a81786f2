import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { CertificateActs } from './certificate-acts.tsx'
import { requireStanding } from './certificate.server.ts'
import { deskMeta, useDesk } from './desk.ts'
import { invalid, refused } from './failed.server.ts'
import { PageHead } from './page-head.tsx'
import { certificatePaper } from '#app/certificates/certificate-sheet.ts'
import { nameSchema } from '#app/certificates/rule-form.ts'
import { writeName } from '#app/certificates/write-name.server.ts'
import { seeOther } from '#app/http/answers.ts'
import { parseForm, readForm } from '#app/http/form.server.ts'
import { CertificateView } from '#app/ui/certificate/certificate-view.tsx'
import { SpellingForm } from '#app/ui/certificate/spelling-form.tsx'
import { Leaf } from '#app/ui/leaf.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('certificate.title'))

export async function loader(given: LoaderFunctionArgs) {
  const { standing, own, address } = await requireStanding(given)
  const { issued, preview, ...name } = own
  const { baseUrl } = given.context.services.config
  const paper = certificatePaper(issued?.content ?? preview, { serial: issued?.serial ?? '', jws: '', baseUrl })
  return { standing, name, paper, serial: standing.certificate?.serial ?? null, address }
}

/** The name as organizers have it stand. */
export async function action(given: ActionFunctionArgs) {
  const { ids, address } = await requireStanding(given)
  const form = await readForm(given.request)
  const parsed = parseForm(form, nameSchema)
  if (!parsed.ok) return invalid(parsed.form)
  const { accountId, ...seat } = ids
  const saved = await writeName(given.context.services.db, {
    ...seat,
    ...parsed.value,
    by: 'organizer',
    until: null,
    actor: { kind: 'account', id: accountId },
  })
  if (!saved.ok) return refused(form, saved.refusals)
  return seeOther(given.context, address)
}

/** One person: the name, what was decided by hand, the certificate as it stands. */
export default function Certificate() {
  const { standing, name, paper, serial, address } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { slug, zone } = useDesk()
  const { t, path } = usePage()
  return (
    <>
      <PageHead
        form={form}
        area="certificate"
        title={<bdi>{name.name}</bdi>}
        lead={t(`certificate.states.${standing.standing}`)}
      />
      <p className="row">
        <a href={path(`/organize/${slug}/certificates`)}>{t('certificate.person.back')}</a>
        {serial && <a href={path(`/verify/${serial}`)}>{t('certificate.person.seePublic')}</a>}
        {serial && <a href={path(`${address}/revoke`)}>{t('certificate.person.revoke')}</a>}
      </p>
      <SpellingForm form={form} name={name} zone={zone} address={address} />
      <CertificateActs standing={standing} isIssued={serial !== null} address={address} form={EMPTY_FORM} />
      <Leaf id="paper" title={t('certificate.person.preview')} isWide>
        <CertificateView paper={paper} isPreview={serial === null} />
      </Leaf>
    </>
  )
}
