import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { deskMeta, useDesk } from './desk.ts'
import { RegistrationsChosen } from './registrations-chosen.tsx'
import { RegistrationsFilter } from './registrations-filter.tsx'
import { readRegistrations } from './registrations-reading.server.ts'
import { RegistrationsSegments } from './registrations-segments.tsx'
import { RegistrationsTable } from './registrations-table.tsx'
import { listRegistrations } from '#app/participants/columns/list-registrations.server.ts'
import { REGISTRATION_STATES } from '#app/participants/registration-states.ts'
import { isFiltered } from '#app/participants/selection/registration-filter.ts'
import { filterNames } from '#app/participants/selection/filter-names.server.ts'
import { Empty } from '#app/ui/empty.tsx'
import { Note } from '#app/ui/note.tsx'
import { StepPages } from '#app/ui/pages.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { cursorOf, cursorQuery } from '#app/values/cursor.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('organize.registrations'))

export async function loader(args: LoaderFunctionArgs) {
  const read = await readRegistrations(args)
  const { event, names, questions, fields, columns, filter, order, listed, shownAs, query } = read
  const { db } = args.context.services
  const address = new URL(args.request.url).searchParams
  const [found, besides] = await Promise.all([
    listRegistrations(db, { ...listed, cursor: cursorOf(address) }),
    filterNames(db, { eventId: event.id, filter }),
  ])
  const done = address.get('done')
  return { ...found, ...besides, ...names, questions, fields, columns, filter, order, shownAs, query, done }
}

export type RegistrationsData = ReturnType<typeof useLoaderData<typeof loader>>

/** Everybody who registered: searched, filtered, in the columns that one chooses. */
export default function Registrations() {
  const shown = useLoaderData<typeof loader>()
  const { rows, total, counts, filter, steps, shownAs, query, done } = shown
  const { slug, rights } = useDesk()
  const { t, path } = usePage()
  const base = `/organize/${slug}/registrations`
  const mayOrganize = rights.includes('organize')
  const own = (more: [string, string][] = []) =>
    new URLSearchParams([...new URLSearchParams(query), ...shownAs, ...more]).toString()
  const states = REGISTRATION_STATES.filter((state) => counts[state])
  return (
    <>
      <div className="row ends">
        <div>
          <h1>{t('organize.registrations')}</h1>
          <p className="mute">
            {t('organize.registrationCount', { count: total })}
            {states.length > 0 && (
              <>
                {' · '}
                {states
                  .map((state) =>
                    t('common.labelled', { label: t(`organize.states.${state}`), text: String(counts[state]) }),
                  )
                  .join(t('common.listSeparator'))}
              </>
            )}
          </p>
        </div>
        <p className="row noprint">
          {mayOrganize && <a href={path(`/organize/${slug}/registrations.csv?${own()}`)}>{t('registrant.csv')}</a>}{' '}
          {mayOrganize && <a href={path(`/organize/${slug}/messages/new?${query}`)}>{t('registrant.write')}</a>}{' '}
          <a className="btn go" href={path(`${base}/new`)}>
            {t('registrant.registerSomeone')}
          </a>
        </p>
      </div>
      {done === 'merged' && (
        <Note is="ok">
          <p role="status">{t('registrant.merged')}</p>
        </Note>
      )}
      <RegistrationsSegments {...shown} />
      <RegistrationsFilter {...shown} />
      <RegistrationsChosen {...shown} />
      {rows.length === 0 ? (
        <Empty title={t(isFiltered(filter) ? 'organize.nobodyFound' : 'organize.nobodyYet')} level="h2">
          <p>{isFiltered(filter) ? <a href={path(base)}>{t('organize.showAll')}</a> : t('organize.nobodyYetWhy')}</p>
        </Empty>
      ) : (
        <RegistrationsTable {...shown} />
      )}
      <StepPages steps={steps} addressOf={(to) => path(`${base}?${own(cursorQuery(to))}`)} />
    </>
  )
}
