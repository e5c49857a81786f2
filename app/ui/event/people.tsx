import { Leaf } from '../leaf.tsx'
import { usePage } from '../use-page.ts'
import type { EventView, PersonView } from '#app/events/event-view.ts'
import { countryName } from '#app/values/dates.ts'

const TEACHING = ['lead-instructor', 'instructor', 'assistant']

/** Who runs and speaks, then who teaches; contacts stand with the host. */
export function People({ event }: { event: EventView }) {
  const { t } = usePage()
  const teaching = event.people.filter(({ role }) => TEACHING.includes(role))
  const others = event.people.filter(({ role }) => !TEACHING.includes(role) && role !== 'contact')
  return (
    <>
      {others.length > 0 && (
        <Leaf id="people" title={t('event.people.title')}>
          <List people={others} />
        </Leaf>
      )}
      {teaching.length > 0 && (
        <Leaf id="teach" title={t('event.people.instructors')}>
          <List people={teaching} />
        </Leaf>
      )}
    </>
  )
}

function List({ people }: { people: PersonView[] }) {
  const { t, language } = usePage()
  return (
    <ul role="list" className="cols people">
      {people.map(({ role, fullName, latinName, affiliation, country }, at) => (
        <li key={at}>
          <b>
            <bdi>{fullName}</bdi>
          </b>
          {latinName && latinName !== fullName && (
            <>
              {' '}
              (<bdi>{latinName}</bdi>)
            </>
          )}
          <br />
          <span className="mute">
            {[
              role === 'instructor' || role === 'speaker' ? null : t(`event.people.roles.${role}`),
              affiliation,
              country && countryName(country, language),
            ]
              .filter(Boolean)
              .join(t('common.listSeparator'))}
          </span>
        </li>
      ))}
    </ul>
  )
}
