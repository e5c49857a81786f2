import type { ParticipantsData } from './participants.tsx'
import type { DayMark } from '#app/attendance/day-marks.ts'
import type { ListCell, ListColumnKind } from '#app/participants/lists/list-view.ts'
import { Tag } from '#app/ui/tag.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { formatColumnDay } from '#app/values/dates.ts'

/** What stands in the cell of the name, or under it. */
const IN_NAME = ['fullName', 'latinName', 'calledName', 'pronunciation', 'code', 'email']
/** What a course is prepared without, or what stands in columns of its own. */
const NOT_TEACHING = ['track', 'ticket', 'country', 'affiliation']

type Row = ParticipantsData['rows'][number]

/** The people of one page: the native form of a name first, the Latin one under it; then days, or what they said. */
export function ListTable(shown: ParticipantsData) {
  const { columns, rows, view, purpose, only, tracks, days, today, slot, isWide, groups, choices } = shown
  const { t, language } = usePage()
  const isAttendance = view === 'attendance'
  const isTeaching = purpose === 'teaching'
  const isEmpty = (key: string) => rows.every(({ cells }) => cells[key] === '')
  const more = isWide ? '' : 'more'
  const hasTrack = only === null && tracks.length > 1
  const hasGroup = groups && choices.groups.length > 0
  const others = columns.filter(
    ({ key }) => !IN_NAME.includes(key) && !(isTeaching && (NOT_TEACHING.includes(key) || isEmpty(key))),
  )
  const here = rows.filter(({ isHere }) => isHere).length
  const caption = !isAttendance
    ? isTeaching && t('list.captionTeaching')
    : slot
      ? t('list.caption', { count: rows.length, present: here, day: slot.title })
      : t('list.captionPast')
  return (
    <div className="scroll" role="group" aria-label={t('list.title')} tabIndex={0}>
      <table className="grid">
        {caption && <caption>{caption}</caption>}
        <thead>
          <tr>
            <th scope="col">
              {t(columns.some(({ key }) => key === 'fullName') ? 'list.fields.fullName' : 'list.fields.code')}
            </th>
            {isTeaching && (
              <th scope="col" className={more}>
                {t('teach.whence')}
              </th>
            )}
            {hasTrack && isTeaching && <th scope="col">{t('list.fields.track')}</th>}
            {isAttendance && hasGroup && <th scope="col">{t('list.fields.group')}</th>}
            {isAttendance
              ? days.map((day) => (
                  <th
                    key={day}
                    scope="col"
                    className={slot && day === today ? 'day' : `day ${more}`}
                    aria-current={day === today ? 'date' : undefined}
                  >
                    <time dateTime={day}>{formatColumnDay(day, language)}</time>
                  </th>
                ))
              : others.map(({ key, label, kind }, at) => (
                  <th key={key} scope="col" className={`${at > 0 ? more : ''}${kind === 'number' ? ' num' : ''}`}>
                    <bdi>{label}</bdi>
                  </th>
                ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <PersonHead row={row} shown={shown} />
              {isTeaching && (
                <td className={more}>
                  <bdi>{row.cells['country']}</bdi>
                  {row.cells['affiliation'] && (
                    <>
                      <br />
                      <small>
                        <bdi>{row.cells['affiliation']}</bdi>
                      </small>
                    </>
                  )}
                </td>
              )}
              {hasTrack && isTeaching && (
                <td>
                  <bdi>{row.track}</bdi>
                </td>
              )}
              {isAttendance && hasGroup && (
                <td>
                  <bdi>{row.cells['group']}</bdi>
                </td>
              )}
              {isAttendance
                ? days.map((day, at) =>
                    slot && day === today ? (
                      <td key={day} className="day today">
                        <label>
                          <span className="vh">
                            {t('list.tick', { name: nameOf(row), day: formatColumnDay(day, language) })}
                          </span>
                          <input type="checkbox" name="present" value={row.id} defaultChecked={row.isHere} />
                        </label>
                      </td>
                    ) : (
                      <td key={day} className={`day ${more}`}>
                        <Mark mark={row.marks[at]!} />
                      </td>
                    ),
                  )
                : others.map(({ key, kind }, at) => (
                    <td key={key} className={`${at > 0 ? more : ''}${kind === 'number' ? ' num' : ''}`}>
                      <bdi>{said(row.cells[key], kind, t)}</bdi>
                    </td>
                  ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function PersonHead({ row, shown }: { row: Row; shown: ParticipantsData }) {
  const { frame, purpose } = shown
  const { t, path } = usePage()
  const { latinName, calledName, pronunciation } = row.cells
  // Instructors call people by their names; a desk reads codes out.
  const code = purpose !== 'teaching' && row.cells['fullName'] && row.code
  const email = shown.view === 'columns' && row.cells['email']
  const name = <bdi>{nameOf(row)}</bdi>
  const isOpened = purpose === 'teaching' || purpose === 'desk'
  const query = purpose === shown.purposes[0] ? '' : `?purpose=${purpose}`
  return (
    <th scope="row">
      {isOpened ? <a href={path(`/teach/${frame.event.slug}/participants/${row.code}${query}`)}>{name}</a> : name}
      {[
        latinName,
        calledName && t('list.called', { name: calledName }),
        pronunciation && `[${pronunciation}]`,
        email,
        code,
      ]
        .filter(Boolean)
        .map((line, at) => (
          <span key={at}>
            <br />
            <small>
              <bdi>{line}</bdi>
            </small>
          </span>
        ))}
    </th>
  )
}

function Mark({ mark }: { mark: DayMark }) {
  const { t } = usePage()
  switch (mark) {
    case 'present':
      return (
        <>
          <span aria-hidden="true">✓</span>
          <span className="vh">{t('list.states.present')}</span>
        </>
      )
    case 'part':
      return (
        <>
          <span aria-hidden="true">½</span>
          <span className="vh">{t('list.states.part')}</span>
        </>
      )
    case 'absent':
    case 'excused':
      return <Tag is="off">{t(`list.states.${mark}`)}</Tag>
    case '':
      return null
  }
}

/** An unnamed seat is called by its code. */
function nameOf({ cells, code }: Row): string {
  return String(cells['fullName'] || code)
}

function said(cell: ListCell | undefined, kind: ListColumnKind, t: ReturnType<typeof usePage>['t']): ListCell {
  if (kind === 'yesno' && (cell === 'yes' || cell === 'no')) return t(`teach.${cell}`)
  return cell ?? ''
}
