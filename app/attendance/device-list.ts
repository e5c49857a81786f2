import type { Door } from './verdict.ts'
import type { Instant } from '#app/values/moment.ts'

/** Raised when a list that devices hold can no longer be read by the newest script: it is asked for again. */
export const LIST_FORMAT = 1

/** What a device is given to work without a connection: no address, no answer, nobody of another track. */
export interface DeviceList {
  format: typeof LIST_FORMAT
  /** The server's moment: what the device's clock is put right by. */
  at: Instant
  event: DeviceEvent
  /** What its holder may let pass. */
  door: Door
  tracks: DeviceTrack[]
  slots: DeviceSlot[]
  people: DevicePerson[]
  /** Tickets that let nobody in any more, without a name. */
  ended: DeviceEnded[]
  /** Digests of the tickets of other tracks: to say `the wrong room`, and nothing more. */
  elsewhere: string[]
  /** Per person and slot, as it stands. */
  states: DeviceState[]
}

export interface DeviceEvent {
  id: string
  slug: string
  title: string
  zone: string
  startsOn: string
  endsOn: string
  /** When the list is wiped at the latest. */
  keepUntil: Instant
}

export interface DeviceTrack {
  id: string
  code: string
  title: string
  room: string
}

/** Something that is marked; its key is what marks are stored under. */
export interface DeviceSlot {
  key: string
  /** The day it is on; '' for the arrival. */
  day: string
  title: string
  room: string
  /** The only track that it is for; '' for everybody. */
  trackId: string
  startsAt: Instant
  endsAt: Instant
}

export interface DevicePerson {
  registrationId: string
  /** Its ticket's code. */
  code: string
  name: string
  /** In Latin letters; '' for none. */
  latinName: string
  /** All words that one may search by, folded. */
  words: string
  trackId: string
  ticket: string
  /** Whether the seat is confirmed; a held one is not paid. */
  isConfirmed: boolean
  /** What is still due, as an amount in words; '' for nothing. */
  due: string
  /** The days that the ticket lets in; empty for all. */
  days: string[]
}

export interface DeviceEnded {
  registrationId: string
  code: string
  why: 'transferred' | 'cancelled' | 'lapsed'
  endedAt: Instant
}

export interface DeviceState {
  registrationId: string
  slot: string
  state: 'present' | 'absent' | 'excused' | 'none'
  at: Instant
  markId: string
}
