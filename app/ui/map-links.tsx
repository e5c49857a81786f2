import { usePage } from './use-page.ts'

/** A name, the same in every language. */
const NAME = 'OpenStreetMap'

/** A place on the reader's own map, and on one that everybody can open; nothing is loaded from either. */
export function MapLinks({ latitude, longitude }: { latitude: number; longitude: number }) {
  const { t } = usePage()
  const map = `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=16/${latitude}/${longitude}`
  return (
    <>
      <a href={`geo:${latitude},${longitude}`}>{t('event.venue.maps')}</a> · <a href={map}>{NAME}</a>
    </>
  )
}
