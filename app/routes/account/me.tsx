import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { OwnApplications } from './own-applications.tsx'
import { OwnCertificates } from './own-certificates.tsx'
import { OwnEvents } from './own-events.tsx'
import { OwnSignIns } from './own-sign-ins.tsx'
import { OwnWork } from './own-work.tsx'
import { PersonForm } from './person-form.tsx'
import { applicationKey } from '#app/applications/application-key.ts'
import { ownApplications } from '#app/applications/applying/own-applications.server.ts'
import { listOwnCertificates } from '#app/certificates/certificate-links.server.ts'
import { seeOther } from '#app/http/answers.ts'
import { parseForm, readForm, refusedForm } from '#app/http/form.server.ts'
import { requireSignedIn } from '#app/http/guards.server.ts'
import { ownOrders, ownPerson, ownSeatsElsewhere, ownSignIns, placesOfRoles } from '#app/people/own-queries.server.ts'
import { personForm } from '#app/people/person-form.ts'
import { updateOwnPerson } from '#app/people/update-own-person.server.ts'
import { orderKey, seatKey } from '#app/registrations/order-key.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Leaf } from '#app/ui/leaf.tsx'
import { Note } from '#app/ui/note.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'
import { emailKey } from '#app/values/text.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { language, now, services } = context
  const { db, config } = services
  const signedIn = await requireSignedIn(request, context)
  const search = new URL(request.url).searchParams
  const page = Math.min(1000, Math.max(1, Math.trunc(Number(search.get('page'))) || 1))
  const mine = { emailKey: emailKey(signedIn.email), language }
  const { orders, pageCount } = await ownOrders(db, { ...mine, page })
  return {
    email: signedIn.email,
    signInId: signedIn.signInId,
    person: await ownPerson(db, signedIn.personId),
    orders: orders.map(({ id, keyVersion, ...order }) => ({
      ...order,
      key: orderKey(config.secret, { id, keyVersion }),
    })),
    page,
    pageCount,
    elsewhere: await ownSeatsElsewhere(db, mine),
    places: await placesOfRoles(db, signedIn.roles, language),
    signIns: await ownSignIns(db, { accountId: signedIn.accountId, now }),
    applications: (await ownApplications(db, mine)).map(({ id, keyVersion, ...one }) => ({
      ...one,
      key: applicationKey(config.secret, { id, keyVersion }),
    })),
    certificates: (await listOwnCertificates(db, mine)).map(({ id, personId, keyVersion, ...one }) => ({
      ...one,
      key: seatKey(config.secret, { id, personId, keyVersion }),
    })),
    isSaved: search.has('saved'),
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const signedIn = await requireSignedIn(request, context)
  const form = await readForm(request)
  const parsed = parseForm(form, personForm)
  if (!parsed.ok) return data({ form: parsed.form }, { status: 422 })
  const { fullName, country = null, language } = parsed.value
  const saved = await updateOwnPerson(context.services.db, {
    ...signedIn,
    fullName,
    country,
    language,
    now: context.now,
  })
  if (!saved.ok) return data({ form: refusedForm(form, saved.refusals) }, { status: 503 })
  return seeOther(context, '/me?saved#about')
}

export const headers = () => ({ 'Cache-Control': 'no-store' })

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, (t) => ({ title: t('account.me.title'), more: [{ name: 'robots', content: 'noindex' }] }))

export const handle = { shell: 'public', section: 'me' }

export default function Me() {
  const { t, path } = usePage()
  const { email, person, places, signIns, signInId, isSaved, applications, certificates, ...events } =
    useLoaderData<typeof loader>()
  const { form } = useActionData<typeof action>() ?? { form: EMPTY_FORM }
  return (
    <main id="main" tabIndex={-1}>
      <ErrorSummary form={form} />
      <div className="split head">
        <p className="hint">{t('account.me.title')}</p>
        <div className="flow">
          <h1>
            <bdi>{person.fullName || email}</bdi>
          </h1>
          <p className="lead">
            {t('account.me.signedInAs')} <bdi>{email}</bdi>
          </p>
          {!person.fullName && (
            <Note>
              <p>
                <a href="#about">{t('account.me.noName')}</a>
              </p>
            </Note>
          )}
        </div>
      </div>
      {places.length > 0 && (
        <Leaf id="work" title={t('account.work.title')}>
          <OwnWork places={places} />
        </Leaf>
      )}
      <Leaf id="events" title={t('account.events.title')}>
        <OwnEvents {...events} />
      </Leaf>
      {applications.length > 0 && (
        <Leaf id="applications" title={t('application.me.title')}>
          <OwnApplications applications={applications} />
        </Leaf>
      )}
      {certificates.length > 0 && (
        <Leaf id="certificates" title={t('certificate.own.list')}>
          <OwnCertificates certificates={certificates} />
        </Leaf>
      )}
      <Leaf id="calendars" title={t('agenda.title')}>
        <p>{t('agenda.onOwnPage')}</p>
        <p className="row">
          <a href={path('/me/calendars')}>{t('agenda.toList')}</a>
        </p>
      </Leaf>
      <Leaf id="about" title={t('account.about.title')}>
        {isSaved && (
          <Note is="ok">
            <output>{t('account.about.saved')}</output>
          </Note>
        )}
        <PersonForm form={form} person={person} />
      </Leaf>
      <Leaf id="sign-ins" title={t('account.signIns.title')}>
        <OwnSignIns signIns={signIns} presentId={signInId} />
      </Leaf>
    </main>
  )
}
