import type { ParticipantsData } from './participants.tsx'
import { listQuery } from '#app/participants/lists/list-filter.ts'
import { FileSize } from '#app/ui/file-size.tsx'
import { usePage } from '#app/ui/use-page.ts'

/** About how many bytes a file has: a head, and so many a cell. */
const SIZES = {
  csv: { head: 100, cell: 12 },
  xlsx: { head: 6000, cell: 9 },
  pdf: { head: 22_000, cell: 14 },
} as const

/** The list as files, and the same list shown otherwise. */
export function Downloads({
  frame,
  filter,
  total,
  columns,
  purpose,
  purposes,
  view,
  isWide,
  base,
  addressOf,
}: ParticipantsData & { base: string; addressOf: (more: Record<string, string | null>) => string }) {
  const { t, path } = usePage()
  const query = listQuery(filter)
  if (purpose !== purposes[0]) query.set('purpose', purpose)
  const file = (format: string) => path(query.size > 0 ? `${base}.${format}?${query}` : `${base}.${format}`)
  const size = (format: keyof typeof SIZES) => SIZES[format].head + total * columns.length * SIZES[format].cell
  const isTeaching = purpose === 'teaching'
  return (
    <p className="row get">
      <b>{t('teach.download', { count: total })}</b>{' '}
      <a href={file('csv')} download>
        CSV <FileSize bytes={size('csv')} />
      </a>{' '}
      <a href={file('xlsx')} download>
        {t('list.excel')} <FileSize bytes={size('xlsx')} />
      </a>{' '}
      <a href={file('pdf')} download>
        {t('list.pdf')} <FileSize bytes={size('pdf')} />
      </a>{' '}
      {isTeaching && (
        <>
          <a href={file('vcf')} download>
            {t('list.contacts')}
          </a>{' '}
          <a href={path(`/teach/${frame.event.slug}/paper`)}>{t('teach.printSheet')}</a>{' '}
          <a href={addressOf({ view: view === 'attendance' ? 'teaching' : null, days: null })}>
            {t(view === 'attendance' ? 'list.teachingView' : 'list.attendanceView')}
          </a>{' '}
        </>
      )}
      <a href={path(`/teach/${frame.event.slug}/links${query.size > 0 ? `?${query}` : ''}`)}>
        {t('download.link.title')}
      </a>{' '}
      <a className="less" href={addressOf({ days: isWide ? null : 'all' })}>
        {t(isWide ? 'list.fewColumns' : 'list.allColumns')}
      </a>
      {purposes.length > 1 &&
        purposes
          .filter((one) => one !== purpose)
          .map((one) => (
            <a key={one} href={path(one === purposes[0] ? base : `${base}?purpose=${one}`)}>
              {t(`list.purposes.${one}`)}
            </a>
          ))}
    </p>
  )
}
