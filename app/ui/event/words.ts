import type { Page } from '../use-page.ts'
import { lastMinuteOf } from '#app/events/price-table.ts'
import { formatDay } from '#app/values/dates.ts'
import { type Instant, offsetName, wallClock } from '#app/values/moment.ts'
import { remember } from '#app/values/remember.ts'

interface Place {
  zone: string
  city: string | null
}

/** The end of something; at midnight it is 23:59 of the day before. */
export function deadline(page: Page, at: Instant, place: Place): string {
  return beginning(page, lastMinuteOf(at, place.zone), place)
}

/** `Wednesday, 31 March 2027, 23:59 in Kigali (UTC+2)` */
export function beginning({ t, language }: Page, at: Instant, { zone, city }: Place): string {
  const { day, time } = wallClock(at, zone)
  const local = t('common.dayAndTime', { day: formatDay(day, language, { weekday: true }), time })
  const offset = offsetName(at, zone)
  return city ? t('common.inCity', { time: local, city, offset }) : t('common.inZone', { time: local, offset })
}

const formatterOf = remember((language: string) => new Intl.NumberFormat(`${language}-u-nu-latn`))

/** A number as the reader writes it, in Western digits like the prices and dates beside it. */
export function count(value: number, language: string): string {
  return formatterOf(language).format(value)
}
