import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { answerLabel } from '#app/ui/seat/answer-label.ts'
import { ChangePage } from './change-page.tsx'
import { DetailsFields } from '#app/ui/seat/details-fields.tsx'
import { askedSeat, toOrder } from './changing.server.ts'
import { mayUpload } from './upload-limit.server.ts'
import { keepUploads } from '#app/files/keep-uploads.server.ts'
import { findFiles } from '#app/files/read-file.server.ts'
import { uploadToken } from '#app/files/upload-token.ts'
import { notFound } from '#app/http/answers.ts'
import { parseForm, readForm, refusedForm } from '#app/http/form.server.ts'
import { KEYED_PAGE } from '#app/http/private-page.ts'
import { detailsSchema } from '#app/registrations/changes/details-form.ts'
import { editDetails } from '#app/registrations/changes/edit-details.server.ts'
import { answersForm, fileFields } from '#app/registrations/questions/answers-form.ts'
import { askedRegistration } from '#app/registrations/questions/asked-registration.server.ts'
import { couldBeShown } from '#app/registrations/questions/shown-questions.ts'
import { shownInForm } from '#app/registrations/questions/typed-answers.ts'
import { isolate } from '#app/ui/isolate.ts'
import { pageMeta } from '#app/ui/page-meta.ts'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const handle = { shell: 'public' }

export const headers: HeadersFunction = () => KEYED_PAGE

export const meta: MetaFunction<typeof loader> = (args) => pageMeta(args, (t) => ({ title: t('change.details.title') }))

const STAGE = 'registering' as const

export async function loader(args: LoaderFunctionArgs) {
  const { seat, asked, why, shown, where } = await asking(args)
  const { db, config } = args.context.services
  const questions = couldBeShown(asked.questions, where, {})
  const files = questions.filter(({ kind }) => kind === 'file').flatMap((one) => asked.answers[one.code] ?? [])
  const kept = await findFiles(db, files)
  const tokenOf = (id: string) => {
    const file = kept.find((one) => one.id === id && one.erasedAt === null)
    return file && uploadToken(config.secret, { ...file, at: args.context.now })
  }
  const { latinName, badgeName, affiliation, country } = seat
  return data(
    {
      seat: shown,
      why,
      person: { fullName: seat.fullName, latinName, badgeName, affiliation, country },
      questions,
      answers: answersForm(questions, asked.answers, { name: 'answers', tokenOf }),
    },
    { headers: KEYED_PAGE },
  )
}

export async function action(args: ActionFunctionArgs) {
  const { request, context } = args
  const { db, config } = context.services
  const sent = await readForm(request, { files: true })
  const { seat, asked, key, where } = await asking(args)
  const { form, refusals } = await keepUploads(db, sent, {
    mayTake: () => mayUpload(context),
    secret: config.secret,
    eventId: seat.eventId,
    now: context.now,
    purposeOf: fileFields(asked.questions),
  })
  const shown = shownInForm(asked.questions, where, { form: refusedForm(form, []), name: 'answers' })
  const parsed = parseForm(form, detailsSchema(shown), refusals)
  if (!parsed.ok) return data({ form: parsed.form }, { status: 422, headers: KEYED_PAGE })
  const { answers, ...person } = parsed.value
  const result = await editDetails(db, {
    orderId: seat.orderId,
    code: seat.code,
    person,
    shown,
    answers,
    now: context.now,
    actor: { kind: 'visitor' },
  })
  if (!result.ok) return data({ form: refusedForm(form, result.refusals) }, { status: 409, headers: KEYED_PAGE })
  return toOrder(context, { orderCode: seat.orderCode, key }, 'details')
}

async function asking(args: LoaderFunctionArgs) {
  const found = await askedSeat(args, 'details')
  const { services, language } = args.context
  const asked = await askedRegistration(services.db, found.seat.code, language)
  if (!asked) throw notFound()
  return { ...found, asked, where: { ticketTypeId: asked.ticketTypeId, trackId: asked.trackId, stage: STAGE } }
}

export default function Page() {
  const { seat, why, person, questions, answers } = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()?.form
  const form = sent ?? EMPTY_FORM
  const { t, path } = usePage()
  const heading = t('change.details.heading', { name: isolate(seat.fullName) })
  const hasFiles = questions.some(({ kind }) => kind === 'file')
  return (
    <ChangePage seat={seat} heading={heading} form={form} labelOf={(name) => answerLabel(name, questions)} why={why}>
      <p className="lead">{t('change.details.lead')}</p>
      <form
        method="post"
        encType={hasFiles ? 'multipart/form-data' : undefined}
        action={path(`/orders/${seat.orderCode}/seats/${seat.code}/details?key=${seat.key}`)}
      >
        <DetailsFields form={form} answers={sent ?? answers} person={person} questions={questions} />
        <p className="row after">
          <button className="go">{t('change.details.save')}</button>
        </p>
      </form>
    </ChangePage>
  )
}
