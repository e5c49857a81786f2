import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { deskMeta, useDesk } from './desk.ts'
import { notFound } from '#app/http/answers.ts'
import { requireRight } from '#app/http/guards.server.ts'
import { findVersion } from '#app/programme/versions/versions.server.ts'
import { Crumbs } from '#app/ui/crumbs.tsx'
import { ChangeList } from '#app/ui/event/change-list.tsx'
import { People } from '#app/ui/event/session-rows.tsx'
import { foreign } from '#app/ui/foreign.ts'
import { usePage } from '#app/ui/use-page.ts'
import { formatDay, formatMoment } from '#app/values/dates.ts'

export const meta: MetaFunction<typeof loader> = (args) =>
  deskMeta(args, (t) => t('release.number', { number: args.data?.number ?? 0 }))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event, rights } = await requireRight(request, context, params.event!, 'programme')
  const { db } = context.services
  const version = /^\d{1,9}$/.test(params.version!) ? await findVersion(db, event.id, Number(params.version)) : null
  if (!version) throw notFound()
  return { ...version, mayTell: rights.includes('organize') }
}

/** A version as it was released, and what it changed. */
export default function ProgrammeVersion() {
  const { number, note, releasedAt, content, changes, mayTell } = useLoaderData<typeof loader>()
  const { slug } = useDesk()
  const { t, path, language } = usePage()
  const list = `/organize/${slug}/programme/versions`
  const title = t('release.number', { number })
  return (
    <>
      <Crumbs trail={[{ to: list, label: t('release.title') }, { label: title }]} />
      <h1>{title}</h1>
      <p className="mute">{t('release.released', { when: formatMoment(releasedAt, content.zone, language) })}</p>
      {note !== '' && (
        <p>
          <bdi>{note}</bdi>
        </p>
      )}
      <section aria-labelledby="changes" className="flow after">
        <h2 id="changes">{changes ? t('release.changes', { count: changes.length }) : t('release.first')}</h2>
        {changes && <ChangeList changes={changes} zone={content.zone} />}
        {changes && mayTell && (
          <p className="row">
            <a className="btn" href={path(`${list}/${number}/tell`)}>
              {t('release.tell.title')}
            </a>
          </p>
        )}
      </section>
      <section aria-labelledby="released" className="flow after">
        <h2 id="released">{t('release.look')}</h2>
        <div className="scroll" role="group" aria-labelledby="released" tabIndex={0}>
          <table className="when">
            {[...Map.groupBy(content.sessions, ({ heldOn }) => heldOn)].map(([day, sessions]) => (
              <tbody key={day}>
                <tr>
                  <th scope="rowgroup" colSpan={3}>
                    {formatDay(day, language, { weekday: true, year: false })}
                  </th>
                </tr>
                {sessions.map((session) => (
                  <tr key={session.id}>
                    <td className="nowrap">
                      {session.startsTime}–{session.endsTime}
                    </td>
                    <td>
                      <b {...(session.language ? foreign(session.language, language) : { dir: 'auto' as const })}>
                        {session.title}
                      </b>
                      <People people={session.people} />
                    </td>
                    <td>
                      <bdi>{[session.track, session.room].filter(Boolean).join(' · ')}</bdi>
                    </td>
                  </tr>
                ))}
              </tbody>
            ))}
          </table>
        </div>
      </section>
    </>
  )
}
