import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { deskMeta, useDesk } from './desk.ts'
import { RegistrationActs } from './registration-acts.tsx'
import { RegistrationAround } from './registration-around.tsx'
import { RegistrationFacts } from './registration-facts.tsx'
import { RegistrationHistory } from './registration-history.tsx'
import { RegistrationMoney } from './registration-money.tsx'
import { notFound } from '#app/http/answers.ts'
import { requireRight } from '#app/http/guards.server.ts'
import { oneRegistration } from '#app/participants/one-person/one-registration.server.ts'
import { listNames, listVisibleQuestions } from '#app/participants/queries.server.ts'
import { readableAudiences } from '#app/participants/lists/visible-fields.ts'
import { mayAtEvent } from '#app/people/rights.ts'
import { orderKey } from '#app/registrations/order-key.ts'
import { Crumbs } from '#app/ui/crumbs.tsx'
import { Note } from '#app/ui/note.tsx'
import { usePage } from '#app/ui/use-page.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('registrant.one'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event, signedIn, rights } = await requireRight(request, context, params['event']!, 'people')
  const { services, language } = context
  const audiences = readableAudiences(signedIn.roles, event)
  const registrationId = params['registration']!
  const [found, names, questions] = await Promise.all([
    oneRegistration(services.db, { eventId: event.id, registrationId, audiences }),
    listNames(services.db, { eventId: event.id }, language),
    listVisibleQuestions(services.db, event.id, audiences, language),
  ])
  if (!found) throw notFound()
  const { keyVersion, emailKey: _emailKey, note, ...seat } = found.seat
  const mayOrganize = rights.includes('organize')
  const key = orderKey(services.config.secret, { id: seat.orderId, keyVersion })
  return {
    ...found,
    ...names,
    questions,
    others: found.others.filter(({ eventId, seriesId }) =>
      mayAtEvent(signedIn.roles, 'people', { id: eventId, seriesId }),
    ),
    seat: { ...seat, note: mayOrganize ? note : null },
    asOwner: mayOrganize ? `/orders/${seat.orderCode}?key=${key}` : null,
    done: new URL(request.url).searchParams.get('done'),
  }
}

export type RegistrationData = ReturnType<typeof useLoaderData<typeof loader>>

const DONE = ['added', 'edited', 'noted', 'changed', 'waits', 'cancelled', 'confirmed', 'resent', 'not-resent'] as const

/** One person's registration, with everything that happened. */
export default function Registration() {
  const shown = useLoaderData<typeof loader>()
  const { seat, done } = shown
  const { slug } = useDesk()
  const { t } = usePage()
  const said = DONE.find((one) => one === done)
  const name = seat.fullName || t(seat.erasedAt ? 'registrant.erased' : 'registrant.unnamed')
  return (
    <>
      <Crumbs
        trail={[
          { to: `/organize/${slug}/registrations`, label: t('organize.registrations') },
          { label: <bdi>{seat.code}</bdi> },
        ]}
      />
      <div className="row ends">
        <div>
          <h1>
            <bdi>{name}</bdi>
          </h1>
          {seat.latinName && (
            <p className="mute">
              <bdi>{seat.latinName}</bdi>
            </p>
          )}
        </div>
        <RegistrationActs {...shown} />
      </div>
      {said && (
        <Note is={said === 'not-resent' ? 'warn' : 'ok'}>
          <p role="status">{t(`registrant.done.${said}`)}</p>
        </Note>
      )}
      <RegistrationFacts {...shown} />
      <RegistrationMoney {...shown} />
      <RegistrationAround {...shown} />
      <RegistrationHistory {...shown} />
    </>
  )
}
