import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { deskMeta, useDesk } from './desk.ts'
import { InstructorTable } from './instructor-table.tsx'
import { MoveButtons } from './move-buttons.tsx'
import { listEventPeople, listTracks } from '#app/events/editing-queries.server.ts'
import { requireRight } from '#app/http/guards.server.ts'
import { eventInstructors } from '#app/people/event-instructors.server.ts'
import { Empty } from '#app/ui/empty.tsx'
import { Leaf } from '#app/ui/leaf.tsx'
import { ScrollTable } from '#app/ui/scroll-table.tsx'
import { usePage } from '#app/ui/use-page.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('organize.people.title'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event, rights } = await requireRight(request, context, params.event!, 'programme')
  const { db } = context.services
  const [people, instructors, tracks] = await Promise.all([
    listEventPeople(db, event.id),
    // Whoever only makes the programme gives nobody access to participants.
    rights.includes('organize') ? eventInstructors(db, event.id) : null,
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
          <ScrollTable labelledBy="named">
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
                <tr key={person.id} id={`p-${person.id}`}>
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
                    <div className="row">
                      <MoveButtons
                        address={path(`/organize/${slug}/people/${person.id}`)}
                        name={person.fullName}
                        isFirst={person === people[0]}
                        isLast={person === people.at(-1)}
                      />
                      <a href={path(`/organize/${slug}/people/${person.id}/remove`)}>
                        {t('organize.remove')}
                        <span className="vh"> {person.fullName}</span>
                      </a>
                    </div>
                  </td>
                </tr>
              ))}
            </tbody>
          </ScrollTable>
        )}
      </Leaf>
      {instructors && <InstructorTable instructors={instructors} tracks={tracks} />}
    </>
  )
}
