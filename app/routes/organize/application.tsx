import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ApplicationActs } from './application-acts.tsx'
import { ApplicationAnswers } from './application-answers.tsx'
import { askedApplicationOf } from './application-asked.server.ts'
import { ApplicationEligibility } from './application-eligible.tsx'
import { ApplicationHistory } from './application-history.tsx'
import { ApplicationLetters } from './application-letters.tsx'
import { ApplicationStanding } from './application-standing.tsx'
import { knownBy } from './application-words.ts'
import { deskMeta } from './desk.ts'
import { useCall } from './use-call.ts'
import { readCall } from '#app/applications/calls/read-call.server.ts'
import { applicationHistory } from '#app/applications/desk/application-history.server.ts'
import { oneApplication } from '#app/applications/desk/one-application.server.ts'
import { readReasons } from '#app/applications/form/stored-reasons.ts'
import { awardOfApplication } from '#app/scholarships/awards/award-of-application.server.ts'
import { Note } from '#app/ui/note.tsx'
import { usePage } from '#app/ui/use-page.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('application.title'))

const DONE = ['noted', 'judged', 'withdrawn', 'linked', 'submitted', 'entered'] as const

/** Everything that organizers may know of one application. */
export async function loader(args: LoaderFunctionArgs) {
  const { event, call, place } = await askedApplicationOf(args)
  const { services, language } = args.context
  const [whole, one, history, award] = await Promise.all([
    readCall(services.db, { callId: call.id, language }),
    oneApplication(services.db, place),
    applicationHistory(services.db, { eventId: event.id, applicationId: place.id }),
    awardOfApplication(services.db, place.id),
  ])
  const done = new URL(args.request.url).searchParams.get('done')
  const { formKey: _formKey, activeKey: _activeKey, keyVersion: _keyVersion, ...application } = place
  return {
    ...one,
    application: {
      ...application,
      missing: JSON.parse(place.missing) as string[],
      reasons: readReasons(place.eligibilityReasons),
    },
    sections: whole!.sections,
    choices: whole!.choices.map(({ id, code, name }) => ({ id, code, name })),
    prefix: whole!.numberPrefix,
    history,
    award: award?.id ?? null,
    done: DONE.find((word) => word === done) ?? null,
  }
}

export type ApplicationData = ReturnType<typeof useLoaderData<typeof loader>>

export default function Application() {
  const shown = useLoaderData<typeof loader>()
  const { application, prefix, done } = shown
  const { slug, call } = useCall()
  const { t, path } = usePage()
  return (
    <>
      <section className="flow">
        <p>
          <a href={path(`/organize/${slug}/calls/${call.slug}/applications`)}>{t('applicants.one.back')}</a>
        </p>
        <h1>
          <bdi>{application.fullName || t('applicants.nobody')}</bdi>
        </h1>
        <p className="mute">
          <bdi dir="ltr">{knownBy(application, prefix)}</bdi>
          {application.number !== null && (
            <>
              {' · '}
              <bdi dir="ltr">{application.code}</bdi>
            </>
          )}
          {application.email && (
            <>
              {' · '}
              <a href={`mailto:${application.email}`}>
                <bdi dir="ltr">{application.email}</bdi>
              </a>
            </>
          )}
        </p>
        {done && (
          <Note is="ok">
            <p role="status">{t(`applicants.one.done.${done}`)}</p>
          </Note>
        )}
      </section>
      <ApplicationStanding {...shown} />
      <ApplicationEligibility {...shown} />
      <ApplicationAnswers {...shown} />
      <ApplicationLetters {...shown} />
      <ApplicationActs {...shown} />
      <ApplicationHistory {...shown} />
    </>
  )
}
