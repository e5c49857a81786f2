import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { AttendanceList } from './attendance-list.tsx'
import { readAttendance } from './attendance-reading.server.ts'
import { AttendanceSaved } from './attendance-saved.tsx'
import { Frame } from './frame.tsx'
import { teachFrame } from './teach-frame.server.ts'
import { markList } from '#app/attendance/marking/mark-list.server.ts'
import { readMarkingList } from '#app/attendance/marking/marking-list.server.ts'
import { badRequest, notFound, seeOther } from '#app/http/answers.ts'
import { readForm } from '#app/http/form.server.ts'
import { requireMarking } from '#app/http/guards.server.ts'
import { readSlots } from '#app/attendance/read-slots.server.ts'
import { Empty } from '#app/ui/empty.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { StepPages } from '#app/ui/pages.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { cursorOf } from '#app/values/cursor.ts'
import { cleanLine } from '#app/values/text.ts'

export const handle = { shell: 'work', section: 'teach' }

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, (t) => ({ title: t('attendance.of', { event: args.data?.frame.event.title ?? '' }) }))

export async function loader(args: LoaderFunctionArgs) {
  const { event, trackIds, slots, slot, address } = await readAttendance(args)
  const { context } = args
  const search = cleanLine(address.get('q') ?? '').slice(0, 100)
  const asked = { eventId: event.id, trackIds, search, cursor: cursorOf(address) }
  const [frame, list] = await Promise.all([
    teachFrame(context, { eventId: event.id, trackIds }),
    slot ? readMarkingList(context.services.db, { ...asked, slot }) : null,
  ])
  return {
    frame,
    search,
    slots: slots.map(({ key, title, kind }) => ({ key, title, kind })),
    slot: slot && { key: slot.key, title: slot.title },
    list,
    cursor: asked.cursor,
    // Whoever has no mark yet is shown as here, to be unticked: nothing is kept before it is saved.
    everybody: address.get('all') === 'present',
    saved: savedOf(address),
  }
}

/** Saves what a list changes: of this page, or of the list of participants, which says where to go back. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { signedIn, event, trackIds } = await requireMarking(request, context, params.event!)
  const { services, now } = context
  const form = await readForm(request)
  const slot = (await readSlots(services.db, { eventId: event.id })).find(({ key }) => key === form.get('slot'))
  const isMine = slot && (slot.trackId === null || trackIds === 'all' || trackIds.includes(slot.trackId))
  if (!isMine) throw notFound()
  const { accountId } = signedIn
  const done = await markList(services.db, { event, slot: slot.key, form, accountId, trackIds, now })
  if (!done.ok) throw new Response(null, { status: 503, headers: { 'Retry-After': '5' } })
  const back = form.get('back')
  if (typeof back === 'string' && back !== '') {
    if (!/^(\/(fr|ar))?\/teach\/[\w%/?&=.+-]*$/.test(back)) throw badRequest()
    return redirect(back, 303)
  }
  const { saved, refused, at } = done.value
  const said = { slot: slot.key, saved: String(saved), at, ...(refused > 0 ? { refused: String(refused) } : {}) }
  return seeOther(context, `/teach/${event.slug}/attendance?${new URLSearchParams(said)}`)
}

function savedOf(address: URLSearchParams) {
  const number = (name: string) => {
    const typed = address.get(name)
    return typed !== null && /^\d{1,4}$/.test(typed) ? Number(typed) : null
  }
  return { count: number('saved'), undone: number('undone'), refused: number('refused'), at: address.get('at') ?? '' }
}

export type AttendanceData = ReturnType<typeof useLoaderData<typeof loader>>

/** Marks who is there, on a phone in the room as well as at a desk. */
export default function Attendance() {
  const shown = useLoaderData<typeof loader>()
  const { frame, slots, slot, search, list } = shown
  const { t, path } = usePage()
  const base = `/teach/${frame.event.slug}/attendance`
  const addressOf = (more: Record<string, string>) =>
    path(`${base}?${new URLSearchParams({ slot: slot?.key ?? '', ...(search ? { q: search } : {}), ...more })}`)
  return (
    <Frame frame={frame}>
      <div className="row ends">
        <div>
          <h1>{t('attendance.title')}</h1>
          <p className="mute">{t('attendance.lead')}</p>
        </div>
        <p className="row noprint">
          <a href={path(`/attendance/${frame.event.slug}`)}>{t('attendance.offline')}</a>{' '}
          <a href={path(`${base}/history`)}>{t('attendance.history.title')}</a>{' '}
          <a href={path(`${base}/figures`)}>{t('attendance.figures.title')}</a>
        </p>
      </div>
      <AttendanceSaved {...shown} />
      {!slot || !list ? (
        <Empty title={t('attendance.noSlots')}>
          <p>{t('attendance.noSlotsWhy')}</p>
        </Empty>
      ) : (
        <>
          <form className="row filt" role="search" aria-label={t('attendance.choose')} action={path(base)}>
            <div>
              <label htmlFor="slot">{t('attendance.slot')}</label>
              <select id="slot" name="slot" defaultValue={slot.key}>
                {slots.map(({ key, title }) => (
                  <option key={key} value={key}>
                    {title}
                  </option>
                ))}
              </select>
            </div>
            <div>
              <label htmlFor="q">{t('attendance.search')}</label>
              <input id="q" name="q" type="search" defaultValue={search} dir="auto" maxLength={100} />
            </div>
            <button>{t('attendance.show')}</button>
          </form>
          <AttendanceList {...shown} slot={slot} list={list} addressOf={addressOf} />
          <StepPages steps={list.steps} addressOf={(to) => addressOf({ ...to })} />
        </>
      )}
    </Frame>
  )
}
