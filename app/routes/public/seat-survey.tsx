import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { seatOfKey } from './own-seat.server.ts'
import { SeatStranger } from './seat-stranger.tsx'
import { SeatSurveyForm } from './seat-survey-form.tsx'
import { SeatSurveyShut } from './seat-survey-shut.tsx'
import { seeOther } from '#app/http/answers.ts'
import type { RequestContext } from '#app/http/context.server.ts'
import { parseForm, readForm, refusedForm } from '#app/http/form.server.ts'
import { KEYED_PAGE, withoutReferrer } from '#app/http/private-page.ts'
import { answersForm } from '#app/registrations/questions/answers-form.ts'
import { answersFormSchema } from '#app/registrations/questions/answer-schema.ts'
import { answerSurvey } from '#app/surveys/answering/answer-survey.server.ts'
import { askedSurvey } from '#app/surveys/answering/asked-survey.server.ts'
import { pageMeta } from '#app/ui/page-meta.ts'
import { seriesOf } from '#app/ui/series-mark.ts'

export const handle = { shell: 'public' }

export const headers: HeadersFunction = () => KEYED_PAGE

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, (t) => {
    const page = args.data?.page
    return {
      title: page
        ? t('survey.answer.pageTitle', { title: page.survey.title, event: page.event.title })
        : t('seat.strangerTitle'),
    }
  })

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const found = await findAsked(request, params, context)
  if (!found) return data({ page: null }, { status: 404, headers: KEYED_PAGE })
  const { seat, survey, key } = found
  const { answers, ...shown } = survey
  const { slug, title, language, zone, mark, contactEmail } = seat.event
  return data(
    {
      page: {
        survey: shown,
        answers: answersForm(survey.questions, answers, { name: 'answers', tokenOf: () => undefined }),
        event: { slug, title, language, zone, mark, contactEmail },
        code: seat.code,
        isSeated: seat.state === 'confirmed',
        isSaved: survey.isAnswered && new URL(request.url).searchParams.has('saved'),
        key,
      },
    },
    { headers: KEYED_PAGE },
  )
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const found = await findAsked(request, params, context)
  if (!found) return data({ form: null }, { status: 404, headers: KEYED_PAGE })
  const form = await readForm(request)
  const { seat, survey, key } = found
  const parsed = parseForm(form, answersFormSchema(survey.questions))
  if (!parsed.ok) return data({ form: parsed.form }, { status: 422, headers: KEYED_PAGE })
  const saved = await answerSurvey(context.services.db, {
    surveyId: survey.id,
    registrationId: seat.id,
    shown: survey.questions,
    answers: parsed.value.answers,
    isAnonymous: form.get('promise') === 'anonymous',
    now: context.now,
  })
  if (!saved.ok) {
    const status = saved.refusals.some(({ code }) => code === 'busy') ? 503 : 409
    return data({ form: refusedForm(form, saved.refusals) }, { status, headers: KEYED_PAGE })
  }
  const query = new URLSearchParams({ key, saved: '1' })
  return withoutReferrer(seeOther(context, `/registrations/${seat.code}/surveys/${survey.id}?${query}`))
}

/** The seat and the survey in the address; null without the key, and for a survey that is not asked of this seat. */
async function findAsked(request: Request, params: { code?: string; survey?: string }, context: RequestContext) {
  const found = await seatOfKey(request, params.code, context)
  if (!found) return null
  const survey = await askedSurvey(context.services.db, {
    surveyId: params.survey ?? '',
    seat: found.seat,
    language: context.language,
    now: context.now,
  })
  return survey && { ...found, survey }
}

export default function Page() {
  const { page } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? undefined
  if (!page) return <SeatStranger />
  const { survey, isSeated, isSaved } = page
  const isOver = survey.isAnonymous && survey.isAnswered
  const mayAnswer = survey.standing.is === 'open' && isSeated && !isOver && !(isSaved && !form)
  return (
    <main id="main" tabIndex={-1} data-series={seriesOf(page.event.mark)}>
      {mayAnswer ? <SeatSurveyForm page={page} form={form} /> : <SeatSurveyShut page={page} form={form} />}
    </main>
  )
}
