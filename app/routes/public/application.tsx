import {
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  type SerializeFrom,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { AwardPart } from './application-award-part.tsx'
import { ApplicationDates } from './application-dates.tsx'
import { ApplicationLead } from './application-lead.tsx'
import { ApplicationEligibility } from './application-eligibility.tsx'
import { headOf } from './application-section.server.ts'
import { ApplicationStranger } from './application-stranger.tsx'
import { ApplicationOfferPart, isStanding } from './application-offer-part.tsx'
import { LettersStanding } from './letters-standing.tsx'
import { MissingList } from './missing-list.tsx'
import { ownApplication } from './own-application.server.ts'
import { releasedDecision } from '#app/applications/decisions/released-decision.server.ts'
import { offerOfApplication } from '#app/applications/offers/offer-of-application.server.ts'
import { ownForm } from '#app/applications/applying/own-form.server.ts'
import { applicationStanding } from '#app/applications/form/application-standing.ts'
import { readReasons } from '#app/applications/form/stored-reasons.ts'
import { isFilledIn } from '#app/applications/form/what-is-missing.ts'
import { listReferees } from '#app/applications/referees/list-referees.server.ts'
import { toldAward } from '#app/scholarships/awards/told-award.server.ts'
import { KEYED_PAGE } from '#app/http/private-page.ts'
import { Leaf } from '#app/ui/leaf.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { seriesOf } from '#app/ui/series-mark.ts'
import { usePage } from '#app/ui/use-page.ts'

export const handle = { shell: 'public' }

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, (t) => ({
    title: args.data?.view
      ? t('application.titleOf', { call: args.data.view.call.title })
      : t('application.status.strangerTitle'),
  }))

const NEWS = ['sent', 'busy', 'shut'] as const

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const found = await ownApplication(request, params['code'], context)
  if (!found) return data({ view: null }, { status: 404, headers: KEYED_PAGE })
  const { services, language, now } = context
  const applicationId = found.application.id
  const own = await ownForm(services.db, { applicationId, language, now })
  const { application, call, missing, window, event } = own
  const decision = await releasedDecision(services.db, { applicationId, now })
  const done = new URL(request.url).searchParams.get('done')
  const offer = await offerOfApplication(services.db, applicationId, now)
  const award = await toldAward(services.db, applicationId)
  const people = await listReferees(services.db, { applicationId, now })
  return data(
    {
      view: {
        ...headOf(own, found.key),
        page: call.kind === 'scholarship' ? ('scholarship' as const) : ('apply' as const),
        slug: call.slug,
        mayStartAgain: application.state === 'withdrawn' && window === 'open',
        // Who was on the reserve list and got an offer has been chosen.
        standing: applicationStanding({
          state: application.state,
          window,
          missing,
          decision: offer ? 'accept' : (decision?.kind ?? null),
        }),
        offer: offer && { state: offer.state, untilAt: offer.untilAt },
        award: award && { visa: award.visa },
        decision: decision && { place: decision.place, reason: decision.reason },
        missing: isFilledIn(missing) ? [] : missing,
        eligibility: application.eligibility,
        note: application.eligibilityNote,
        reasons: readReasons(application.eligibilityReasons).map(({ rule, is }) => ({ rule, is })),
        letters: people
          .filter(({ state }) => state !== 'withdrawn' && state !== 'named')
          .map(({ fullName, state, askedAt }) => ({ fullName, state, askedAt })),
        dates: {
          startedAt: application.startedAt,
          submittedAt: application.submittedAt,
          refereesUntilAt: call.refereesWanted > 0 || call.isEmployerWanted ? call.refereesUntilAt : null,
          reviewUntilAt: call.reviewUntilAt,
          decideAt: call.decideAt,
          eventAt: event.startsAt,
        },
        news: NEWS.find((one) => one === done) ?? null,
      },
    },
    { headers: KEYED_PAGE },
  )
}

export type ApplicationPageView = NonNullable<SerializeFrom<typeof loader>['view']>

export default function Page() {
  const { view } = useLoaderData<typeof loader>()
  const { t, path } = usePage()
  if (!view) return <ApplicationStranger />
  const address = (page: string) =>
    path(`/applications/${view.code}${page}${view.key ? `?${new URLSearchParams({ key: view.key })}` : ''}`)
  const isOver = view.standing === 'withdrawn' || view.standing === 'missed'
  const isOpen = (view.window === 'open' || view.window === 'grace') && !isDecided(view)
  return (
    <main id="main" tabIndex={-1} data-series={seriesOf(view.event.mark)}>
      <ApplicationLead view={view} address={address} />
      <AwardPart
        award={view.award}
        code={view.code}
        query={view.key ? `?${new URLSearchParams({ key: view.key })}` : ''}
      />
      <ApplicationOfferPart
        offer={isStanding(view.offer) ? view.offer : null}
        address={address('/offer')}
        place={view.event}
      />
      {view.missing.length > 0 && !isOver && view.state === 'submitted' && (
        <Leaf id="missing" title={t('application.review.missing')}>
          <MissingList missing={view.missing} address={address} />
        </Leaf>
      )}
      {view.letters.length > 0 && !isOver && (
        <Leaf id="letters" title={t('application.status.letters')}>
          <LettersStanding view={view} address={address} />
        </Leaf>
      )}
      <Leaf id="dates" title={t('application.status.dates')}>
        <ApplicationDates view={view} />
      </Leaf>
      {view.reasons.length > 0 && !isOver && (
        <Leaf id="eligibility" title={t('application.status.eligibility')}>
          <ApplicationEligibility view={view} />
        </Leaf>
      )}
      <Leaf id="own" title={t('application.status.own')}>
        <p className="row">
          {view.state !== 'withdrawn' && (
            <a className="btn" href={address('/check')}>
              {t(`application.status.${isOpen ? (view.state === 'draft' ? 'check' : 'change') : 'read'}`)}
            </a>
          )}{' '}
          {view.state !== 'withdrawn' && view.offer?.state !== 'accepted' && (
            <a className="btn" href={address('/withdraw')}>
              {t('application.status.withdraw')}
            </a>
          )}
          {view.mayStartAgain && (
            <a
              className="btn go"
              href={path(`/events/${view.event.slug}/${view.page}?${new URLSearchParams({ call: view.slug })}`)}
            >
              {t('application.status.again')}
            </a>
          )}
        </p>
        <p className="hint">{t('application.status.keepLink')}</p>
      </Leaf>
    </main>
  )
}

/** Who was told of a decision changes nothing any more, though the call may still be open. */
function isDecided({ standing }: Pick<ApplicationPageView, 'standing'>): boolean {
  return standing === 'accept' || standing === 'reserve' || standing === 'decline'
}
