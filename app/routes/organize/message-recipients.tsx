import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireBroadcast } from './broadcast.server.ts'
import { deskMeta, useDesk } from './desk.ts'
import { RecipientsTable, type ShownRecipient } from './recipients-table.tsx'
import type { FoundBroadcast } from '#app/broadcasts/queries.server.ts'
import { previewRecipients, searchRows } from '#app/broadcasts/preview-recipients.server.ts'
import { listResults } from '#app/broadcasts/results.server.ts'
import { parseSegment } from '#app/broadcasts/segment.ts'
import { existingPage, PEOPLE_PAGE, pageCount, pageNumber } from '#app/participants/paging.ts'
import type { Services } from '#app/services.server.ts'
import { Empty } from '#app/ui/empty.tsx'
import { Pages } from '#app/ui/pages.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { cleanLine } from '#app/values/text.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('broadcast.recipients.title'))

export async function loader(args: LoaderFunctionArgs) {
  const { broadcast } = await requireBroadcast(args)
  const { context, request } = args
  const address = new URL(request.url).searchParams
  const list = address.get('list') === 'left-out' ? ('left-out' as const) : ('recipients' as const)
  const search = cleanLine(address.get('q') ?? '').slice(0, 100)
  const wanted = { list, search, page: pageNumber(address.get('page')), now: context.now }
  const { db } = context.services
  const found = broadcast.startedAt === null ? await planned(db, broadcast, wanted) : await sent(db, broadcast, wanted)
  return { id: broadcast.id, list, search, pages: pageCount(found.total, PEOPLE_PAGE), ...found }
}

interface Wanted {
  list: 'recipients' | 'left-out'
  search: string
  page: number
  now: string
}

interface Found {
  counts: Record<Wanted['list'], number>
  total: number
  page: number
  rows: ShownRecipient[]
}

/** Before it is sent: as things stand now. */
async function planned(db: Services['db'], broadcast: FoundBroadcast, { list, search, page, now }: Wanted) {
  const { eventId, segment } = broadcast
  const preview = await previewRecipients(db, { eventId, segment: parseSegment(segment), now })
  const all = searchRows(list === 'left-out' ? preview.leftOut : preview.recipients, search)
  const shown = existingPage(page, all.length, PEOPLE_PAGE)
  const rows = all
    .slice((shown - 1) * PEOPLE_PAGE, shown * PEOPLE_PAGE)
    .map(({ id, name, email, language, reason, subject }) => ({
      ...subject,
      key: id,
      recipient: id,
      name,
      email,
      language,
      reason: reason ?? '',
      state: null,
      sentAt: null,
      lastError: null,
    }))
  const counts = { recipients: preview.recipients.length, 'left-out': preview.leftOut.length }
  return { counts, total: all.length, page: shown, rows } satisfies Found
}

/** After that: as they were fixed, with what became of each. */
async function sent(db: Services['db'], { id, recipients }: FoundBroadcast, { list, search, page }: Wanted) {
  const { total, rows } = await listResults(db, { broadcastId: id, list, search, page })
  const counts = { recipients: recipients.waiting + recipients.stored, 'left-out': recipients['left-out'] }
  const shown = rows.map((row) => ({ ...row, recipient: null, language: null }))
  return { counts, total, page, rows: shown } satisfies Found
}

export default function Recipients() {
  const { id, list, search, counts, pages, page, rows } = useLoaderData<typeof loader>()
  const { slug } = useDesk()
  const { t, path } = usePage()
  const base = `/organize/${slug}/messages/${id}/recipients`
  const query = (more: Record<string, string>) => new URLSearchParams({ list, q: search, ...more }).toString()
  return (
    <>
      <h1>{t('broadcast.recipients.title')}</h1>
      <p className="row">
        {(['recipients', 'left-out'] as const).map((one) => {
          const words = t(one === 'recipients' ? 'broadcast.recipients.who' : 'broadcast.recipients.leftOut', {
            count: counts[one],
          })
          return one === list ? (
            <b key={one} aria-current="page">
              {words}
            </b>
          ) : (
            <a key={one} href={path(`${base}?list=${one}`)}>
              {words}
            </a>
          )
        })}
      </p>
      <form className="row filt" role="search" action={path(base)}>
        <input type="hidden" name="list" value={list} />
        <div>
          <label htmlFor="q">{t('broadcast.recipients.search')}</label>
          <input id="q" name="q" type="search" defaultValue={search} dir="auto" />
        </div>
        <button>{t('broadcast.recipients.find')}</button>
      </form>
      {rows.length === 0 ? (
        <Empty title={t('broadcast.recipients.none')} level="h2">
          {search !== '' && <p>{t('broadcast.recipients.noneDetail')}</p>}
        </Empty>
      ) : (
        <RecipientsTable id={id} rows={rows} list={list} />
      )}
      <Pages page={page} pageCount={pages} addressOf={(number) => path(`${base}?${query({ page: String(number) })}`)} />
    </>
  )
}
