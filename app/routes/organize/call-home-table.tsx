import type { ReactNode } from 'react'
import { BarMeter } from '#app/ui/charts/bar-meter.tsx'
import { count } from '#app/ui/event/words.ts'
import { usePage } from '#app/ui/use-page.ts'

interface Row {
  key: string
  name: ReactNode
  count: number
  /** The list of who is counted; null: there is none. */
  to: string | null
}

/** Numbers of applications with their share of `all` as a bar. */
export function CallHomeTable({ head, rows, all }: { head: string; rows: Row[]; all: number }) {
  const { t, language } = usePage()
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{head}</th>
          <th scope="col" className="num">
            {t('callHome.number')}
          </th>
          <th scope="col" className="bar">
            <span className="vh">{t('figures.share')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, name, count: many, to }) => (
          <tr key={key}>
            <th scope="row">{many > 0 && to !== null ? <a href={to}>{name}</a> : name}</th>
            <td className="num">{count(many, language)}</td>
            <td className="bar">
              <BarMeter value={many} most={all} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
