import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { deskMeta, useDesk } from './desk.ts'
import { ProgrammeConflicts } from './programme-conflicts.tsx'
import { ProgrammeGrid } from './programme-grid.tsx'
import { ProgrammeList } from './programme-list.tsx'
import { ProgrammeViews } from './programme-views.tsx'
import { requireRight } from '#app/http/guards.server.ts'
import { programmeDesk } from '#app/programme/conflicts/programme-desk.server.ts'
import { Empty } from '#app/ui/empty.tsx'
import { Note } from '#app/ui/note.tsx'
import { usePage } from '#app/ui/use-page.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('programme.title'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event } = await requireRight(request, context, params.event!, 'look')
  const address = new URL(request.url).searchParams
  const desk = await programmeDesk(context.services.db, { eventId: event.id, day: address.get('day') })
  return { ...desk, isGrid: address.get('view') === 'grid', isSaved: address.has('saved') }
}

export default function Programme() {
  const desk = useLoaderData<typeof loader>()
  const { slug, zone, status, rights } = useDesk()
  const { t, path } = usePage()
  const base = `/organize/${slug}/programme`
  const mayEdit = rights.includes('programme')
  const isEmpty = desk.total === 0
  return (
    <>
      <div className="row ends">
        <div>
          <h1>{t('programme.title')}</h1>
          <p className="mute">{t('programme.lead', { zone })}</p>
        </div>
        {mayEdit && (
          <p className="row">
            <a className="btn go" href={path(`${base}/sessions/new${desk.day ? `?day=${desk.day}` : ''}`)}>
              {t('session.add')}
            </a>{' '}
            <a className="btn" href={path(`${base}/import`)}>
              {t('programme.import')}
            </a>
          </p>
        )}
      </div>
      {desk.isSaved && (
        <Note is="ok">
          <p role="status">{t('session.saved')}</p>
        </Note>
      )}
      <ProgrammeConflicts conflicts={desk.conflicts} count={desk.conflictCount} />
      {isEmpty && (
        <Empty title={t('programme.emptyTitle')} level="h2">
          <p>{t('programme.empty')}</p>
        </Empty>
      )}
      {!isEmpty && <ProgrammeViews desk={desk} isGrid={desk.isGrid} />}
      {!isEmpty && (desk.isGrid ? <ProgrammeGrid desk={desk} /> : <ProgrammeList desk={desk} />)}
      {!isEmpty && status === 'published' && (
        <p className="row after">
          <a href={path(`/events/${slug}/programme`)}>{t('programme.publicPage')}</a>
        </p>
      )}
    </>
  )
}
