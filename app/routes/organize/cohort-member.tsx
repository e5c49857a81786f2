import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { requireCohort, versionOf } from './cohort-reading.server.ts'
import { CohortWhy } from './cohort-why.tsx'
import { deskMeta } from './desk.ts'
import { MemberForms } from './cohort-member-forms.tsx'
import { PageHead } from './page-head.tsx'
import { pointsText } from './selection-words.ts'
import { changeMembers } from '#app/applications/selection/cohorts/change-members.server.ts'
import { memberSchema } from '#app/applications/selection/cohorts/cohort-form.ts'
import { readCohort } from '#app/applications/selection/cohorts/read-cohort.server.ts'
import { numberLabel } from '#app/applications/reviews/number-label.ts'
import { notFound, seeOther } from '#app/http/answers.ts'
import { parseForm, readForm, refusedForm } from '#app/http/form.server.ts'
import { Tag } from '#app/ui/tag.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM, type FormState } from '#app/values/form-state.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('selection.cohorts.title'))

export async function loader(args: LoaderFunctionArgs) {
  const { call, cohort, base } = await requireCohort(args)
  const applicationId = args.params['application']!
  const { db } = args.context.services
  const asked = { call, cohort, language: args.context.language, others: [applicationId] }
  const { frame, marks, candidates } = await readCohort(db, asked)
  const candidate = candidates.get(applicationId)
  if (!candidate) throw notFound()
  const { id, number, rank, score, wishes, isHeld } = candidate
  return {
    call,
    base,
    cohort: { id: cohort.id, name: cohort.name, version: cohort.version },
    frame: { choices: frame.choices, packages: frame.packages, funds: frame.funds },
    person: { id, number, rank, score, wishes, isHeld },
    mark: marks.get(applicationId) ?? null,
  }
}

/** Puts one person in with what they get, or takes them out. */
export async function action(args: ActionFunctionArgs) {
  const { call, cohort, actor, base } = await requireCohort(args)
  const { services, now } = args.context
  const form = await readForm(args.request)
  const isIn = !args.request.url.split('?', 1)[0]!.endsWith('/out')
  const parsed = parseForm(form, memberSchema)
  if (!parsed.ok) return data<{ form: FormState }>({ form: parsed.form }, { status: 422 })
  const { reason, choice, package: packageId } = parsed.value
  const place = isIn && choice !== '' ? { place: { choiceId: choice, packageId: packageId || null } } : {}
  const changes = [{ applicationId: args.params['application']!, isIn, ...place }]
  const changed = await changeMembers(services.db, {
    call,
    cohort,
    version: versionOf(form),
    changes,
    reason,
    now,
    actor,
  })
  if (changed.ok) return seeOther(args.context, `${base}/${cohort.id}?done=saved&show=hand`)
  const status = changed.refusals.some(({ code }) => code === 'busy') ? 503 : 409
  return data<{ form: FormState }>({ form: refusedForm(form, changed.refusals) }, { status })
}

export type MemberPage = ReturnType<typeof useLoaderData<typeof loader>>

/** One person in a cohort: why they are in or not, and what a hand can do about it. */
export default function Member() {
  const shown = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { call, cohort, frame, person, mark, base } = shown
  const { t, path, language } = usePage()
  const number = numberLabel(call.numberPrefix, person.number ?? 0)
  const lead =
    person.score === null
      ? t('selection.member.unscored', { rank: person.rank })
      : t('selection.member.lead', { rank: person.rank, mean: pointsText(person.score, language) })
  return (
    <>
      <PageHead
        form={form}
        area="selection"
        title={<bdi>{t('selection.member.title', { number, cohort: cohort.name })}</bdi>}
        lead={lead}
      />
      <div className="flow">
        <p>
          <Tag is={mark?.isIn ? 'ok' : 'off'}>{t(mark?.isIn ? 'selection.member.isIn' : 'selection.member.isOut')}</Tag>
        </p>
        {mark && (
          <p>
            <CohortWhy mark={mark} call={call} frame={frame} />
          </p>
        )}
        <p className="row">
          <a href={path(`${base.replace(/cohorts$/, 'ranking')}/${person.id}`)}>{t('selection.member.rankWhy')}</a>{' '}
          <a href={path(`${base}/${cohort.id}`)}>
            <bdi>{cohort.name}</bdi>
          </a>
        </p>
      </div>
      {person.isHeld ? <p className="after">{t('selection.member.held')}</p> : <MemberForms {...shown} form={form} />}
    </>
  )
}
