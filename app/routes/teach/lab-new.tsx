import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { FormHead } from './form-head.tsx'
import { Frame } from './frame.tsx'
import { labAsked } from './lab-asked.server.ts'
import { patternSchema } from './lab-forms.ts'
import { teachFrame } from './teach-frame.server.ts'
import { invalid, refused } from './answers.server.ts'
import { seeOther } from '#app/http/answers.ts'
import { parseForm, readForm } from '#app/http/form.server.ts'
import { readLab } from '#app/participants/lab/lab-queries.server.ts'
import { makeSeats } from '#app/participants/lab/make-seats.server.ts'
import { TextField } from '#app/ui/fields.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const handle = { shell: 'work', section: 'teach' }

export const meta: MetaFunction = (args) => pageMeta(args, (t) => ({ title: t('lab.newTitle') }))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event, trackIds, trackId, page } = await labAsked(request, context, params.event!)
  const [frame, lab] = await Promise.all([
    teachFrame(context, { eventId: event.id, trackIds }),
    readLab(context.services.db, { eventId: event.id, trackId }),
  ])
  const row = Math.max(0, ...lab.seats.map(({ gridRow }) => gridRow)) + 1
  return { frame, page, from: lab.seats.length + 1, row, count: Math.max(1, lab.unseated.length) }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { lab, page } = await labAsked(request, context, params.event!)
  const form = await readForm(request)
  const parsed = parseForm(form, patternSchema)
  if (!parsed.ok) return invalid(parsed.form)
  const made = await makeSeats(context.services.db, { ...lab, pattern: parsed.value })
  if (!made.ok) return refused(form, made.refusals)
  return seeOther(context, `${page}&made=${made.value.made}`)
}

export default function LabNew() {
  const { frame, page, from, row, count } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { t, path } = usePage()
  const labels = {
    prefix: t('lab.prefix'),
    from: t('lab.from'),
    count: t('lab.count'),
    columns: t('lab.columns'),
    firstRow: t('lab.firstRow'),
    machine: t('lab.machine'),
    addressRange: t('lab.addressRange'),
    zoneName: t('lab.zoneName'),
  }
  const number = { form, type: 'number' as const }
  const pattern = { form, isOptional: true, dir: 'ltr' as const, autoComplete: 'off' }
  return (
    <Frame frame={frame}>
      <FormHead form={form} title={t('lab.newTitle')} lead={t('lab.newLead')} labels={labels} />
      <form method="post" className="after">
        <div className="row">
          <TextField
            form={form}
            name="prefix"
            label={labels.prefix}
            hint={t('lab.prefixHint')}
            defaultValue="pc"
            dir="ltr"
            maxLength={16}
            autoComplete="off"
          />
          <TextField {...number} name="from" label={labels.from} defaultValue={from} />
          <TextField {...number} name="count" label={labels.count} defaultValue={count} />
          <TextField {...number} name="columns" label={labels.columns} defaultValue={6} />
          <TextField {...number} name="firstRow" label={labels.firstRow} defaultValue={row} />
        </div>
        <fieldset className="after">
          <legend>{t('lab.patterns')}</legend>
          <p className="hint">{t('lab.patternsHint')}</p>
          <TextField {...pattern} name="machine" label={labels.machine} hint={t('lab.machineHint')} />
          <TextField {...pattern} name="addressRange" label={labels.addressRange} hint={t('lab.addressRangeHint')} />
          <TextField {...pattern} name="zoneName" label={labels.zoneName} hint={t('lab.zoneNameHint')} />
        </fieldset>
        <p className="row after">
          <button className="go">{t('lab.make')}</button> <a href={path(page)}>{t('lab.back')}</a>
        </p>
      </form>
    </Frame>
  )
}
