import type { Desk } from './desk.ts'
import { fetchList } from './fetch-list.ts'
import type { KeptMark } from './marks.ts'
import type { Place } from './place.ts'
import { sendMarks } from './send-marks.ts'
import { MOST_MARKS } from '../new-mark.ts'

const EVERY = 30_000
/** A tap, another tap: sent together. */
const AFTER_MARK = 1200
/** With a connection and no answer: the server is busy, or it was a bad moment. */
const AFTER_FAILURE = 4000

/** How the last try went. */
export type Line = 'unknown' | 'reached' | 'unreached' | 'signed-out' | 'refused'

export interface Heard {
  line(line: Line): void
  /** What the server said of marks that were sent. */
  told(marks: KeptMark[]): void
  /** A newer list is here. */
  renewed(): void
  /** The device was ended: its list must go. */
  ended(): void
}

/** Sends what is not sent, whenever there may be a connection, and brings the list up to date. */
export class Sending {
  isBusy = false
  line: Line = 'unknown'
  #again = false
  #timer: ReturnType<typeof setTimeout> | undefined
  readonly #desk: Desk
  readonly #place: Place
  readonly #heard: Heard

  constructor(desk: Desk, place: Place, heard: Heard) {
    this.#desk = desk
    this.#place = place
    this.#heard = heard
    addEventListener('online', () => void this.now())
    addEventListener('offline', () => this.#is('unreached'))
    setInterval(() => void this.now(), EVERY)
  }

  /** Soon: after the marks that follow one another. */
  soon(wait = AFTER_MARK): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.now(), wait)
  }

  async now(): Promise<void> {
    if (this.isBusy) {
      this.#again = true
      return
    }
    this.isBusy = true
    try {
      do {
        this.#again = false
        // Who is signed out still asks for the list: a device that was ended is told so.
        if (!(await this.#sendAll()) && this.line !== 'signed-out') return
      } while (this.#again)
      await this.#renew()
    } finally {
      this.isBusy = false
      this.#heard.line(this.line)
    }
  }

  /** Whether everything is there. */
  async #sendAll(): Promise<boolean> {
    for (let unsent = this.#desk.unsent; unsent.length > 0; unsent = this.#desk.unsent) {
      const marks = unsent.slice(0, MOST_MARKS)
      const answer = await sendMarks(`${this.#place.page}/marks`, { deviceId: this.#desk.device.deviceId, marks })
      if (answer.kind !== 'sent') {
        this.#is(answer.kind)
        if (answer.kind === 'unreached' && navigator.onLine) this.soon(AFTER_FAILURE)
        return false
      }
      const told = await this.#desk.sent(answer)
      this.#is('reached')
      this.#heard.told(told)
      // Whatever was not spoken of stays here; it is not asked about twice in a row.
      if (told.length < marks.length) return false
    }
    return true
  }

  async #renew(): Promise<void> {
    if (!this.#desk.device.sealed) return
    const answer = await fetchList(`${this.#place.page}/list.json`, this.#desk.device.deviceId)
    if (answer.kind === 'list') {
      // Marks that were made meanwhile stand beside the list until it tells them.
      await this.#desk.renew(answer)
      this.#is('reached')
      this.#heard.renewed()
    } else if (answer.kind === 'ended') this.#heard.ended()
    else this.#is(answer.kind)
  }

  #is(line: Line): void {
    this.line = line
    this.#heard.line(line)
  }
}
