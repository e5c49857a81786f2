import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireTaught } from './certificate.server.ts'
import { Frame } from './frame.tsx'
import { teachFrame } from './teach-frame.server.ts'
import { findEventForEditing } from '#app/events/editing-queries.server.ts'
import { certificatePaper } from '#app/certificates/certificate-sheet.ts'
import { nameSchema } from '#app/certificates/rule-form.ts'
import { writeName } from '#app/certificates/write-name.server.ts'
import { seeOther } from '#app/http/answers.ts'
import { parseForm, readForm, refusedForm } from '#app/http/form.server.ts'
import { CertificateView } from '#app/ui/certificate/certificate-view.tsx'
import { SpellingForm } from '#app/ui/certificate/spelling-form.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Leaf } from '#app/ui/leaf.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { usePage } from '#app/ui/use-page.ts'
import { formatMoment } from '#app/values/dates.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const handle = { shell: 'work', section: 'teach' }

export const meta: MetaFunction = (args) => pageMeta(args, (t) => ({ title: t('certificate.proof.title') }))

export async function loader(given: LoaderFunctionArgs) {
  const { standing, own, scope, base } = await requireTaught(given)
  const { context } = given
  const { issued, preview, ...name } = own
  const { db, config } = context.services
  const [frame, event] = await Promise.all([
    teachFrame(context, scope),
    findEventForEditing(db, scope.eventId, context.language),
  ])
  const paper = certificatePaper(issued?.content ?? preview, {
    serial: issued?.serial ?? '',
    jws: '',
    baseUrl: config.baseUrl,
  })
  return { frame, standing, name, paper, isIssued: issued !== null, zone: event!.zone, base }
}

/** The name as an instructor spells it. */
export async function action(given: ActionFunctionArgs) {
  const { ids, accountId, base } = await requireTaught(given)
  const form = await readForm(given.request)
  const parsed = parseForm(form, nameSchema)
  if (!parsed.ok) return data({ form: parsed.form }, { status: 422 })
  const saved = await writeName(given.context.services.db, {
    ...ids,
    ...parsed.value,
    by: 'organizer',
    until: null,
    actor: { kind: 'account', id: accountId },
  })
  if (!saved.ok) return data({ form: refusedForm(form, saved.refusals) }, { status: 409 })
  return seeOther(given.context, `${base}/${ids.registrationId}`)
}

/** One person of the proof list: the spelling, and whether they are signed off. */
export default function Certificate() {
  const { frame, standing, name, paper, isIssued, zone, base } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { t, path, language } = usePage()
  const address = `${base}/${standing.registrationId}`
  const when = (moment: string) => formatMoment(moment, zone, language)
  const labelOf = (field: string) =>
    field === 'name' || field === 'latinName' ? t(`certificate.fields.${field}`) : undefined
  return (
    <Frame frame={frame}>
      <ErrorSummary form={form} labelOf={labelOf} />
      <h1>
        <bdi>{name.name}</bdi>
      </h1>
      <p>
        <a href={path(base)}>{t('certificate.person.back')}</a>
      </p>
      <SpellingForm form={form} name={name} zone={zone} address={address} />
      <Leaf id="sign-off" title={t('certificate.person.signOff')}>
        <p>
          {standing.signedOffAt
            ? t('certificate.person.signedOff', { when: when(standing.signedOffAt) })
            : t('certificate.person.signOffLead')}
        </p>
        <form method="post" action={path(`${address}/${standing.signedOffAt ? 'take-back' : 'sign-off'}`)}>
          <button>{t(standing.signedOffAt ? 'certificate.person.takeBack' : 'certificate.person.signOff')}</button>
        </form>
      </Leaf>
      <Leaf id="paper" title={t('certificate.person.preview')} isWide>
        <CertificateView paper={paper} isPreview={!isIssued} />
      </Leaf>
    </Frame>
  )
}
