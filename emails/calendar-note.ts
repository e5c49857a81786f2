import { link, paragraph } from './layout.ts'
import { html, type Markup } from './markup.ts'
import type { Phrase, Say } from './phrase.ts'
import { type Block, linkBlock } from './plain-text.ts'

/** How a mail brings an event into calendars: as a file to open, or as an invitation that programs take in themselves. */
export interface LetterCalendar {
  way: 'file' | 'invitation'
  /** For this reader the event is off: cancelled, postponed, or their seat is no more. */
  isOff: boolean
}

/** What a mail says of the calendar that comes with it, in both forms; nothing when none does. */
export interface CalendarNote {
  html: Markup | null
  text: (Phrase | Block | null)[]
}

/**
 * `brings` is what the calendar brings while the event is on. `url` is where the same is kept current, for programs
 * that show no attachments.
 */
export function calendarNote(
  say: Say,
  calendar: LetterCalendar | null,
  brings: 'added' | 'held' | 'changed' | 'deadline',
  url: string | null = null,
): CalendarNote {
  if (calendar === null) return { html: null, text: [] }
  const told = calendar.isOff ? 'off' : brings
  const isFile = calendar.way === 'file' || told === 'held' || told === 'deadline'
  const note = isFile ? say(`mail.calendar.file.${told}`) : say(`mail.calendar.invitation.${told}`)
  const address = url === null ? null : { label: say('mail.calendar.address'), url }
  return {
    html: html`${paragraph(note)}${address && paragraph(link(address.label, address.url))}`,
    text: [note, address && linkBlock(say, address.label, address.url)],
  }
}
