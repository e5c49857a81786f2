import { ScrollTable } from './scroll-table.tsx'
import { usePage } from './use-page.ts'

interface Figure {
  slot: string
  trackId: string
  state: string
  count: number
}

interface Props {
  slots: { key: string; title: string }[]
  tracks: { id: string; code: string }[]
  figures: Figure[]
  linkTo: (slot: string) => string
}

/** How many stand how in each slot, with those who are there by track where there are several. */
export function SlotTable({ slots, tracks, figures, linkTo }: Props) {
  const { t } = usePage()
  const count = (slot: string, state: string, trackId?: string) =>
    figures
      .filter((one) => one.slot === slot && one.state === state && (trackId === undefined || one.trackId === trackId))
      .reduce((sum, one) => sum + one.count, 0)
  return (
    <ScrollTable label={t('attendance.figures.title')}>
      <thead>
        <tr>
          <th scope="col">{t('attendance.columns.slot')}</th>
          <th scope="col" className="num">
            {t('attendance.states.present')}
          </th>
          {tracks.length > 1 &&
            tracks.map(({ id, code }) => (
              <th key={id} scope="col" className="num">
                <bdi>{code}</bdi>
              </th>
            ))}
          <th scope="col" className="num">
            {t('attendance.states.absent')}
          </th>
          <th scope="col" className="num">
            {t('attendance.states.excused')}
          </th>
        </tr>
      </thead>
      <tbody>
        {slots.map(({ key, title }) => (
          <tr key={key}>
            <th scope="row">
              <a href={linkTo(key)}>
                <bdi>{title}</bdi>
              </a>
            </th>
            <td className="num">
              <b>{count(key, 'present')}</b>
            </td>
            {tracks.length > 1 &&
              tracks.map(({ id }) => (
                <td key={id} className="num">
                  {count(key, 'present', id)}
                </td>
              ))}
            <td className="num">{count(key, 'absent')}</td>
            <td className="num">{count(key, 'excused')}</td>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  )
}
