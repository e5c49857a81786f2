import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import { Frame } from './frame.tsx'
import { paperAsked } from './paper-asked.server.ts'
import { PaperChoice } from './paper-choice.tsx'
import { teachFrame } from './teach-frame.server.ts'
import { paperPeople } from '#app/participants/paper/paper-people.server.ts'
import { MOST_ON_PAPER } from '#app/participants/paper/paper-printer.ts'
import { Note } from '#app/ui/note.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { usePage } from '#app/ui/use-page.ts'

export const handle = { shell: 'work', section: 'teach' }

export const meta: MetaFunction<typeof loader> = (args) => pageMeta(args, (t) => ({ title: t('onPaper.title') }))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event, trackIds, tracks, track, days, day, sessions, session, parts, asked, scope } = await paperAsked(
    request,
    context,
    params.event!,
  )
  const [frame, people] = await Promise.all([
    teachFrame(context, { eventId: event.id, trackIds }),
    paperPeople(context.services.db, scope),
  ])
  return {
    frame,
    slug: event.slug,
    mayPrintAll: trackIds === 'all',
    tracks,
    trackId: track?.id ?? '',
    days,
    day,
    sessions: sessions.map(({ id, title, heldOn, startsTime }) => ({ id, title, heldOn, startsTime })),
    sessionId: session?.id ?? '',
    parts,
    paper: asked.paper,
    count: people.length,
  }
}

/** How many lines, cards or badges a page holds, about. */
const PER_PAGE = { signIn: 19, doorList: 26, badges: 8, tentCards: 2 }

/** One form for all that is printed for a room; each button is an address of its own. */
export default function Paper() {
  const shown = useLoaderData<typeof loader>()
  const { frame, slug, count } = shown
  const { t, path } = usePage()
  const base = path(`/teach/${slug}`)
  const pages = (lines: number, perPage: number) =>
    t('onPaper.pages', { count: Math.max(1, Math.ceil(lines / perPage)) })
  return (
    <Frame frame={frame}>
      <h1>{t('onPaper.title')}</h1>
      <p className="lead">{t('onPaper.lead')}</p>
      {count > MOST_ON_PAPER && (
        <Note is="warn">
          <p>{t('onPaper.tooMany', { most: MOST_ON_PAPER })}</p>
        </Note>
      )}
      <form method="get" action={`${base}/paper`} className="flow">
        <PaperChoice {...shown} />
        <p>{t('onPaper.people', { count })}</p>
        <table>
          <tbody>
            <Kind is="signIn" size={pages(count + 2, PER_PAGE.signIn)}>
              <button className="go" formAction={`${base}/paper/sign-in.pdf`} aria-describedby="signIn">
                {t('onPaper.pdf')}
              </button>{' '}
              <button formAction={`${base}/list`} aria-describedby="signIn">
                {t('onPaper.inBrowser')}
              </button>
            </Kind>
            <Kind is="doorList" size={pages(count, PER_PAGE.doorList)}>
              <button formAction={`${base}/paper/door-list.pdf`} aria-describedby="doorList">
                {t('onPaper.pdf')}
              </button>
            </Kind>
            <Kind is="badges" size={pages(count, PER_PAGE.badges)}>
              <button formAction={`${base}/paper/badges.pdf`} aria-describedby="badges">
                {t('onPaper.pdf')}
              </button>
            </Kind>
            <Kind is="tentCards" size={pages(count, PER_PAGE.tentCards)}>
              <button formAction={`${base}/paper/tent-cards.pdf`} aria-describedby="tentCards">
                {t('onPaper.pdf')}
              </button>
            </Kind>
            <Kind is="seatPlan">
              <button formAction={`${base}/lab.pdf`} aria-describedby="seatPlan">
                {t('onPaper.pdf')}
              </button>{' '}
              <a href={`${base}/lab`}>{t('onPaper.toLab')}</a>
            </Kind>
          </tbody>
        </table>
      </form>
      <section className="flow after" aria-labelledby="back">
        <h2 id="back">{t('onPaper.back')}</h2>
        <p>{t('onPaper.backLead')}</p>
        <p className="row">
          <a className="btn" href={`${base}/attendance/paper`}>
            {t('onPaper.takeBack')}
          </a>{' '}
          <a href={`${base}/attendance/paper/file`}>{t('onPaper.sheet.file')}</a>
        </p>
      </section>
    </Frame>
  )
}

type PaperKind = 'signIn' | 'doorList' | 'badges' | 'tentCards' | 'seatPlan'

/** One kind of paper: what it is, how much of it there will be, and the buttons that make it. */
function Kind({ is, size, children }: { is: PaperKind; size?: string; children: ReactNode }) {
  const { t } = usePage()
  return (
    <tr>
      <th scope="row">
        <span id={is}>{t(`onPaper.${is}`)}</span>
        <p className="hint">
          {t(`onPaper.${is}Lead`)} {size && <span className="nowrap">({size})</span>}
        </p>
      </th>
      <td>
        <div className="row">{children}</div>
      </td>
    </tr>
  )
}
