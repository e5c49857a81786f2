import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { deskMeta, useDesk } from './desk.ts'
import { InstructorTable } from './instructor-table.tsx'
import { listEventPeople, listTracks } from '#app/events/editing-queries.server.ts'
import { requireOrganizer } from '#app/http/guards.server.ts'
import { eventInstructors } from '#app/people/event-instructors.server.ts'
import { Empty } from '#app/ui/empty.tsx'
import { Leaf } from '#app/ui/leaf.tsx'
import { usePage } from '#app/ui/use-page.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('organize.people.title'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event } = await requireOrganizer(request, context, params.event!)
  const { db } = context.services
  const [people, instructors, tracks] = await Promise.all([
    listEventPeople(db, event.id),
    eventInstructors(db, event.id),
    listTracks(db, event.id, context.language),
  ])
  return { people, instructors, tracks: tracks.map(({ id, code }) => ({ id, code })) }
}

/** Who is named to the public, and who may see the participant list. */
export default function People() {
  const { people, instructors, tracks } = useLoaderData<typeof loader>()
  const { slug } = useDesk()
  const { t, path } = usePage()
  return (
    <>
      <div className="row ends">
        <div>
          <h1>{t('organize.people.title')}</h1>
          <p className="mute">{t('organize.people.lead')}</p>
        </div>
        <a className="btn go" href={path(`/organize/${slug}/people/new`)}>
          {t('organize.people.add')}
        </a>
      </div>
      <Leaf id="named" title={t('organize.people.named')}>
        {people.length === 0 ? (
          <Empty title={t('organize.people.none')}>
            <p>{t('organize.people.noneWhy')}</p>
          </Empty>
        ) : (
          <div className="scroll" role="group" aria-labelledby="named" tabIndex={0}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{t('organize.name')}</th>
                  <th scope="col">{t('organize.people.role')}</th>
                  <th scope="col" className="more">
                    {t('organize.track')}
                  </th>
                  <th scope="col" className="more">
                    {t('organize.people.affiliation')}
                  </th>
                  <th scope="col">
                    <span className="vh">{t('organize.remove')}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {people.map((person) => (
                  <tr key={person.id}>
                    <th scope="row">
                      <a href={path(`/organize/${slug}/people/${person.id}`)}>
                        <bdi>{person.fullName}</bdi>
                      </a>
                    </th>
                    <td>{t(`event.people.roles.${person.role}`)}</td>
                    <td className="more">
                      <bdi>{tracks.find(({ id }) => id === person.trackId)?.code}</bdi>
                    </td>
                    <td className="more">
                      <bdi>{person.affiliation}</bdi>
                    </td>
                    <td>
                      <a href={path(`/organize/${slug}/people/${person.id}/remove`)}>
                        {t('organize.remove')}
                        <span className="vh"> {person.fullName}</span>
                      </a>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Leaf>
      <InstructorTable instructors={instructors} tracks={tracks} />
    </>
  )
}
