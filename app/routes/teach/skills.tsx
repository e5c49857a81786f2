import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Frame } from './frame.tsx'
import { SkillFigures } from './skill-figures.tsx'
import { SkillTable } from './skill-table.tsx'
import { readSkills } from './skills-reading.server.ts'
import { teachFrame } from './teach-frame.server.ts'
import { listNames } from '#app/participants/queries.server.ts'
import { listQuery } from '#app/participants/lists/list-filter.ts'
import { existingPage, pageCount, pageNumber, PEOPLE_PAGE } from '#app/participants/paging.ts'
import { labelOf, languageTotals, laptopTotals, skillTotals } from '#app/participants/skills/skill-totals.ts'
import { Crumbs } from '#app/ui/crumbs.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { Pages } from '#app/ui/pages.tsx'
import { usePage } from '#app/ui/use-page.ts'

export const handle = { shell: 'work', section: 'teach' }

export const meta: MetaFunction = (args) => pageMeta(args, (t) => ({ title: t('list.skills.title') }))

export async function loader(args: LoaderFunctionArgs) {
  const { event, trackIds, filter, columns, people } = await readSkills(args)
  const { services, language } = args.context
  const [frame, { tracks }] = await Promise.all([
    teachFrame(args.context, { eventId: event.id, trackIds }),
    listNames(services.db, { eventId: event.id }, language),
  ])
  const wanted = pageNumber(new URL(args.request.url).searchParams.get('page'))
  const page = existingPage(wanted, people.length, PEOPLE_PAGE)
  return {
    frame,
    tracks: tracks.filter(({ id }) => trackIds === 'all' || trackIds.includes(id)),
    trackId: filter.trackId,
    query: listQuery(filter).toString(),
    total: people.length,
    page,
    columns: columns.filter(({ meaning }) => meaning !== 'topic').map(({ key, label, from }) => ({ key, label, from })),
    rows: people.slice((page - 1) * PEOPLE_PAGE, page * PEOPLE_PAGE).map(({ code, fullName, latinName, values }) => ({
      code,
      fullName,
      latinName,
      said: columns
        .filter(({ meaning }) => meaning !== 'topic')
        .map((column) => (values[column.key] ?? []).map((value) => labelOf(column, value)).join('; ')),
    })),
    totals: skillTotals(columns, people).map(({ column: { key, label, from }, answers }) => ({
      key,
      label,
      from,
      answers,
    })),
    laptops: laptopTotals(columns, people),
    languages: languageTotals(people),
  }
}

export type SkillsData = ReturnType<typeof useLoaderData<typeof loader>>

/** Who can do what, and how many said so: what a course is prepared from. */
export default function Skills() {
  const shown = useLoaderData<typeof loader>()
  const { frame, tracks, trackId, query, total, page, columns, laptops } = shown
  const { t, path } = usePage()
  const base = `/teach/${frame.event.slug}`
  const at = (address: string, more: Record<string, string> = {}) => {
    const all = new URLSearchParams([...new URLSearchParams(query), ...Object.entries(more)]).toString()
    return path(all === '' ? address : `${address}?${all}`)
  }
  return (
    <Frame frame={frame}>
      <Crumbs trail={[{ to: `${base}/participants`, label: t('list.title') }, { label: t('list.skills.title') }]} />
      <div className="row ends">
        <div>
          <h1>{t('list.skills.title')}</h1>
          <p className="mute">{t('list.skills.lead')}</p>
        </div>
        {columns.length > 0 && total > 0 && (
          <p>
            <a className="btn" href={at(`${base}/skills.csv`)} download>
              {t('list.skills.download')}
            </a>
          </p>
        )}
      </div>
      {tracks.length > 1 && (
        <form className="row filt" role="search" aria-label={t('teach.filter')} action={path(`${base}/skills`)}>
          <div>
            <label htmlFor="track">{t('teach.track')}</label>
            <select id="track" name="track" defaultValue={trackId ?? ''}>
              <option value="">{t('teach.allTracks')}</option>
              {tracks.map(({ id, code, title }) => (
                <option key={id} value={id}>
                  {code}: {title}
                </option>
              ))}
            </select>
          </div>
          <button>{t('teach.show')}</button>
        </form>
      )}
      {columns.length === 0 && laptops === null ? (
        <Empty title={t('list.skills.none')} level="h2">
          <p>{t('list.skills.noneWhy')}</p>
        </Empty>
      ) : (
        <SkillTable {...shown} />
      )}
      <Pages
        page={page}
        pageCount={pageCount(total, PEOPLE_PAGE)}
        addressOf={(number) => at(`${base}/skills`, { page: String(number) })}
      />
      <div className="after">
        <SkillFigures {...shown} base={base} />
      </div>
    </Frame>
  )
}
