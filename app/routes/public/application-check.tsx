import {
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  type SerializeFrom,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ApplicationDeciding } from './application-deciding.tsx'
import { headOf } from './application-section.server.ts'
import { ApplicationSteps, stepName } from './application-steps.tsx'
import { ApplicationStranger } from './application-stranger.tsx'
import { CallAnswer } from './call-answer.tsx'
import { MissingList } from './missing-list.tsx'
import { ownApplication } from './own-application.server.ts'
import { ownFiles } from './own-files.server.ts'
import { ownForm } from '#app/applications/applying/own-form.server.ts'
import { shownCallQuestions } from '#app/applications/form/shown-call-questions.ts'
import { mayBeSeen } from '#app/applications/reviews/blind-view.ts'
import { ownMissing } from '#app/applications/form/what-is-missing.ts'
import { listReferees } from '#app/applications/referees/list-referees.server.ts'
import { KEYED_PAGE } from '#app/http/private-page.ts'
import { CallAlso, callDeadline } from '#app/ui/call-moment.tsx'
import { Leaf } from '#app/ui/leaf.tsx'
import { Note } from '#app/ui/note.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { seriesOf } from '#app/ui/series-mark.ts'
import { usePage } from '#app/ui/use-page.ts'

export const handle = { shell: 'public' }

export const headers: HeadersFunction = () => KEYED_PAGE

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, (t) => ({
    title: args.data?.view
      ? `${t('application.review.title')}: ${args.data.view.call.title}`
      : t('application.status.strangerTitle'),
  }))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const found = await ownApplication(request, params['code'], context)
  if (!found) return data({ view: null }, { status: 404, headers: KEYED_PAGE })
  const { language, now, services } = context
  const own = await ownForm(services.db, { applicationId: found.application.id, language, now })
  const { call, facts, application, currency, missing } = own
  const head = headOf(own, found.key)
  const asked = shownCallQuestions(call, { choiceId: facts.choiceIds[0] ?? null, answers: facts.answers })
  const hidden = call.isBlind ? call.hidden : []
  const people = await listReferees(services.db, { applicationId: application.id, now })
  return data(
    {
      view: {
        ...head,
        // Nobody is asked for a letter before it is sent: until then it is nothing that one forgot.
        missing: application.state === 'draft' ? ownMissing(missing) : missing,
        currency,
        hidden,
        isBlind: call.isBlind,
        fullName: application.fullName,
        email: application.email,
        sections: call.sections
          .map(({ id, code, title }) => ({
            code,
            title,
            questions: asked
              .filter(({ sectionId }) => sectionId === id)
              .map((question) => ({
                code: question.code,
                kind: question.kind,
                label: question.label,
                options: question.options,
                rows: question.rows,
                levels: question.levels,
                isRequired: question.isRequired,
                isHidden: call.isBlind && !mayBeSeen(question, hidden),
                values: facts.answers[question.code] ?? [],
              })),
          }))
          .filter(({ questions }) => questions.length > 0),
        wishes: facts.choiceIds.map((id) => call.choices.find((choice) => choice.id === id)?.name ?? ''),
        team: application.teamCode,
        people: people
          .filter(({ state }) => state !== 'withdrawn')
          .map(({ kind, fullName, email, state }) => ({ kind, fullName, email, state })),
        files: await ownFiles(context, own),
        deciding: call.deciding,
        criteria: call.criteria.map(({ code, label, maximum }) => ({ code, label, maximum })),
        decideAt: call.decideAt,
      },
    },
    { headers: KEYED_PAGE },
  )
}

export type CheckView = NonNullable<SerializeFrom<typeof loader>['view']>

export default function Page() {
  const { view } = useLoaderData<typeof loader>()
  const page = usePage()
  const { t, path } = page
  if (!view) return <ApplicationStranger />
  const { event, call, code, key, steps } = view
  const address = (to: string) => path(`/applications/${code}${to}${key ? `?${new URLSearchParams({ key })}` : ''}`)
  const isOpen = view.window === 'open' || view.window === 'grace'
  return (
    <main id="main" tabIndex={-1} data-series={seriesOf(event.mark)}>
      <p className="kind">
        <bdi>{event.title}</bdi>
      </p>
      <h1>
        <bdi>{call.title}</bdi>
      </h1>
      <ApplicationSteps steps={steps} current="check" reached={view.reached} address={address} />
      <div className="rail">
        <div className="flow">
          <h2>{t('application.review.title')}</h2>
          <p>{t('application.review.lead')}</p>
          {view.isBlind && <p>{t('application.review.hiddenLead')}</p>}
          <MissingList missing={view.missing} address={address} lead={t('application.review.missingLead')} />
          <Leaf id="you" title={t('application.start.fullName')} isWide>
            <p>
              <b>
                <bdi>{view.fullName}</bdi>
              </b>
              {view.hidden.includes('name') && <Hidden />}
            </p>
            <p>
              <bdi dir="ltr">{view.email}</bdi>
              {view.hidden.includes('contact') && <Hidden />}
            </p>
          </Leaf>
          {steps.map((step) => (
            <Leaf key={step.code} id={`s-${step.code}`} title={<bdi>{stepName(step, t)}</bdi>} isWide>
              {step.kind === 'wishes' && (
                <ol>
                  {view.wishes.map((name) => (
                    <li key={name}>
                      <bdi>{name}</bdi>
                    </li>
                  ))}
                </ol>
              )}
              {step.kind === 'team' && (
                <p>{view.team ? <bdi dir="ltr">{view.team}</bdi> : t('application.review.alone')}</p>
              )}
              {step.kind === 'letters' && (
                <ul>
                  {view.people.map(({ kind, fullName, email, state }) => (
                    <li key={kind + email}>
                      <bdi>{fullName}</bdi> <bdi dir="ltr">{email}</bdi>{' '}
                      <small>{t(`application.form.letterState.${state}`)}</small>
                    </li>
                  ))}
                </ul>
              )}
              {view.sections
                .filter((section) => step.kind === 'section' && section.code === step.code)
                .map((section) => (
                  <ul key={section.code} role="list" className="flow">
                    {section.questions.map((question) => (
                      <Answered key={question.code} question={question} view={view} />
                    ))}
                  </ul>
                ))}
              {isOpen && (
                <p>
                  <a
                    href={address(`/form/${step.code}`)}
                    aria-label={t('application.review.changeWhat', { what: stepName(step, t) })}
                  >
                    {t('application.review.change')}
                  </a>
                </p>
              )}
            </Leaf>
          ))}
          {view.state === 'draft' && isOpen ? (
            <form method="post" action={address('/send')} className="flow">
              <p>
                <button className="go">{t('application.review.send')}</button>
              </p>
              <p className="hint">
                {call.closesAt
                  ? t('application.review.sendHint', {
                      when: callDeadline(page, call.closesAt, { ...event, closesZone: call.closesZone }),
                    })
                  : t('application.review.sendHintOpen')}
                {call.closesAt && <CallAlso at={call.closesAt} place={{ ...event, closesZone: call.closesZone }} />}
              </p>
            </form>
          ) : (
            <Note is={view.state === 'submitted' ? 'ok' : 'warn'}>
              <p>{t(view.state === 'submitted' ? 'application.review.sent' : 'application.form.shut')}</p>
              <p>
                <a href={address('')}>{t('application.review.toStatus')}</a>
              </p>
            </Note>
          )}
        </div>
        <ApplicationDeciding view={view} />
      </div>
    </main>
  )
}

function Hidden() {
  const { t } = usePage()
  return <small> · {t('application.review.hidden')}</small>
}

function Answered({
  question,
  view,
}: {
  question: CheckView['sections'][number]['questions'][number]
  view: CheckView
}) {
  const { t, path } = usePage()
  const query = view.key ? `?${new URLSearchParams({ key: view.key })}` : ''
  const files = Object.fromEntries(
    view.files.map(({ id, name, byteCount, question: code }) => [
      id,
      { name, byteCount, address: path(`/applications/${view.code}/files/${code}${query}`) },
    ]),
  )
  return (
    <li>
      <b>
        <bdi>{question.label}</bdi>
      </b>
      {question.isHidden && <Hidden />}
      <div>
        {question.values.length === 0 ? (
          <small>{t('application.review.notAnswered')}</small>
        ) : (
          <CallAnswer question={question} values={question.values} currency={view.currency} files={files} />
        )}
      </div>
    </li>
  )
}
