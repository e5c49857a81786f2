import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readAttendance } from './attendance-reading.server.ts'
import { Frame } from './frame.tsx'
import { teachFrame } from './teach-frame.server.ts'
import { listHistory } from '#app/attendance/marking/list-history.server.ts'
import { findEventForEditing } from '#app/events/editing-queries.server.ts'
import { Crumbs } from '#app/ui/crumbs.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Moment } from '#app/ui/moment.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { StepPages } from '#app/ui/pages.tsx'
import { ScrollTable } from '#app/ui/scroll-table.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { cursorOf } from '#app/values/cursor.ts'
import { parseCode } from '#app/values/typed-code.ts'

export const handle = { shell: 'work', section: 'teach' }

export const meta: MetaFunction = (args) => pageMeta(args, (t) => ({ title: t('attendance.history.title') }))

export async function loader(args: LoaderFunctionArgs) {
  const { event, trackIds, slots, asked, address } = await readAttendance(args)
  const { context } = args
  const { db } = context.services
  const typed = (address.get('code') ?? '').slice(0, 20)
  const code = parseCode(typed)
  const [frame, history, shown] = await Promise.all([
    teachFrame(context, { eventId: event.id, trackIds }),
    listHistory(db, {
      eventId: event.id,
      trackIds,
      slot: asked?.key ?? null,
      code: typed === '' ? null : (code ?? ''),
      cursor: cursorOf(address),
    }),
    findEventForEditing(db, event.id, context.language),
  ])
  const named = slots.map(({ key, title }) => ({ key, title }))
  return { frame, ...history, slots: named, slot: asked?.key ?? '', typed, zone: shown!.zone }
}

/** Every mark with who made it, when and where, the newest first. */
export default function AttendanceHistory() {
  const { frame, rows, steps, slots, slot, typed, zone } = useLoaderData<typeof loader>()
  const { t, path } = usePage()
  const base = `/teach/${frame.event.slug}/attendance`
  const titleOf = (key: string) => slots.find((one) => one.key === key)?.title ?? key
  return (
    <Frame frame={frame}>
      <Crumbs trail={[{ to: base, label: t('attendance.title') }, { label: t('attendance.history.title') }]} />
      <div className="row ends">
        <div>
          <h1>{t('attendance.history.title')}</h1>
          <p className="mute">{t('attendance.history.lead')}</p>
        </div>
        <p>
          <a href={path(`${base}.csv${slot ? `?${new URLSearchParams({ slot })}` : ''}`)} download>
            {t('attendance.csv')}
          </a>
        </p>
      </div>
      <form className="row filt" role="search" aria-label={t('attendance.choose')} action={path(`${base}/history`)}>
        <div>
          <label htmlFor="slot">{t('attendance.slot')}</label>
          <select id="slot" name="slot" defaultValue={slot}>
            <option value="">{t('attendance.history.all')}</option>
            {slots.map(({ key, title }) => (
              <option key={key} value={key}>
                {title}
              </option>
            ))}
          </select>
        </div>
        <div>
          <label htmlFor="code">{t('attendance.history.code')}</label>
          <input id="code" name="code" defaultValue={typed} dir="ltr" maxLength={20} />
        </div>
        <button>{t('attendance.show')}</button>
      </form>
      {rows.length === 0 ? (
        <Empty title={t('attendance.history.none')} level="h2">
          <p>{t('attendance.history.noneWhy')}</p>
        </Empty>
      ) : (
        <ScrollTable label={t('attendance.history.title')}>
          <thead>
            <tr>
              <th scope="col">{t('attendance.columns.name')}</th>
              <th scope="col">{t('attendance.columns.slot')}</th>
              <th scope="col">{t('attendance.columns.state')}</th>
              <th scope="col">{t('attendance.columns.at')}</th>
              <th scope="col">{t('attendance.columns.by')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <th scope="row">
                  <bdi>{row.fullName}</bdi>
                  <br />
                  <small>
                    <bdi dir="ltr">{row.code}</bdi>
                  </small>
                </th>
                <td>
                  <bdi>{titleOf(row.slot)}</bdi>
                </td>
                <td>
                  {t(`attendance.marked.${row.state}`)}
                  {row.overruled !== '' && (
                    <>
                      <br />
                      <small>{t('attendance.history.overruled')}</small>
                    </>
                  )}
                </td>
                <td>
                  <Moment at={row.at} zone={zone} />
                </td>
                <td>
                  {row.by && <bdi>{row.by}</bdi>}
                  <br />
                  <small>
                    {t(`attendance.sources.${row.source}`)}
                    {row.where && (
                      <>
                        {' '}
                        · <bdi>{row.where}</bdi>
                      </>
                    )}
                  </small>
                </td>
              </tr>
            ))}
          </tbody>
        </ScrollTable>
      )}
      <StepPages
        steps={steps}
        addressOf={(cursor) => path(`${base}/history?${new URLSearchParams({ slot, code: typed, ...cursor })}`)}
      />
    </Frame>
  )
}
