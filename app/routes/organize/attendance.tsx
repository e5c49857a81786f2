import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { AttendanceConflicts } from './attendance-conflicts.tsx'
import { deskMeta, useDesk } from './desk.ts'
import { refused } from './failed.server.ts'
import { PageHead } from './page-head.tsx'
import { listConflicts } from '#app/attendance/overview/list-conflicts.server.ts'
import { readPlan, savePlan } from '#app/attendance/overview/save-plan.server.ts'
import { slotFigures } from '#app/attendance/marking/slot-figures.server.ts'
import { readSlots } from '#app/attendance/read-slots.server.ts'
import { seeOther } from '#app/http/answers.ts'
import { readForm } from '#app/http/form.server.ts'
import { requireRight } from '#app/http/guards.server.ts'
import { pageNumber } from '#app/participants/paging.ts'
import { listNames } from '#app/participants/queries.server.ts'
import { ChoiceField } from '#app/ui/fields.tsx'
import { Leaf } from '#app/ui/leaf.tsx'
import { Note } from '#app/ui/note.tsx'
import { SlotTable } from '#app/ui/slot-table.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

const UNITS = ['half-day', 'day', 'session'] as const

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('attendance.title'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event } = await requireRight(request, context, params['event']!, 'organize')
  const { services, language } = context
  const { db } = services
  const address = new URL(request.url).searchParams
  const isSeen = address.get('show') === 'seen'
  const [plan, slots, figures, names, conflicts] = await Promise.all([
    readPlan(db, event.id),
    readSlots(db, { eventId: event.id, language }),
    slotFigures(db, { eventId: event.id, trackIds: 'all' }),
    listNames(db, { eventId: event.id }, language),
    listConflicts(db, { eventId: event.id, isSeen, page: pageNumber(address.get('page')) }),
  ])
  return {
    plan,
    slots: slots.map(({ key, title }) => ({ key, title })),
    figures,
    tracks: names.tracks.map(({ id, code }) => ({ id, code })),
    ...conflicts,
    isSeen,
    done: address.get('done'),
  }
}

/** Chooses what is marked. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { event, signedIn } = await requireRight(request, context, params['event']!, 'organize')
  const form = await readForm(request)
  const unit = UNITS.find((one) => one === form.get('unit')) ?? 'half-day'
  const version = Number(form.get('version')) || 0
  const { accountId } = signedIn
  const saved = await savePlan(context.services.db, { eventId: event.id, unit, version, accountId, now: context.now })
  if (!saved.ok) return refused(form, saved.refusals)
  return seeOther(context, `/organize/${event.slug}/attendance?done=unit`)
}

export type AttendanceOverviewData = ReturnType<typeof useLoaderData<typeof loader>>

/** What is marked, how many came, and what two people saw differently. */
export default function AttendanceOverview() {
  const shown = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { slug } = useDesk()
  const { t, path } = usePage()
  const { plan, slots, figures, tracks, done } = shown
  return (
    <>
      <PageHead form={form} title={t('attendance.title')} lead={t('attendance.overview.lead')} />
      {(done === 'unit' || done === 'seen') && (
        <Note is="ok">
          <p role="status">{t(`attendance.overview.done.${done}`)}</p>
        </Note>
      )}
      <p className="row noprint">
        <a className="btn" href={path(`/teach/${slug}/attendance`)}>
          {t('attendance.overview.mark')}
        </a>{' '}
        <a href={path(`/attendance/${slug}`)}>{t('attendance.offline')}</a>{' '}
        <a href={path(`/attendance/${slug}/devices`)}>{t('attendance.overview.devices')}</a>{' '}
        <a href={path(`/teach/${slug}/attendance/history`)}>{t('attendance.history.title')}</a>{' '}
        <a href={path(`/teach/${slug}/attendance.csv`)} download>
          {t('attendance.csv')}
        </a>{' '}
        <a href={path(`/teach/${slug}/attendance.csv?table=people`)} download>
          {t('attendance.matrix')}
        </a>
      </p>
      <AttendanceConflicts {...shown} />
      <Leaf id="figures" title={t('attendance.figures.title')} isWide>
        <SlotTable
          slots={slots}
          tracks={tracks}
          figures={figures}
          linkTo={(key) => path(`/teach/${slug}/attendance?slot=${key}`)}
        />
      </Leaf>
      <Leaf id="unit-title" title={t('attendance.overview.unit')} isWide>
        <form method="post" action={path(`/organize/${slug}/attendance`)}>
          <input type="hidden" name="version" value={plan.version} />
          <ChoiceField
            form={form}
            name="unit"
            legend={t('attendance.overview.marked')}
            hint={t('attendance.overview.unitHint')}
            defaultValue={plan.unit}
            options={UNITS.map((value) => ({ value, label: t(`attendance.units.${value}`) }))}
          />
          <p className="after">
            <button>{t('attendance.save')}</button>
          </p>
        </form>
      </Leaf>
    </>
  )
}
