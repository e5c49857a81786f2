import { Leaf } from '../leaf.tsx'
import { MapLinks } from '../map-links.tsx'
import { Markdown } from '../markdown.tsx'
import { TravelNotes } from './travel-notes.tsx'
import { usePage } from '../use-page.ts'
import { foreign } from '../foreign.ts'
import type { EventView } from '#app/events/event-view.ts'
import { countryName } from '#app/values/dates.ts'

/** Whether the event has more to say of its place than the poster does. */
export function hasVenue({ format, address, latitude, text, travelNotes }: EventView): boolean {
  return (
    format === 'online' ||
    travelNotes.length > 0 ||
    [address, latitude, text.accessNote, text.visaNote].some((one) => one !== null && one !== '')
  )
}

/** Whether people learn there what they need to travel. */
export function tellsOfVisas({ text, travelNotes }: EventView): boolean {
  return text.visaNote !== '' || travelNotes.length > 0
}

export function Venue({ event }: { event: EventView }) {
  const page = usePage()
  const { t, language } = page
  const { text, latitude, longitude } = event
  const words = foreign(text.language, page.language)
  const country = event.country ? countryName(event.country, language) : null
  const town = [event.city, country].filter(Boolean).join(t('common.listSeparator'))
  if (event.format === 'online')
    return (
      <Leaf id="venue" title={t('event.venue.title')}>
        <p>{t('event.venue.onlineText')}</p>
      </Leaf>
    )
  return (
    <Leaf id="venue" title={t(tellsOfVisas(event) ? 'event.venue.andVisas' : 'event.venue.title')}>
      <div className="cols">
        <div className="flow">
          <h3>{t('event.venue.where')}</h3>
          <p>
            {[event.venue, event.address].filter(Boolean).map((line, at) => (
              <span key={at} translate="no">
                {line}
                <br />
              </span>
            ))}
            {town}
          </p>
          {latitude !== null && longitude !== null && (
            <p>
              <MapLinks latitude={latitude} longitude={longitude} />{' '}
              <bdi>
                ({degrees(latitude)}, {degrees(longitude)})
              </bdi>
            </p>
          )}
          {event.format === 'hybrid' && <p>{t('event.venue.alsoOnline')}</p>}
        </div>
        {text.accessNote && (
          <div className="flow">
            <h3>{t('event.venue.access')}</h3>
            <div {...words}>
              <Markdown text={text.accessNote} />
            </div>
          </div>
        )}
        {text.visaNote && (
          <div className="flow">
            <h3>{t('event.venue.visas')}</h3>
            <div {...words}>
              <Markdown text={text.visaNote} />
            </div>
          </div>
        )}
      </div>
      <TravelNotes event={event} />
    </Leaf>
  )
}

function degrees(value: number): string {
  return value.toFixed(4).replace('-', '−')
}
