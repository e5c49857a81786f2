import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { ListFrame } from './list-frame.tsx'
import { askedPerson } from './asked-person.server.ts'
import { OnRequest } from './on-request.tsx'
import { PersonFacts } from './person-facts.tsx'
import { PersonMarks } from './person-marks.tsx'
import { teachFrame } from './teach-frame.server.ts'
import { listStates } from '#app/attendance/list-states.server.ts'
import { readSlots } from '#app/attendance/read-slots.server.ts'
import { parseForm, readForm, refusedForm } from '#app/http/form.server.ts'
import { askOnRequest, offeredOnRequest } from '#app/participants/lists/ask-on-request.server.ts'
import { REQUEST_REASONS } from '#app/participants/lists/request-reasons.ts'
import { ON_REQUEST, type OnRequest as Which } from '#app/participants/lists/visible-fields.ts'
import { Crumbs } from '#app/ui/crumbs.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM, type FormState } from '#app/values/form-state.ts'

export const handle = { shell: 'work', section: 'teach' }

export const meta: MetaFunction = (args) => pageMeta(args, (t) => ({ title: t('list.one.title') }))

const schema = z.object({
  which: z.enum(ON_REQUEST, { error: 'form.choose' }),
  reason: z.enum(REQUEST_REASONS, { error: 'form.choose' }),
})

/** What was told on request, or the form as it was sent. */
interface Told {
  form: FormState
  told: { which: Which; answers: { label: string; text: string }[] } | null
}

export async function loader(args: LoaderFunctionArgs) {
  const { event, purpose, purposes, trackIds, person } = await askedPerson(args)
  const { services, language } = args.context
  const { db } = services
  const [frame, slots, states, offered] = await Promise.all([
    teachFrame(args.context, { eventId: event.id, trackIds }),
    readSlots(db, { eventId: event.id, trackId: person.trackId, language }),
    listStates(db, { eventId: event.id, registrationIds: [person.id] }),
    offeredOnRequest(db, event.id),
  ])
  const own = states.get(person.id) ?? {}
  const marks = slots
    .map(({ key, title }) => ({ key, title, state: own[key] ?? ('none' as const) }))
    .filter(({ state }) => state !== 'none')
  return { frame, purpose, purposes, person, marks, offered }
}

/** Tells what is told on request, once: what was asked for stands in the answer to this form and nowhere else. */
export async function action(args: ActionFunctionArgs) {
  const { signedIn, event, person } = await askedPerson(args)
  const { services, language, now } = args.context
  const form = await readForm(args.request)
  const parsed = parseForm(form, schema)
  if (!parsed.ok) return data<Told>({ form: parsed.form, told: null }, { status: 422 })
  const { accountId } = signedIn
  const asked = { eventId: event.id, registrationId: person.id, accountId, language, now }
  const told = await askOnRequest(services.db, { ...asked, ...parsed.value })
  if (!told.ok) return data<Told>({ form: refusedForm(form, told.refusals), told: null }, { status: 409 })
  return data<Told>({ form: EMPTY_FORM, told: { which: parsed.value.which, answers: told.value } })
}

export type ParticipantData = ReturnType<typeof useLoaderData<typeof loader>>

/** One participant as the reader may see them. */
export default function Participant() {
  const shown = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { frame, person, purpose, purposes } = shown
  const { t } = usePage()
  const { fullName, latinName, calledName, pronunciation } = person.cells
  const query = purpose === purposes[0] ? '' : `?purpose=${purpose}`
  return (
    <ListFrame frame={frame} isTeaching={purposes.includes('teaching')}>
      <Crumbs
        trail={[
          { to: `/teach/${frame.event.slug}/participants${query}`, label: t('list.title') },
          { label: <bdi>{person.code}</bdi> },
        ]}
      />
      <ErrorSummary
        form={answer?.form ?? EMPTY_FORM}
        labelOf={(name) =>
          name === 'reason' ? t('list.one.reason') : name === 'which' ? t('list.one.which') : undefined
        }
      />
      <div className="row">
        <div>
          <h1>
            <bdi>{fullName || person.code}</bdi>
          </h1>
          {[latinName, calledName && t('list.called', { name: calledName }), pronunciation && `[${pronunciation}]`]
            .filter(Boolean)
            .map((line) => (
              <p key={line} className="mute">
                <bdi>{line}</bdi>
              </p>
            ))}
        </div>
      </div>
      <PersonFacts {...shown} />
      <PersonMarks {...shown} />
      <OnRequest form={answer?.form ?? EMPTY_FORM} told={answer?.told ?? null} {...shown} />
    </ListFrame>
  )
}
