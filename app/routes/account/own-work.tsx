import type { RolePlace } from '#app/people/own-queries.server.ts'
import { foreign } from '#app/ui/foreign.ts'
import { usePage } from '#app/ui/use-page.ts'

/** Where a role's work is. */
const STARTS: Record<RolePlace['role'], string | null> = {
  organizer: '/organize',
  instructor: '/teach',
  finance: '/finance',
  administrator: '/admin',
  programme: '/organize',
  observer: '/organize',
  'front-desk': '/organize',
  reviewer: '/review',
}

/** Roles with what they are about, each leading to its work. */
export function OwnWork({ places }: { places: RolePlace[] }) {
  const { t, language } = usePage()
  return (
    <ul role="list" className="flow">
      {places.map((place, at) => (
        <li key={at}>
          <b>
            <WorkLink place={place} />
          </b>
          {place.name && (
            <>
              <br />
              <bdi {...foreign(place.name.language, language)}>{place.name.text}</bdi>
              {place.trackCode && (
                <>
                  {t('common.listSeparator')}
                  {t('account.work.track', { code: place.trackCode })}
                </>
              )}
            </>
          )}
        </li>
      ))}
    </ul>
  )
}

function WorkLink({ place }: { place: RolePlace }) {
  const { t, path } = usePage()
  const label = t(`account.work.roles.${place.role}`)
  const start = STARTS[place.role]
  if (start === null) return label
  const isOfEvent = place.eventSlug !== null && (start === '/organize' || start === '/teach')
  return <a href={path(isOfEvent ? `${start}/${place.eventSlug}` : start)}>{label}</a>
}
