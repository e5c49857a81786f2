import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { deskMeta, useDesk } from './desk.ts'
import { readReport } from './report-reading.server.ts'
import { type ReportSection, reportSections, shownCell } from './report-sections.ts'
import { DotMap } from '#app/ui/charts/dot-map.tsx'
import { Leaf } from '#app/ui/leaf.tsx'
import { ScrollTable } from '#app/ui/scroll-table.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { countryName, formatDay, formatDays } from '#app/values/dates.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('workspace.report'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { figures, earlier, event } = await readReport(request, params.event!, context)
  return { figures, earlier, year: event.year }
}

export default function Report() {
  const { figures, earlier, year } = useLoaderData<typeof loader>()
  const event = useDesk()
  const { t, language, path, now } = usePage()
  const sections = reportSections(figures, earlier?.figures ?? null, t, language)
  const years = { now: year, before: earlier?.year }
  return (
    <>
      <div className="row ends">
        <div>
          <h1>{t('figures.report.title')}</h1>
          <p className="mute">
            <bdi>{event.title}</bdi> · {formatDays(event.startsOn, event.endsOn, language)}
            <br />
            {t('figures.report.asOf', { day: formatDay(now.slice(0, 10), language) })}
          </p>
        </div>
        <p className="row noprint">
          <a className="btn" href={path(`/organize/${event.slug}/report.csv`)}>
            {t('figures.report.file')}
          </a>
        </p>
      </div>
      {sections.map((section) => (
        <Leaf key={section.id} id={section.id} title={section.title}>
          {section.id === 'countries' && figures.countries.length > 0 && (
            <DotMap
              label={t('figures.mapLabel', { count: figures.countries.length })}
              counts={figures.countries}
              nameOf={(code) => countryName(code, language)}
            >
              {t('figures.mapNote')}
            </DotMap>
          )}
          <SectionTable section={section} years={years} />
          {section.note && <p className="mute">{section.note}</p>}
          {section.names && section.names.length > 0 && <Names names={section.names} />}
        </Leaf>
      ))}
    </>
  )
}

function SectionTable({
  section: { id, rows },
  years,
}: {
  section: ReportSection
  years: { now: string; before: string | undefined }
}) {
  const { t, language } = usePage()
  const hasBefore = years.before !== undefined && rows.some(({ before }) => before !== undefined)
  if (rows.length === 0) return null
  return (
    <ScrollTable labelledBy={id}>
      <thead>
        <tr>
          <th scope="col">
            <span className="vh">{t('figures.report.what')}</span>
          </th>
          <th scope="col" className="num">
            {years.now}
          </th>
          {hasBefore && (
            <th scope="col" className="num">
              {years.before}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.label}>
            <th scope="row">
              <bdi>{row.label}</bdi>
            </th>
            <td className="num">{shownCell(row.now, language)}</td>
            {hasBefore && <td className="num">{shownCell(row.before, language)}</td>}
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  )
}

/** So many names are read at once; the file has all of them. */
const NAMES_SHOWN = 200

function Names({ names }: { names: string[] }) {
  const { t } = usePage()
  return (
    <>
      <p className="any">
        {names.slice(0, NAMES_SHOWN).map((name, at) => (
          <span key={name}>
            {at > 0 && ' · '}
            <bdi>{name}</bdi>
          </span>
        ))}
      </p>
      {names.length > NAMES_SHOWN && <p>{t('figures.report.moreNames', { count: names.length - NAMES_SHOWN })}</p>}
    </>
  )
}
