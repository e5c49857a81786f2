import type { Translate } from '#app/locales/translate.ts'
import { countryName } from '#app/values/dates.ts'

interface Place {
  format: 'onsite' | 'online' | 'hybrid'
  city: string | null
  country: string | null
}

/** Where an event is, in a line: `Nairobi, Kenya and online`. Empty when nobody knows. */
export function placeLine({ format, city, country }: Place, t: Translate, language: string): string {
  const land = country ? countryName(country, language) : null
  const place = [city, land === city ? null : land].filter((part) => part !== null).join(t('common.listSeparator'))
  if (format === 'online') return place ? t('catalogue.placeHosted', { place }) : t('catalogue.placeOnline')
  return format === 'hybrid' && place ? t('catalogue.placeHybrid', { place }) : place
}
