import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Frame } from './frame.tsx'
import { teachFrame } from './teach-frame.server.ts'
import { BROADCASTS_PAGE, listBroadcasts } from '#app/broadcasts/queries.server.ts'
import { requireInstructor } from '#app/http/guards.server.ts'
import { taughtEvent } from '#app/participants/home/taught-event.server.ts'
import { pageCount, pageNumber } from '#app/participants/paging.ts'
import { BroadcastsTable } from '#app/ui/broadcasts-table.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { Pages } from '#app/ui/pages.tsx'
import { usePage } from '#app/ui/use-page.ts'

export const handle = { shell: 'work', section: 'teach' }

export const meta: MetaFunction = (args) => pageMeta(args, (t) => ({ title: t('workshop.mail.title') }))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { signedIn, event, trackIds } = await requireInstructor(request, context, params.event!)
  const { db } = context.services
  const page = pageNumber(new URL(request.url).searchParams.get('page'))
  const [frame, { zone }, { total, rows }] = await Promise.all([
    teachFrame(context, { eventId: event.id, trackIds }),
    taughtEvent(db, event.id),
    listBroadcasts(db, { eventId: event.id, page, instructorId: signedIn.accountId }),
  ])
  return { frame, zone, rows, page, pages: pageCount(total, BROADCASTS_PAGE) }
}

/** What the reader wrote to their participants. */
export default function Messages() {
  const { frame, zone, rows, page, pages } = useLoaderData<typeof loader>()
  const { t, path } = usePage()
  const base = `/teach/${frame.event.slug}/messages`
  return (
    <Frame frame={frame}>
      <div className="row ends">
        <div>
          <h1 id="written">{t('workshop.mail.title')}</h1>
          <p className="mute">{t('workshop.mail.lead')}</p>
        </div>
        <p>
          <a className="btn go" href={path(`${base}/new`)}>
            {t('workshop.mail.write')}
          </a>
        </p>
      </div>
      {rows.length === 0 ? (
        <Empty title={t('workshop.mail.none')} level="h2">
          <p>{t('workshop.mail.noneWhy')}</p>
        </Empty>
      ) : (
        <BroadcastsTable rows={rows} labelledBy="written" zone={zone} base={base} />
      )}
      <Pages page={page} pageCount={pages} addressOf={(number) => path(`${base}?page=${number}`)} />
    </Frame>
  )
}
