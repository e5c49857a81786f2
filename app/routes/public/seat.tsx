import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { DetailsFields } from '#app/ui/seat/details-fields.tsx'
import { answerLabel } from '#app/ui/seat/answer-label.ts'
import { OwnSeatTicket } from './own-seat-ticket.tsx'
import { questionsOf, seatOfKey, sentForm } from './own-seat.server.ts'
import { SeatFields } from './seat-fields.tsx'
import { SeatStranger } from './seat-stranger.tsx'
import { hasEnded, isPostponed } from '#app/calendar/is-postponed.ts'
import { leadsToCertificate } from '#app/certificates/certificate-links.server.ts'
import { notFound, seeOther } from '#app/http/answers.ts'
import type { RequestContext } from '#app/http/context.server.ts'
import { parseForm, refusedForm } from '#app/http/form.server.ts'
import { KEYED_PAGE, withoutReferrer } from '#app/http/private-page.ts'
import { lastMinuteOf } from '#app/events/price-table.ts'
import { knownEnd } from '#app/registrations/changes/change-rules.ts'
import { detailsSchema } from '#app/registrations/changes/details-form.ts'
import { completeSeat } from '#app/registrations/naming/complete-seat.server.ts'
import { nameSeat } from '#app/registrations/naming/name-seat.server.ts'
import { seatKey } from '#app/registrations/order-key.ts'
import { type OwnSeat, ownSeat } from '#app/registrations/naming/own-seat.server.ts'
import { givenAnswers } from '#app/registrations/questions/answer-schema.ts'
import { freezeAnswer } from '#app/registrations/questions/freeze-answer.ts'
import { shownQuestions } from '#app/registrations/questions/shown-questions.ts'
import { seatSchema } from '#app/registrations/naming/seat-form.ts'
import { openSurveys } from '#app/surveys/answering/seat-surveys.server.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { isolate } from '#app/ui/isolate.ts'
import { Leaf } from '#app/ui/leaf.tsx'
import { Note } from '#app/ui/note.tsx'
import { OpenSurveys } from '#app/ui/seat/open-surveys.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { seriesOf } from '#app/ui/series-mark.ts'
import { usePage } from '#app/ui/use-page.ts'
import { formatDays, formatMoment } from '#app/values/dates.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const handle = { shell: 'public' }

export const headers: HeadersFunction = () => KEYED_PAGE

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, (t) => {
    const seat = args.data?.seat
    return { title: seat ? t('seat.ownTitle', { event: seat.event.title }) : t('seat.strangerTitle') }
  })

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const found = await seatOfKey(request, params['code'], context)
  if (!found)
    return data(
      { seat: null, questions: [], answers: EMPTY_FORM, stages: [], surveys: [], leads: false, key: '', saved: null },
      { status: 404, headers: KEYED_PAGE },
    )
  const { seat, key } = found
  const { questions: _questions, stages: _stages, answers: _answers, ...shown } = seat
  const saved = new URL(request.url).searchParams.get('saved')
  const { services, language, now } = context
  const [asked, surveys, leads] = await Promise.all([
    questionsOf(seat, context),
    openSurveys(services.db, { seat, language, now }),
    leadsToCertificate(services.db, { registrationId: seat.id, eventId: seat.event.id }),
  ])
  return data(
    { seat: shown, ...asked, stages: laterStages(seat, now), surveys, leads, key, saved },
    { headers: KEYED_PAGE },
  )
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const found = await seatOfKey(request, params['code'], context)
  if (!found) throw notFound()
  const { seat, key } = found
  const sent = await sentForm(request, seat, context)
  const result = await (seat.isUnnamed ? take(seat, sent, context) : complete(seat, sent, context))
  if ('form' in result) return data({ form: result.form }, { status: 422, headers: KEYED_PAGE })
  if (!result.ok) return data({ form: refusedForm(sent.form, result.refusals) }, { status: 409, headers: KEYED_PAGE })
  const saved = seat.isUnnamed && seat.state === 'confirmed' ? 'ticket' : 'details'
  const query = new URLSearchParams({ key: seat.isUnnamed ? await keyOfNow(seat, context) : key, saved })
  return withoutReferrer(seeOther(context, `/registrations/${seat.code}?${query}`))
}

/** With the person on a seat changes its key. */
async function keyOfNow({ code, keyVersion }: OwnSeat, { services, language }: RequestContext): Promise<string> {
  const seat = await ownSeat(services.db, code, language)
  return seatKey(services.config.secret, { id: seat!.id, personId: seat!.personId, keyVersion })
}

type Sent = Awaited<ReturnType<typeof sentForm>>

async function take(seat: OwnSeat, { form, refusals, shown }: Sent, { services, now }: RequestContext) {
  const parsed = parseForm(form, seatSchema(shown, { isOwn: true }), refusals)
  if (!parsed.ok) return { form: parsed.form }
  const { answers, ...person } = parsed.value
  return await nameSeat(services.db, {
    registrationId: seat.id,
    person,
    answers: givenAnswers(shown, answers).map(({ question, value }) => freezeAnswer(question, value)),
    isOwn: true,
    now,
    actor: { kind: 'visitor' },
  })
}

async function complete(seat: OwnSeat, { form, refusals, shown }: Sent, { services, now }: RequestContext) {
  const parsed = parseForm(form, detailsSchema(shown), refusals)
  if (!parsed.ok) return { form: parsed.form }
  const { answers, ...person } = parsed.value
  const { id: registrationId, orderId, code } = seat
  const edit = { registrationId, orderId, code, person, shown, answers, now, actor: { kind: 'visitor' as const } }
  return await completeSeat(services.db, edit)
}

/** What is asked after registering has a page of its own, from the day it opens. */
function laterStages({ stages, questions, answers, ticketTypeId, trackId }: OwnSeat, now: string) {
  return (['accepted', 'before-event'] as const).filter((stage) => {
    const opensAt = stages[stage]?.opensAt
    return opensAt && opensAt <= now && shownQuestions(questions, { ticketTypeId, trackId, stage }, answers).length > 0
  })
}

export default function Page() {
  const { seat, questions, answers, stages, surveys, leads, key, saved } = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()?.form
  const { t, path, language, now } = usePage()
  if (!seat) return <SeatStranger />
  const { event, editUntil } = seat
  const form = sent ?? EMPTY_FORM
  const isActive = seat.state === 'held' || seat.state === 'confirmed'
  const dated = { ...event, postponedAt: seat.postponedAt }
  const hasNoDate = isPostponed(dated)
  const isOver = hasEnded(dated, now)
  const isOpen = isActive && event.status !== 'cancelled' && !isOver
  const mayEdit = isOpen && (seat.isUnnamed || (editUntil !== null && now < editUntil))
  const lastEdit = knownEnd(editUntil)
  const until = lastEdit && formatMoment(lastMinuteOf(lastEdit, event.zone), event.zone, language)
  return (
    <main id="main" tabIndex={-1} data-series={seriesOf(event.mark)}>
      <div className="flow intro">
        <p className="kind">
          <bdi>{event.title}</bdi> ·{' '}
          <bdi>{hasNoDate ? t('event.newDate') : formatDays(seat.startsOn, seat.endsOn, language)}</bdi>
        </p>
        <h1>
          {seat.isUnnamed
            ? t('seat.ownUnnamed', { event: isolate(event.title) })
            : t('seat.ownTitleNamed', { name: isolate(seat.fullName) })}
        </h1>
        <ErrorSummary form={form} labelOf={(name) => answerLabel(name, questions)} />
        {!sent && (saved === 'ticket' || saved === 'details') && (
          <Note is="ok">
            <p role="status">{t(saved === 'ticket' ? 'seat.savedTicket' : 'seat.saved')}</p>
          </Note>
        )}
        {hasNoDate && (
          <Note is="warn">
            <p>
              <b>{t('event.action.postponed')}</b>
            </p>
            <p>{t('event.seatKept')}</p>
          </Note>
        )}
        <p className="lead">{t(leadOf(seat, isActive, !isOver))}</p>
        {mayEdit && !seat.isUnnamed && seat.country === null && <p>{t('seat.missing')}</p>}
      </div>
      {seat.confirmedAt !== null && !seat.isUnnamed && <OwnSeatTicket seat={seat} />}
      {isOpen && !seat.isUnnamed && (
        <p className="noprint">
          <a className="btn" href={path(`/registrations/${seat.code}.ics?key=${key}`)}>
            {t('agenda.seat')}
          </a>
        </p>
      )}
      {mayEdit && (
        <Leaf id="details" title={t('seat.details')}>
          {!seat.isUnnamed && until && <p className="hint">{t('seat.editUntil', { when: until })}</p>}
          <form
            method="post"
            encType={questions.some(({ kind }) => kind === 'file') ? 'multipart/form-data' : undefined}
            action={path(`/registrations/${seat.code}?key=${key}`)}
            noValidate
          >
            {seat.isUnnamed ? (
              <SeatFields form={form} questions={questions} isOwn />
            ) : (
              <DetailsFields form={form} answers={sent ?? answers} person={seat} questions={questions} />
            )}
            <p className="after">
              <button className="go">{t(seat.isUnnamed ? 'seat.saveOwn' : 'seat.saveDetails')}</button>
            </p>
          </form>
        </Leaf>
      )}
      {isOpen && !mayEdit && until && <p>{t('seat.editOver', { when: until })}</p>}
      {isOpen && !seat.isUnnamed && seat.state === 'confirmed' && (
        <Leaf id="sessions" title={t('session.own.title')}>
          <p>{t('session.own.linkLead')}</p>
          <p>
            <a className="btn" href={path(`/registrations/${seat.code}/sessions?key=${key}`)}>
              {t('session.own.link')}
            </a>
          </p>
        </Leaf>
      )}
      {isOpen && !seat.isUnnamed && stages.length > 0 && (
        <Leaf id="questions" title={t('seat.questions')}>
          {stages.map((stage) => (
            <p key={stage}>
              <a className="btn" href={path(`/registrations/${seat.code}/questions/${stage}?key=${key}`)}>
                {t(`seat.stages.${stage}`)}
              </a>
            </p>
          ))}
        </Leaf>
      )}
      <OpenSurveys
        surveys={surveys}
        address={(id) => `/registrations/${seat.code}/surveys/${id}?key=${key}`}
        zone={event.zone}
      />
      {leads && !seat.isUnnamed && (
        <Leaf id="certificate" title={t('certificate.own.title')}>
          <p>
            <a className="btn" href={path(`/registrations/${seat.code}/certificate?key=${key}`)}>
              {t('certificate.own.link')}
            </a>
          </p>
        </Leaf>
      )}
      {event.contactEmail && (
        <p>
          <a href={`mailto:${event.contactEmail}?subject=${encodeURIComponent(seat.code)}`}>{t('order.writeTo')}</a>
        </p>
      )}
    </main>
  )
}

function leadOf(
  seat: { isUnnamed: boolean; state: string; event: { status: string } },
  isActive: boolean,
  isAhead: boolean,
) {
  if (seat.event.status === 'cancelled') return 'seat.ownEventCancelled'
  if (!isActive) return 'seat.ownGone'
  if (!isAhead) return 'seat.ownOver'
  if (seat.isUnnamed) return 'seat.ownUnnamedLead'
  return seat.state === 'held' ? 'seat.ownHeld' : 'seat.ownConfirmed'
}
