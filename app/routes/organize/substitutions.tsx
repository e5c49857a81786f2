import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { deskMeta, useDesk } from './desk.ts'
import { requireOrganizer } from '#app/http/guards.server.ts'
import { sentenceOf } from '#app/locales/message.ts'
import { EVENTS_PAGE, pageCount, pageNumber } from '#app/participants/paging.ts'
import { waitingSubstitutions } from '#app/registrations/changes/queries.server.ts'
import { Empty } from '#app/ui/empty.tsx'
import { Moment } from '#app/ui/moment.tsx'
import { Note } from '#app/ui/note.tsx'
import { Pages } from '#app/ui/pages.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { countryName } from '#app/values/dates.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('change.organizer.title'))

/** What deciding may come back with. */
const WHY = new Set(['gone', 'seat-gone', 'address-registered'])

const DONE = ['agreed', 'refused'] as const

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event } = await requireOrganizer(request, context, params['event']!)
  const address = new URL(request.url).searchParams
  const page = pageNumber(address.get('page'))
  const found = await waitingSubstitutions(context.services.db, { eventId: event.id, page, size: EVENTS_PAGE })
  const [done, why] = [address.get('done'), address.get('why') ?? '']
  return {
    ...found,
    page,
    done: DONE.find((one) => one === done) ?? null,
    why: WHY.has(why) ? why : null,
  }
}

export default function Substitutions() {
  const { rows, total, page, done, why } = useLoaderData<typeof loader>()
  const { slug, zone } = useDesk()
  const { t, path, language } = usePage()
  const base = `/organize/${slug}/substitutions`
  return (
    <>
      <div className="row">
        <div>
          <h1>{t('change.organizer.title')}</h1>
          <p className="mute">{t('change.organizer.lead')}</p>
        </div>
      </div>
      {done && (
        <Note is="ok">
          <p>{t(`change.organizer.${done}`)}</p>
        </Note>
      )}
      {why && (
        <Note is="warn">
          <p>{sentenceOf(`refusal.${why}`, t)}</p>
        </Note>
      )}
      {rows.length === 0 ? (
        <Empty title={t('change.organizer.empty')}>
          <p>{t('change.organizer.emptyWhy')}</p>
        </Empty>
      ) : (
        <ul role="list" className="wide">
          {rows.map((row) => (
            <li key={row.id} className="todo">
              <div>
                <b>
                  {t('change.organizer.from')} <bdi>{row.fromName}</bdi>
                </b>
                {row.fromAffiliation && (
                  <>
                    {' · '}
                    <bdi>{row.fromAffiliation}</bdi>
                  </>
                )}
                <br />
                {t('change.organizer.to')} <bdi>{row.toName}</bdi>
                {row.toAffiliation && (
                  <>
                    {' · '}
                    <bdi>{row.toAffiliation}</bdi>
                  </>
                )}
                {row.country && ` · ${countryName(row.country, language)}`}
                <br />
                <small>
                  <bdi>{row.toEmail}</bdi>
                  {' · '}
                  <bdi dir="ltr">{row.code}</bdi>
                  {' · '}
                  <Moment at={row.createdAt} zone={zone} />
                </small>
                <div className="row after">
                  <form method="post" action={path(`${base}/${row.id}/agree`)}>
                    <button>
                      {t('change.organizer.agree')}
                      <span className="vh"> {row.toName}</span>
                    </button>
                  </form>
                  <form method="post" action={path(`${base}/${row.id}/refuse`)}>
                    <button className="plain">
                      {t('change.organizer.refuse')}
                      <span className="vh"> {row.toName}</span>
                    </button>
                  </form>
                </div>
              </div>
            </li>
          ))}
        </ul>
      )}
      <Pages
        page={page}
        pageCount={pageCount(total, EVENTS_PAGE)}
        addressOf={(number) => path(`${base}?page=${number}`)}
      />
    </>
  )
}
