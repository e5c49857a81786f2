import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { AttendanceForm } from './attendance-form.tsx'
import { Downloads } from './downloads.tsx'
import { ListFilters } from './list-filters.tsx'
import { ListFrame } from './list-frame.tsx'
import { readList } from './list-reading.server.ts'
import { ListTable } from './list-table.tsx'
import { teachFrame } from './teach-frame.server.ts'
import { WaitingParties } from './waiting-parties.tsx'
import { dayMark, markedDays } from '#app/attendance/day-marks.ts'
import { listStates } from '#app/attendance/list-states.server.ts'
import { readSlots } from '#app/attendance/read-slots.server.ts'
import { slotOfNow } from '#app/attendance/slot-of-now.ts'
import { listChoices } from '#app/participants/lists/list-choices.server.ts'
import { isNarrowed, listQuery } from '#app/participants/lists/list-filter.ts'
import { readListPage } from '#app/participants/lists/list-page.server.ts'
import { countWaiting, listWaiting } from '#app/participants/lists/waiting-parties.server.ts'
import { mayOrganize } from '#app/people/rights.ts'
import { Empty } from '#app/ui/empty.tsx'
import { Note } from '#app/ui/note.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { StepPages } from '#app/ui/pages.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { cursorOf, NO_STEPS } from '#app/values/cursor.ts'

export const handle = { shell: 'work', section: 'teach' }

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, (t) => ({ title: t('teach.participantsOf', { event: args.data?.frame.event.title ?? '' }) }))

/** What is shown of people on a page; what a kitchen needs is on its own. */
const OFFERED = ['teaching', 'desk', 'finance', 'visa'] as const

export async function loader(args: LoaderFunctionArgs) {
  const { signedIn, event, purposes, purpose, trackIds, filter, address } = await readList(args, OFFERED)
  const { services, language, now } = args.context
  const { db } = services
  const scope = { eventId: event.id, trackIds }
  const isMarking = purpose === 'teaching' || purpose === 'desk'
  const cursor = cursorOf(address)
  const [found, frame, choices, waiting, slots] = await Promise.all([
    readListPage(db, { event, roles: signedIn.roles, purpose, trackIds, filter, language, now, cursor }),
    teachFrame(args.context, scope),
    listChoices(db, scope),
    countWaiting(db, { ...scope, trackId: filter.trackId }),
    isMarking ? readSlots(db, { eventId: event.id, language }) : [],
  ])
  const { fields, names, rows, today, ...list } = found
  const tracks = names.tracks.filter(({ id }) => trackIds === 'all' || trackIds.includes(id))
  const only = tracks.length === 1 ? tracks[0]! : (tracks.find(({ id }) => id === filter.trackId) ?? null)
  const states = await listStates(db, { eventId: event.id, registrationIds: isMarking ? rows.map(({ id }) => id) : [] })
  const shown = slots.filter(({ trackId }) => trackId === null || only === null || trackId === only.id)
  const days = markedDays(shown)
  const ticked = shown.filter(({ day, trackId }) => day === today && (trackId === null || trackId === only?.id))
  const slot = slotOfNow(ticked, now)
  const mayName = mayOrganize(signedIn.roles, event)
  return {
    ...list,
    cursor,
    frame,
    purpose,
    purposes,
    filter,
    choices,
    tracks,
    only,
    groups: fields.includes('group'),
    days,
    today,
    slot: slot && { key: slot.key, title: slot.title },
    rows: rows.map(({ trackId, ...row }) => ({
      ...row,
      track: names.tracks.find(({ id }) => id === trackId)?.code ?? '',
      isHere: slot !== null && states.get(row.id)?.[slot.key] === 'present',
      marks: days.map((day) => dayMark(shown, { day, trackId, states: states.get(row.id) })),
    })),
    waiting,
    parties:
      filter.show === 'waiting' && mayName
        ? await listWaiting(db, { ...scope, trackId: filter.trackId, cursor })
        : null,
    view: purpose === 'teaching' && address.get('view') !== 'teaching' ? ('attendance' as const) : ('columns' as const),
    isWide: address.get('days') === 'all',
    isSaved: address.get('saved') === '1',
  }
}

export type ParticipantsData = ReturnType<typeof useLoaderData<typeof loader>>

export default function Participants() {
  const shown = useLoaderData<typeof loader>()
  const { frame, total, only, rows, filter, cursor, purpose, purposes, view, waiting, slot, isWide } = shown
  const { t, path } = usePage()
  const base = `/teach/${frame.event.slug}/participants`
  /** Address of the same list, shown otherwise. */
  const addressOf = (more: Record<string, string | null>) => {
    const query = listQuery(filter)
    const now = {
      ...(purpose === purposes[0] ? {} : { purpose }),
      ...(view === 'columns' && purpose === 'teaching' ? { view: 'teaching' } : {}),
      ...(isWide ? { days: 'all' } : {}),
      ...more,
    }
    for (const [name, value] of Object.entries(now)) if (value !== null) query.set(name, value)
    return path(query.size > 0 ? `${base}?${query}` : base)
  }
  const isWaiting = filter.show === 'waiting'
  return (
    <ListFrame frame={frame} isTeaching={purposes.includes('teaching')}>
      <div className="row ends">
        <div>
          <h1>{only ? t('teach.trackParticipants', { track: only.code }) : t('list.title')}</h1>
          <p className="mute">
            {isWaiting ? null : t('teach.confirmed', { count: total })}
            {waiting > 0 && (
              <>
                {isWaiting ? null : t('list.and')}
                <a href={addressOf({ show: 'waiting' })}>{t('list.waiting', { count: waiting })}</a>
              </>
            )}
            {only && (
              <>
                {' '}
                · <bdi>{only.title}</bdi>
              </>
            )}
            {only?.room && (
              <>
                {' '}
                · <bdi>{only.room}</bdi>
              </>
            )}
          </p>
        </div>
        {purpose === 'teaching' && (
          <p>
            <a className="btn" href={path(`/teach/${frame.event.slug}/skills${only ? `?track=${only.id}` : ''}`)}>
              {t('list.skillsLink')}
            </a>
          </p>
        )}
      </div>
      {shown.isSaved && (
        <Note is="ok">
          <p role="status">{t('list.saved')}</p>
        </Note>
      )}
      <ListFilters {...shown} base={base} />
      {isWaiting ? (
        <WaitingParties {...shown} />
      ) : rows.length === 0 ? (
        <Empty title={isNarrowed(filter) ? t('teach.nobodyFound') : t('teach.nobodyYet')}>
          <p>{isNarrowed(filter) ? <a href={path(base)}>{t('teach.showAll')}</a> : t('teach.nobodyYetWhy')}</p>
        </Empty>
      ) : (
        <>
          <Downloads {...shown} base={base} addressOf={addressOf} />
          {view === 'attendance' && slot ? (
            <AttendanceForm
              slotKey={slot.key}
              back={addressOf({ ...cursor, saved: '1' }).replaceAll('*', '%2A')}
              {...shown}
            >
              <ListTable {...shown} />
            </AttendanceForm>
          ) : (
            <ListTable {...shown} />
          )}
        </>
      )}
      <StepPages
        steps={(isWaiting ? shown.parties?.steps : shown.steps) ?? NO_STEPS}
        addressOf={(to) => addressOf({ ...to })}
      />
    </ListFrame>
  )
}
