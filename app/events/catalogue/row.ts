import type { RegistrationStatus } from '../registration-status.ts'
import type { SeatCount } from '../seats.ts'
import type { Money } from '#app/values/money.ts'
import type { PartialDay } from '#app/values/moment.ts'

/** An event as lists show it, in the reader's language as far as it has been translated. */
export interface CatalogueRow {
  id: string
  slug: string
  series: { slug: string; mark: 'inet' | 'ndss' | 'ntw' | 'regional' | 'plain' }
  kind: string
  kindLanguage: string
  title: string
  summary: string
  /** The language of title and summary. */
  language: string
  startsOn: PartialDay
  endsOn: PartialDay
  /** The first day it can be, for headings. */
  firstOn: string
  zone: string
  format: 'onsite' | 'online' | 'hybrid'
  venue: string | null
  city: string | null
  country: string | null
  languages: string[]
  isSample: boolean
  status: RegistrationStatus
  isFree: boolean
  priceFrom: Money | null
  seats: SeatCount | null
  attendance: number | null
  attendanceCountries: number | null
  sourceCount: number
}
