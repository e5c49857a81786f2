import type { PaperSize, RoomSheet } from './paper-printer.ts'
import { directionOf, type Language } from '#app/locales/languages.ts'
import type { Translate } from '#app/locales/translate.ts'
import { formatDay } from '#app/values/dates.ts'

/** In whose language and on which paper something is printed. */
export interface PaperAsked {
  language: Language
  t: Translate
  paper: PaperSize
  /** `2027-06-14`, the day on which it is printed. */
  today: string
}

/** A track as its sheets name it. */
export interface PaperTrack {
  id: string
  code: string
  title: string
  room: string | null
}

export function roomSheet({ language, paper }: PaperAsked, title: string): RoomSheet {
  return { language, isRightToLeft: directionOf(language) === 'rtl', paper, title }
}

/** `NTW 2027 Kigali · T3, Routing`. */
export function kickerOf(event: string, track: PaperTrack | null): string {
  return track ? `${event} · ${track.code}, ${track.title}` : event
}

/** With the places of both numbers left open for the typesetter. */
export function pageWords(t: Translate): string {
  return t('onPaper.pageOf', { page: '{page}', pages: '{pages}' })
}

export function printedWords({ t, language, today }: PaperAsked): string {
  return t('onPaper.printed', { day: formatDay(today, language) })
}
