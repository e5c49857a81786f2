import { type SessionChange, sessionOf } from './diff.ts'
import type { SnapshotPerson, SnapshotSession } from './snapshot.ts'
import type { Language } from '#app/locales/languages.ts'
import { type Key, type Translate, translator } from '#app/locales/translate.ts'
import { formatDay, languageName } from '#app/values/dates.ts'
import { offsetName } from '#app/values/moment.ts'

/** A sentence that still has to be written: each writer keeps the values apart from the words in its own way. */
export interface Sentence {
  key: Key
  values: Record<string, string>
}

/** What became of one session, in sentences; its title stands above them. */
export function changeWords(change: SessionChange, zone: string, language: Language): Sentence[] {
  const t = translator(language)
  const placed = (session: SnapshotSession, hasRoom: boolean) => whenOf(session, zone, { t, language, hasRoom })
  if (change.is !== 'changed')
    return [{ key: `release.change.${change.is}`, values: { when: placed(sessionOf(change), true) } }]
  const { before, after, fields } = change
  const has = (field: (typeof fields)[number]) => fields.includes(field)
  const none = t('release.change.none')
  const pair = (key: Key, from: string | null, to: string | null): Sentence => ({
    key,
    values: { from: from || none, to: to || none },
  })
  const spoken = (code: string | null) => code && languageName(code, language)
  const list = (codes: string) =>
    codes
      .split(',')
      .filter(Boolean)
      .map((code) => languageName(code, language))
      .join(t('common.listSeparator'))
  return [
    ...(has('title') ? [pair('release.change.title', before.title, after.title)] : []),
    ...(has('time') ? [pair('release.change.moved', placed(before, has('room')), placed(after, has('room')))] : []),
    ...(has('room') && !has('time') ? [pair('release.change.room', before.room, after.room)] : []),
    ...(has('track') ? [pair('release.change.track', before.track, after.track)] : []),
    ...(has('people') ? [pair('release.change.people', named(before.people, t), named(after.people, t))] : []),
    ...(has('language') ? [pair('release.change.language', spoken(before.language), spoken(after.language))] : []),
    ...(has('interpretation')
      ? [pair('release.change.interpretation', list(before.interpretation), list(after.interpretation))]
      : []),
    ...(has('stream')
      ? [{ key: `release.change.${after.isStreamed ? 'streamed' : 'unstreamed'}` as const, values: {} }]
      : []),
    ...(has('kind') || has('code') || has('abstract') ? [{ key: 'release.change.text' as const, values: {} }] : []),
  ]
}

/** `Tuesday 22 June, 09:00–10:30 (UTC+2), Hall B`. */
function whenOf(
  session: SnapshotSession,
  zone: string,
  { t, language, hasRoom }: { t: Translate; language: Language; hasRoom: boolean },
): string {
  const day = formatDay(session.heldOn, language, { weekday: true, year: false })
  const time = t('common.dayAndTime', { day, time: `${session.startsTime}–${session.endsTime}` })
  const when = t('common.inZone', { time, offset: offsetName(session.startsAt, zone) })
  return hasRoom && session.room ? [when, session.room].join(t('common.listSeparator')) : when
}

function named(people: SnapshotPerson[], t: Translate): string {
  return people
    .map(({ fullName, role }) =>
      role === 'speaker'
        ? fullName
        : t('release.inRole', { name: fullName, role: t(`event.people.roles.${role as 'chair'}`) }),
    )
    .join(t('common.listSeparator'))
}
