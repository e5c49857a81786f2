import type { DeviceList, DevicePerson } from '#app/attendance/device-list.ts'
import { searchWords } from '#app/attendance/search-words.ts'

export const LISTED_AT = '2027-06-14T06:00:00.000Z'

export function givenPerson(at: number, given: Partial<DevicePerson> = {}): DevicePerson {
  const name = given.name ?? `Person ${at}`
  return {
    registrationId: `00000000-0000-7000-8000-${String(at).padStart(12, '0')}`,
    code: `TAAA-${String(2222 + at)}`,
    name,
    latinName: '',
    words: searchWords(`${name} ${given.latinName ?? ''}`),
    trackId: '',
    ticket: 'Full',
    isConfirmed: true,
    due: '',
    days: [],
    ...given,
  }
}

/** A list as a device has it. */
export function givenList(given: Partial<DeviceList> = {}): DeviceList {
  return {
    format: 1,
    at: LISTED_AT,
    event: {
      id: 'event-1',
      slug: 'inet',
      title: 'INET',
      zone: 'Africa/Kigali',
      startsOn: '2027-06-14',
      endsOn: '2027-06-18',
      keepUntil: '2027-06-25T22:00:00.000Z',
    },
    door: 'desk',
    tracks: [],
    slots: [],
    people: [],
    ended: [],
    elsewhere: [],
    states: [],
    ...given,
  }
}
