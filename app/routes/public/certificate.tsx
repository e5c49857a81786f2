import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { CertificateName } from './certificate-name.tsx'
import { seatOfKey } from './own-seat.server.ts'
import { SeatStranger } from './seat-stranger.tsx'
import { certificatePaper } from '#app/certificates/certificate-sheet.ts'
import { ownCertificate } from '#app/certificates/own-certificate.server.ts'
import { nameSchema } from '#app/certificates/rule-form.ts'
import { writeName } from '#app/certificates/write-name.server.ts'
import { notFound, seeOther } from '#app/http/answers.ts'
import { parseForm, readForm, refusedForm } from '#app/http/form.server.ts'
import { KEYED_PAGE, withoutReferrer } from '#app/http/private-page.ts'
import { CertificateView } from '#app/ui/certificate/certificate-view.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { isolate } from '#app/ui/isolate.ts'
import { Leaf } from '#app/ui/leaf.tsx'
import { Note } from '#app/ui/note.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { seriesOf } from '#app/ui/series-mark.ts'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const handle = { shell: 'public' }

export const headers: HeadersFunction = () => KEYED_PAGE

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, (t) => {
    const event = args.data?.own?.event.title
    return { title: event ? t('certificate.own.titleOf', { event }) : t('seat.strangerTitle') }
  })

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const found = await seatOfKey(request, params['code'], context)
  if (!found) return data({ own: null }, { status: 404, headers: KEYED_PAGE })
  const { seat, key } = found
  const { services, now } = context
  const { baseUrl } = services.config
  const own = await ownCertificate(services.db, { registrationId: seat.id, eventId: seat.event.id, now })
  const { issued, preview, ...name } = own
  const { serial = '', content = preview } = issued ?? {}
  const isSaved = new URL(request.url).searchParams.has('saved')
  const { title, mark, zone, contactEmail } = seat.event
  const isCorrected = issued !== null && (content.name !== own.name || content.latinName !== own.latinName)
  const paper = certificatePaper(content, { serial, jws: '', baseUrl })
  const event = { title, mark, zone, contactEmail }
  return data(
    { own: { code: seat.code, key, event, ...name, serial, isCorrected, isSaved, paper } },
    { headers: KEYED_PAGE },
  )
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const found = await seatOfKey(request, params['code'], context)
  if (!found) throw notFound()
  const { seat, key } = found
  const { services, now } = context
  const form = await readForm(request)
  const parsed = parseForm(form, nameSchema)
  if (!parsed.ok) return data({ form: parsed.form }, { status: 422, headers: KEYED_PAGE })
  const own = await ownCertificate(services.db, { registrationId: seat.id, eventId: seat.event.id, now })
  if (!own.isConfirmed) throw notFound()
  const saved = await writeName(services.db, {
    registrationId: seat.id,
    eventId: seat.event.id,
    ...parsed.value,
    by: 'person',
    until: own.until,
    actor: { kind: 'visitor' },
    now,
  })
  if (!saved.ok) {
    const status = saved.refusals.some(({ code }) => code === 'busy') ? 503 : 409
    return data({ form: refusedForm(form, saved.refusals) }, { status, headers: KEYED_PAGE })
  }
  const query = new URLSearchParams({ key, saved: '1' })
  return withoutReferrer(seeOther(context, `/registrations/${seat.code}/certificate?${query}`))
}

/** One person's certificate: the name before it is issued, the certificate afterwards. */
export default function Page() {
  const { own } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { t, path } = usePage()
  if (!own) return <SeatStranger />
  const { event, serial, paper, code, key } = own
  const labelOf = (name: string) =>
    name === 'name' || name === 'latinName' ? t(`certificate.fields.${name}`) : undefined
  return (
    <main id="main" tabIndex={-1} data-series={seriesOf(event.mark)}>
      <div className="flow intro">
        <ErrorSummary form={form} labelOf={labelOf} />
        <p className="kind">
          <bdi>{event.title}</bdi>
        </p>
        <h1>{t(serial === '' ? 'certificate.own.check' : 'certificate.own.title')}</h1>
        {own.isSaved && form === EMPTY_FORM && (
          <Note is="ok">
            <p role="status">{t('certificate.own.saved')}</p>
          </Note>
        )}
        {serial !== '' && (
          <>
            <p className="lead">{t('certificate.own.issued', { serial: isolate(serial) })}</p>
            {own.isCorrected && <p>{t('certificate.own.corrected')}</p>}
            <p className="row">
              <a className="btn go" href={path(`/registrations/${code}/certificate.pdf?key=${key}`)}>
                {t('certificate.own.pdf')}
              </a>{' '}
              <a href={path(`/verify/${serial}`)}>{t('certificate.own.public')}</a>
            </p>
          </>
        )}
      </div>
      {serial === '' && !own.isConfirmed ? (
        <Empty title={t('certificate.own.none')} level="h2">
          <p>{t('certificate.own.noneWhy')}</p>
        </Empty>
      ) : serial === '' ? (
        <>
          <CertificateName own={own} form={form} />
          <Leaf id="preview" title={t('certificate.own.preview')} isWide>
            <p>{t('certificate.own.previewLead')}</p>
            <CertificateView paper={paper} isPreview />
          </Leaf>
        </>
      ) : (
        <>
          <CertificateView paper={paper} />
          <CertificateName own={own} form={form} />
        </>
      )}
      {event.contactEmail && (
        <p>
          <a href={`mailto:${event.contactEmail}?subject=${encodeURIComponent(code)}`}>{t('order.writeTo')}</a>
        </p>
      )}
    </main>
  )
}
