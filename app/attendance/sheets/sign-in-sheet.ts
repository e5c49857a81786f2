import { WALK_INS } from './read-numbers.ts'
import { partsOf } from './sheet-parts.ts'
import type { PaperPerson } from '#app/participants/paper/paper-people.server.ts'
import type { SignInSheet } from '#app/participants/paper/paper-printer.ts'
import {
  kickerOf,
  pageWords,
  type PaperAsked,
  type PaperTrack,
  roomSheet,
} from '#app/participants/paper/paper-words.ts'
import { countryName, formatDay } from '#app/values/dates.ts'

export interface SheetFacts {
  event: string
  track: PaperTrack | null
  tracks: PaperTrack[]
  people: PaperPerson[]
  heldOn: string
  parts: string
  code: string
  /** From when to when, `09:00–17:30`; '' when no session says so. */
  hours: string
  room: string | null
  instructors: string[]
  /** Of the session that it is for; '' for a sheet by day. */
  session: string
}

/** A sign-in sheet in words: for the typesetter and for the page that the browser prints. */
export function signInSheet(asked: PaperAsked, facts: SheetFacts): SignInSheet {
  const { t, language } = asked
  const { event, track, people, heldOn, code, hours, room, instructors, session } = facts
  const hasGroups = people.some(({ group }) => group !== null)
  const codes = new Map(facts.tracks.map((one) => [one.id, one.code]))
  const hasTracks = !hasGroups && track === null && facts.tracks.length > 1
  const day = formatDay(heldOn, language, { weekday: true })
  return {
    ...roomSheet(asked, t('onPaper.signInOf', { event })),
    kicker: kickerOf(event, track),
    heading: session === '' ? day : session,
    beside: [
      ...(session === '' ? [] : [day]),
      [room, hours].filter((part) => Boolean(part)).join(language === 'ar' ? '، ' : ', '),
      instructors.length > 0 ? t('onPaper.instructor', { names: instructors.join(' · ') }) : '',
    ].filter((line) => line !== ''),
    head: {
      name: t('onPaper.name'),
      country: t('onPaper.country'),
      extra: hasGroups ? t('onPaper.group') : hasTracks ? t('onPaper.track') : '',
    },
    boxes: partsOf(facts).map((part) => t(`onPaper.signature.${part}`)),
    rows: people.map(({ fullName, latinName, country, group, trackId }) => ({
      name: fullName,
      latinName: latinName ?? '',
      country: country ? countryName(country, language) : '',
      extra: hasGroups ? (group ?? '') : hasTracks ? (codes.get(trackId ?? '') ?? '') : '',
    })),
    walkIn: t('onPaper.walkIn'),
    walkIns: WALK_INS,
    foot: t('onPaper.foot', { code }),
    pageOf: pageWords(t),
    present: t('onPaper.presentOf', { count: people.length }),
  }
}
