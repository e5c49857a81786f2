import { useDesk } from './desk.ts'
import type { StoredDetails } from '#app/events/details.ts'
import { Slab } from '#app/ui/slab.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { countryName, languageName } from '#app/values/dates.ts'

/** How the event will look in the catalogue, as saved. */
export function Listing({ details }: { details: StoredDetails }) {
  const event = useDesk()
  const { t, language } = usePage()
  const place = [details.city, details.country && countryName(details.country, language)].filter(Boolean)
  return (
    <section className="flow" aria-labelledby="listing">
      <h2 id="listing">{t('organize.inTheList')}</h2>
      <div className="event prev">
        <Slab startsOn={details.startsOn} endsOn={details.endsOn} isOpen={event.status === 'published'} />
        <div>
          <h3 lang={details.textLanguage}>
            <bdi>{details.title || event.title}</bdi>
          </h3>
          <p>{place.length > 0 ? place.join(', ') : t('organize.online')}</p>
          <p className="mute">{details.languages.map((code) => languageName(code, language)).join(', ')}</p>
        </div>
      </div>
    </section>
  )
}
