import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { answerLabel } from '#app/ui/seat/answer-label.ts'
import { groupOf, seatOf } from './group.server.ts'
import { SeatFields } from './seat-fields.tsx'
import { notFound, seeOther } from '#app/http/answers.ts'
import { parseForm, readForm, refusedForm } from '#app/http/form.server.ts'
import { KEYED_PAGE, withoutReferrer } from '#app/http/private-page.ts'
import { countAttempt } from '#app/people/count-attempt.server.ts'
import { nameSeat } from '#app/registrations/naming/name-seat.server.ts'
import { givenAnswers } from '#app/registrations/questions/answer-schema.ts'
import { freezeAnswer } from '#app/registrations/questions/freeze-answer.ts'
import { askedQuestions } from '#app/registrations/questions/queries.server.ts'
import { questionsForSeat } from '#app/registrations/questions/shown-questions.ts'
import { shownInForm } from '#app/registrations/questions/typed-answers.ts'
import { seatSchema } from '#app/registrations/naming/seat-form.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { seriesOf } from '#app/ui/series-mark.ts'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const handle = { shell: 'public' }

export const headers: HeadersFunction = () => KEYED_PAGE

export const meta: MetaFunction<typeof loader> = (args) => pageMeta(args, (t) => ({ title: t('seat.nameTitle') }))

/** A name sends a mail: enough for slips of the pen, too few for a nuisance. */
const NAMINGS = { limit: 6, windowMinutes: 24 * 60 }

export async function loader(args: LoaderFunctionArgs) {
  const { order, seat, key, questions } = await asked(args)
  const { code, title, mark } = order
  const asking = questions.filter(({ kind }) => kind !== 'consent' && kind !== 'file')
  return data({ order: { code, title, mark }, seat, key, questions: asking }, { headers: KEYED_PAGE })
}

export async function action(args: ActionFunctionArgs) {
  const { order, seat, key, questions } = await asked(args)
  const { request, context } = args
  const form = await readForm(request)
  const where = { ticketTypeId: seat.ticketTypeId, trackId: seat.trackId }
  const shown = shownInForm(questions, where, { form: refusedForm(form, []), name: 'answers' })
  const parsed = parseForm(form, seatSchema(shown, { isOwn: false }))
  if (!parsed.ok) return data({ form: parsed.form }, { status: 422, headers: KEYED_PAGE })
  const { answers, ...person } = parsed.value
  const limit = { bucket: `seat-named:${seat.id}`, ...NAMINGS, now: context.now }
  if (!(await countAttempt(context.services.db, limit)))
    return data({ form: refusedForm(form, [{ code: 'seat-often' }]) }, { status: 429, headers: KEYED_PAGE })
  const result = await nameSeat(context.services.db, {
    registrationId: seat.id,
    person,
    answers: givenAnswers(questions, answers).map(({ question, value }) => freezeAnswer(question, value)),
    isOwn: false,
    now: context.now,
    actor: { kind: 'visitor' },
  })
  if (!result.ok) return data({ form: refusedForm(form, result.refusals) }, { status: 409, headers: KEYED_PAGE })
  return withoutReferrer(seeOther(context, `/orders/${order.code}/seats?key=${key}`))
}

async function asked({ request, params, context }: LoaderFunctionArgs) {
  const group = await groupOf(request, params['code'], context)
  const seat = group && seatOf(group.order, params['registration'])
  if (!group || !seat) throw notFound()
  const { order, key } = group
  if (!seat.isUnnamed) throw withoutReferrer(seeOther(context, `/orders/${order.code}/seats?key=${key}`))
  const { services, language } = context
  const questions = await askedQuestions(services.db, { eventId: order.eventId, language, own: order.language })
  return { order, seat, key, questions: questions.filter(({ stage }) => stage === 'registering') }
}

export default function Page() {
  const { order, seat, key, questions } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { t, path } = usePage()
  const where = { ticketTypeId: seat.ticketTypeId, trackId: seat.trackId }
  const shown = questionsForSeat(questions, where)
  const back = path(`/orders/${order.code}/seats?key=${key}`)
  return (
    <main id="main" tabIndex={-1} data-series={seriesOf(order.mark)}>
      <div className="flow intro narrow">
        <p className="kind">
          <bdi>{order.title}</bdi>
        </p>
        <h1>{t('seat.nameTitle')}</h1>
        <ErrorSummary form={form} labelOf={(name) => answerLabel(name, questions)} />
        <p className="lead">
          {t('seat.number', { number: seat.number })}: <bdi>{seat.ticket}</bdi>
        </p>
        <p>{t('seat.nameLead')}</p>
        {seat.state === 'held' && <p>{t('seat.namedLater')}</p>}
        <form method="post" action={path(`/orders/${order.code}/seats/${seat.code}/name?key=${key}`)} noValidate>
          <SeatFields form={form} questions={shown} isOwn={false} />
          <p className="row after">
            <button className="go">{t('seat.save')}</button>
            <a href={back}>{t('seat.back')}</a>
          </p>
        </form>
      </div>
    </main>
  )
}
