import { formatCoordinates } from './coordinates.ts'
import { type Details, isLater } from './details-form.ts'
import { readingAt } from './wall-time.ts'
import { hashOf } from '#app/values/secret.ts'

/** The public fields of an event with its texts in one language, in the shape of the form: absent is ''. */
export type StoredDetails = {
  [Field in Exclude<keyof Details, 'version' | 'seen'>]-?: NonNullable<Details[Field]> extends string[]
    ? string[]
    : string
}

export type DetailField = keyof StoredDetails

/** What was typed, in the shape of what is stored. */
export function storedForm({ version: _version, seen: _seen, ...details }: Details): StoredDetails {
  return {
    ...details,
    languages: details.languages.toSorted(),
    topics: details.topics.toSorted(),
    startsTime: details.startsTime ?? '',
    endsTime: details.endsTime ?? '',
    startsMoment: readingAt(details.startsOn, details.startsTime, details.zone, isLater(details, 'starts')),
    endsMoment: readingAt(details.endsOn, details.endsTime, details.zone, isLater(details, 'ends')),
    country: details.country ?? '',
    coordinates: details.coordinates ? formatCoordinates(details.coordinates) : '',
    venueSeats: details.venueSeats === undefined ? '' : String(details.venueSeats),
    onlineUrl: details.onlineUrl ?? '',
    level: details.level ?? '',
    hostId: details.hostId ?? '',
    contactEmail: details.contactEmail ?? '',
    websiteUrl: details.websiteUrl ?? '',
    conductUrl: details.conductUrl ?? '',
  }
}

/**
 * Stands for exactly these details. The event's version also rises with its tracks and tickets; the fingerprint tells
 * whether what this form shows has changed meanwhile.
 */
export function fingerprint(details: StoredDetails): string {
  const sorted = Object.entries(details).toSorted(([one], [other]) => (one < other ? -1 : 1))
  return hashOf(JSON.stringify(sorted)).slice(0, 32)
}

export function differences(one: StoredDetails, other: StoredDetails): DetailField[] {
  const fields = Object.keys(one) as DetailField[]
  return fields.filter((field) => String(one[field]) !== String(other[field]))
}
