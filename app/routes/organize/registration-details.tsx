import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { deskMeta, useDesk } from './desk.ts'
import { PageHead } from './page-head.tsx'
import { askedSeatOf } from './registration-asked.server.ts'
import { Seen } from './seen.tsx'
import { keepUploads } from '#app/files/keep-uploads.server.ts'
import { findFiles } from '#app/files/read-file.server.ts'
import { uploadToken } from '#app/files/upload-token.ts'
import { notFound } from '#app/http/answers.ts'
import { parseForm, readForm, refusedForm } from '#app/http/form.server.ts'
import { sentenceOf } from '#app/locales/message.ts'
import { readableAudiences } from '#app/participants/lists/visible-fields.ts'
import { listVisibleQuestions } from '#app/participants/queries.server.ts'
import { detailsSchema } from '#app/registrations/changes/details-form.ts'
import { editDetails, seenOfDetails } from '#app/registrations/changes/edit-details.server.ts'
import { answersForm, fileFields } from '#app/registrations/questions/answers-form.ts'
import { askedRegistration } from '#app/registrations/questions/asked-registration.server.ts'
import { couldBeShown } from '#app/registrations/questions/shown-questions.ts'
import { shownInForm } from '#app/registrations/questions/typed-answers.ts'
import { DetailsFields } from '#app/ui/seat/details-fields.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM, type FormState } from '#app/values/form-state.ts'

const STAGE = 'registering' as const

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('registrant.act.details'))

/** The seat, and what its person is asked when registering as far as the organizer may read the answers. */
async function asking(args: LoaderFunctionArgs) {
  const found = await askedSeatOf(args, 'details')
  const { services, language } = args.context
  const asked = await askedRegistration(services.db, found.seat.code, language)
  if (!asked) throw notFound()
  const audiences = readableAudiences(found.signedIn.roles, found.event)
  const visible = new Set(
    (await listVisibleQuestions(services.db, found.event.id, audiences, language)).map(({ id }) => id),
  )
  const questions = asked.questions.filter(({ id }) => visible.has(id))
  const where = { ticketTypeId: asked.ticketTypeId, trackId: asked.trackId, stage: STAGE }
  return { ...found, asked: { ...asked, questions }, where }
}

export async function loader(args: LoaderFunctionArgs) {
  const { seat, why, asked, where } = await asking(args)
  const { db, config } = args.context.services
  const questions = couldBeShown(asked.questions, where, {})
  const files = questions.filter(({ kind }) => kind === 'file').flatMap((one) => asked.answers[one.code] ?? [])
  const kept = await findFiles(db, files)
  const tokenOf = (id: string) => {
    const file = kept.find((one) => one.id === id && one.erasedAt === null)
    return file && uploadToken(config.secret, { ...file, at: args.context.now })
  }
  const { fullName, latinName, badgeName, affiliation, country } = seat
  return {
    id: seat.id,
    why,
    person: { fullName, latinName, badgeName, affiliation, country },
    questions,
    answers: answersForm(questions, asked.answers, { name: 'answers', tokenOf }),
    seen: await seenOfDetails(db, seat),
  }
}

export async function action(args: ActionFunctionArgs) {
  const { services, now } = args.context
  const sent = await readForm(args.request, { files: true })
  const { event, seat, asked, where, actor, back } = await asking(args)
  const { form, refusals } = await keepUploads(services.db, sent, {
    mayTake: () => Promise.resolve(true),
    secret: services.config.secret,
    eventId: event.id,
    now,
    purposeOf: fileFields(asked.questions),
  })
  const again = (state: FormState, status: number) => data({ form: state }, { status })
  const shown = shownInForm(asked.questions, where, { form: refusedForm(form, []), name: 'answers' })
  const parsed = parseForm(form, detailsSchema(shown), refusals)
  if (!parsed.ok) return again(parsed.form, 422)
  const { answers, ...person } = parsed.value
  const seen = form.get('seen')
  const edited = await editDetails(services.db, {
    orderId: seat.orderId,
    code: seat.code,
    person,
    shown,
    answers,
    among: asked.questions.map(({ id }) => id),
    waives: true,
    seen: typeof seen === 'string' ? seen : '',
    now,
    actor,
  })
  return edited.ok ? back('edited') : again(refusedForm(form, edited.refusals), 409)
}

/** Correcting what is known of somebody, on their behalf. */
export default function Details() {
  const { id, why, person, questions, answers, seen } = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()?.form
  const form = sent ?? EMPTY_FORM
  const { slug } = useDesk()
  const { t, path } = usePage()
  const hasFiles = questions.some(({ kind }) => kind === 'file')
  return (
    <>
      <PageHead form={form} title={t('registrant.act.details')} lead={<bdi>{person.fullName}</bdi>} />
      {why ? (
        <p>{sentenceOf(`refusal.${why}`, t)}</p>
      ) : (
        <form method="post" encType={hasFiles ? 'multipart/form-data' : undefined} noValidate>
          <Seen form={form} seen={seen} />
          <DetailsFields form={form} answers={sent ?? answers} person={person} questions={questions} />
          <p className="row after">
            <button className="go">{t('organize.save')}</button>{' '}
            <a href={path(`/organize/${slug}/registrations/${id}`)}>{t('organize.leaveAsIs')}</a>
          </p>
        </form>
      )}
    </>
  )
}
