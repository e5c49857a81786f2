import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { QuestionsForm } from './questions-form.tsx'
import { QuestionsShut } from './questions-shut.tsx'
import { SeatStranger } from './seat-stranger.tsx'
import { mayUpload } from './upload-limit.server.ts'
import { keepUploads } from '#app/files/keep-uploads.server.ts'
import { findFiles } from '#app/files/read-file.server.ts'
import { uploadToken } from '#app/files/upload-token.ts'
import { seeOther } from '#app/http/answers.ts'
import type { RequestContext } from '#app/http/context.server.ts'
import { parseForm, readForm, refusedForm } from '#app/http/form.server.ts'
import { KEYED_PAGE, withoutReferrer } from '#app/http/private-page.ts'
import { isSeatKey } from '#app/registrations/order-key.ts'
import { answersForm, fileFields } from '#app/registrations/questions/answers-form.ts'
import { answersFormSchema } from '#app/registrations/questions/answer-schema.ts'
import {
  type AskedRegistration,
  askedRegistration,
  earlierAnswers,
} from '#app/registrations/questions/asked-registration.server.ts'
import { STAGES } from '#app/registrations/questions/question.ts'
import { saveAnswers } from '#app/registrations/questions/save-answers.server.ts'
import { stageStanding } from '#app/registrations/questions/stage-standing.ts'
import { couldBeShown } from '#app/registrations/questions/shown-questions.ts'
import { shownInForm } from '#app/registrations/questions/typed-answers.ts'
import { pageMeta } from '#app/ui/page-meta.ts'
import { seriesOf } from '#app/ui/series-mark.ts'
import { parseCode } from '#app/values/code.ts'

export const handle = { shell: 'public' }

export const headers: HeadersFunction = () => KEYED_PAGE

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, (t) => {
    const event = args.data?.asked?.event.title
    return { title: event ? t('question.pageTitle', { event }) : t('order.strangerTitle') }
  })

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const found = await findAsked(request, params, context)
  if (!found) return data({ asked: null }, { status: 404, headers: KEYED_PAGE })
  const { registration, stage, standing, seat } = found
  const { code, fullName, event, state } = registration
  const earlier = earlierAnswers(registration, stage)
  const questions = couldBeShown(registration.questions, seat, { ...earlier })
  const files = questions.filter(({ kind }) => kind === 'file').flatMap((one) => registration.answers[one.code] ?? [])
  const kept = await findFiles(context.services.db, files)
  const tokenOf = (id: string) => {
    const file = kept.find((one) => one.id === id && one.erasedAt === null)
    return file && uploadToken(context.services.config.secret, { ...file, at: context.now })
  }
  const address = new URL(request.url).searchParams
  return data(
    {
      asked: {
        code,
        stage,
        fullName,
        event,
        standing: state === 'held' || state === 'confirmed' ? standing : ({ is: 'ended' } as const),
        questions,
        answers: answersForm(questions, registration.answers, { name: 'answers', tokenOf }),
        key: address.get('key') ?? '',
        isSaved: address.has('saved'),
      },
    },
    { headers: KEYED_PAGE },
  )
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { db, config } = context.services
  const found = await findAsked(request, params, context)
  if (!found) return data({ form: null }, { status: 404, headers: KEYED_PAGE })
  const sent = await readForm(request, { files: true })
  const { registration, stage, seat, key } = found
  const { event, questions } = registration
  const { form, refusals } = await keepUploads(db, sent, {
    mayTake: () => mayUpload(context),
    secret: config.secret,
    eventId: event.id,
    now: context.now,
    purposeOf: fileFields(questions),
  })
  const earlier = earlierAnswers(registration, stage)
  const shown = shownInForm(questions, seat, { form: refusedForm(form, []), name: 'answers', earlier })
  const parsed = parseForm(form, answersFormSchema(shown), refusals)
  if (!parsed.ok) return data({ form: parsed.form }, { status: 422, headers: KEYED_PAGE })
  const saved = await saveAnswers(db, {
    registrationId: registration.id,
    stage,
    shown,
    answers: parsed.value.answers,
    now: context.now,
    actor: { kind: 'visitor' },
  })
  if (!saved.ok) {
    const status = saved.refusals.some(({ code }) => code === 'busy') ? 503 : 409
    return data({ form: refusedForm(form, saved.refusals) }, { status, headers: KEYED_PAGE })
  }
  const query = new URLSearchParams({ key, saved: '1' })
  return withoutReferrer(seeOther(context, `/registrations/${registration.code}/questions/${stage}?${query}`))
}

interface FoundAsked {
  registration: AskedRegistration
  stage: (typeof STAGES)[number]
  standing: ReturnType<typeof stageStanding>
  seat: { ticketTypeId: string; trackId: string | null; stage: (typeof STAGES)[number] }
  key: string
}

/** Null without the key: an unknown code takes the same steps as a wrong one. */
async function findAsked(
  request: Request,
  params: { code?: string; stage?: string },
  { services, language, now }: RequestContext,
): Promise<FoundAsked | null> {
  const stage = STAGES.find((one) => one === params.stage)
  const key = new URL(request.url).searchParams.get('key') ?? ''
  const registration = await askedRegistration(services.db, parseCode(params.code ?? '') ?? '', language)
  const seat = registration ?? { id: '', personId: '', keyVersion: 0 }
  if (!isSeatKey(services.config.secret, seat, key) || !registration || !stage) return null
  const { ticketTypeId, trackId, event, stages } = registration
  return {
    registration,
    stage,
    standing: stageStanding(event, stages[stage], now),
    seat: { ticketTypeId, trackId, stage },
    key,
  }
}

export default function Page() {
  const { asked } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? undefined
  if (!asked) return <SeatStranger />
  return (
    <main id="main" tabIndex={-1} data-series={seriesOf(asked.event.mark)}>
      {asked.standing.is === 'open' ? (
        <QuestionsForm asked={asked} form={form} />
      ) : (
        <QuestionsShut asked={asked} form={form} />
      )}
    </main>
  )
}
