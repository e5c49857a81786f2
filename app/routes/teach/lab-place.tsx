import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { FormHead } from './form-head.tsx'
import { Frame } from './frame.tsx'
import { seatAsked } from './lab-asked.server.ts'
import { seatSchema } from './lab-forms.ts'
import { LabSitter } from './lab-sitter.tsx'
import { teachFrame } from './teach-frame.server.ts'
import { invalid, refused } from './answers.server.ts'
import { notFound, seeOther } from '#app/http/answers.ts'
import { parseForm, readForm } from '#app/http/form.server.ts'
import { readLab } from '#app/participants/lab/lab-queries.server.ts'
import { saveSeat } from '#app/participants/lab/save-seat.server.ts'
import { TextField } from '#app/ui/fields.tsx'
import { Note } from '#app/ui/note.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const handle = { shell: 'work', section: 'teach' }

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, (t) => ({ title: t('lab.seat', { label: args.data?.seat.label ?? '' }) }))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event, trackIds, trackId, page } = await seatAsked(request, context, params.event!, params.seat!)
  const [frame, lab] = await Promise.all([
    teachFrame(context, { eventId: event.id, trackIds }),
    readLab(context.services.db, { eventId: event.id, trackId }),
  ])
  const seat = lab.seats.find(({ id }) => id === params.seat)
  if (!seat) throw notFound()
  const labels = new Map(lab.seats.map(({ person, label }) => [person?.registrationId, label]))
  const people = lab.people.map(({ registrationId, fullName, latinName }) => ({
    registrationId,
    fullName,
    latinName,
    at: labels.get(registrationId) ?? null,
  }))
  const isStale = new URL(request.url).searchParams.has('stale')
  return { frame, page, seat, people, isStale, base: `/teach/${params.event}/lab/seats/${seat.id}` }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { seat, page } = await seatAsked(request, context, params.event!, params.seat!)
  const form = await readForm(request)
  const parsed = parseForm(form, seatSchema)
  if (!parsed.ok) return invalid(parsed.form)
  const { version, ...typed } = parsed.value
  const saved = await saveSeat(context.services.db, { ...seat, version, typed })
  return saved.ok ? seeOther(context, `${page}&saved`) : refused(form, saved.refusals)
}

/** One seat: who sits there, and what belongs to it. */
export default function LabPlace() {
  const { frame, page, seat, people, isStale, base } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { t, path } = usePage()
  const labels = {
    label: t('lab.label'),
    gridRow: t('lab.row'),
    gridColumn: t('lab.column'),
    machine: t('lab.machine'),
    addressRange: t('lab.addressRange'),
    zoneName: t('lab.zoneName'),
  }
  const line = { form, dir: 'ltr' as const, autoComplete: 'off' }
  return (
    <Frame frame={frame}>
      <FormHead form={form} title={t('lab.seat', { label: seat.label })} labels={labels} />
      {isStale && (
        <Note is="warn">
          <p>{t('refusal.stale')}</p>
        </Note>
      )}
      <LabSitter base={base} seat={seat} people={people} />
      <form method="post" action={path(base)} className="after">
        <fieldset>
          <legend>{t('lab.facts')}</legend>
          <input type="hidden" name="version" value={seat.version} />
          <div className="row">
            <TextField {...line} name="label" label={labels.label} defaultValue={seat.label} maxLength={20} />
            <TextField form={form} type="number" name="gridRow" label={labels.gridRow} defaultValue={seat.gridRow} />
            <TextField
              form={form}
              type="number"
              name="gridColumn"
              label={labels.gridColumn}
              defaultValue={seat.gridColumn}
            />
          </div>
          <TextField {...line} isOptional name="machine" label={labels.machine} defaultValue={seat.machine} />
          <TextField
            {...line}
            isOptional
            name="addressRange"
            label={labels.addressRange}
            hint={t('lab.addressRangeHint')}
            defaultValue={seat.addressRange}
          />
          <TextField {...line} isOptional name="zoneName" label={labels.zoneName} defaultValue={seat.zoneName} />
        </fieldset>
        <p className="row after">
          <button className="go">{t('lab.save')}</button> <a href={path(page)}>{t('lab.back')}</a>{' '}
          <a href={path(`${base}/remove`)}>{t('lab.remove')}</a>
        </p>
      </form>
    </Frame>
  )
}
