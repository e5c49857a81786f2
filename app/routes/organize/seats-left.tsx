import { useDesk } from './desk.ts'
import type { HomeFigures } from '#app/participants/figures/home-figures.server.ts'
import { BarMeter } from '#app/ui/charts/bar-meter.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { count } from '#app/ui/event/words.ts'
import { Leaf } from '#app/ui/leaf.tsx'
import { Price } from '#app/ui/money.tsx'
import { ScrollTable } from '#app/ui/scroll-table.tsx'
import { usePage } from '#app/ui/use-page.ts'

type Rows = HomeFigures['seats']

/** How many people hold each ticket, how many more can, and what was billed for it. */
export function SeatsByTicket({ rows, hasMoney }: { rows: Rows; hasMoney: boolean }) {
  const { slug, rights } = useDesk()
  const { t, path } = usePage()
  const shown = rows.filter(({ isClosed, confirmed, held }) => isClosed === 0 || confirmed + held > 0)
  const hasBilled = hasMoney && shown.some(({ billed }) => billed.length > 0)
  const [mains, beside] = [shown.filter(({ isAddon }) => isAddon === 0), shown.filter(({ isAddon }) => isAddon === 1)]
  return (
    <Leaf id="by-ticket" title={t('figures.byTicket')}>
      {shown.length === 0 ? (
        <Empty title={t('organize.noTickets')}>
          <p>{t('organize.noTicketsWhy')}</p>
          {rights.includes('organize') && (
            <p>
              <a href={path(`/organize/${slug}/tickets/new`)}>{t('organize.addTicket')}</a>
            </p>
          )}
        </Empty>
      ) : (
        <>
          <SeatTable rows={mains} hasMoney={hasBilled} />
          {beside.length > 0 && (
            <details>
              <summary>{t('figures.besideTicket', { count: beside.length })}</summary>
              <SeatTable rows={beside} hasMoney={hasBilled} />
            </details>
          )}
          {rights.includes('people') && (
            <p className="noprint">
              <a href={path(`/organize/${slug}/seats`)}>{t('figures.seatsInWords')}</a>
            </p>
          )}
        </>
      )}
    </Leaf>
  )
}

function SeatTable({ rows, hasMoney }: { rows: Rows; hasMoney: boolean }) {
  const { t, language } = usePage()
  return (
    <ScrollTable labelledBy="by-ticket">
      <thead>
        <tr>
          <th scope="col">{t('organize.ticket')}</th>
          <th scope="col" className="num">
            {t('figures.confirmed')}
          </th>
          <th scope="col" className="num more">
            {t('organize.held')}
          </th>
          <th scope="col" className="num">
            {t('figures.limit')}
          </th>
          <th scope="col" className="bar more">
            <span className="vh">{t('organize.shareTaken')}</span>
          </th>
          <th scope="col" className="num more">
            {t('organize.left')}
          </th>
          {hasMoney && (
            <th scope="col" className="num">
              {t('figures.billed')}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              <TicketName row={row} />
            </th>
            <td className="num">{count(row.confirmed, language)}</td>
            <td className="num more">{count(row.held, language)}</td>
            <td className="num">{row.limit === null ? t('organize.noLimit') : count(row.limit, language)}</td>
            <td className="bar more">
              {row.limit !== null && <BarMeter value={row.confirmed + row.held} most={row.limit} />}
            </td>
            <td className="num more">{row.left === null ? '' : count(row.left, language)}</td>
            {hasMoney && (
              <td className="num">
                {row.billed.map((money) => (
                  <div key={money.currency}>
                    <Price money={money} />
                  </div>
                ))}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  )
}

function TicketName({ row }: { row: Rows[number] }) {
  const { slug, rights } = useDesk()
  const { t, path } = usePage()
  const name = <bdi lang={row.textLanguage}>{row.name}</bdi>
  return (
    <>
      {rights.includes('organize') ? <a href={path(`/organize/${slug}/tickets/${row.id}`)}>{name}</a> : name}
      {(row.isClosed === 1 || row.isHidden === 1) && (
        <>
          {' '}
          <small>{row.isClosed === 1 ? t('organize.closed') : t('organize.hidden')}</small>
        </>
      )}
    </>
  )
}
