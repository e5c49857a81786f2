import type { ProgrammeSession, ProgrammeView } from './programme-view.ts'
import { directionOf, type Language } from '#app/locales/languages.ts'
import { type Translate, translator } from '#app/locales/translate.ts'
import { formatDay, languageName } from '#app/values/dates.ts'
import { offsetName, wallClock } from '#app/values/moment.ts'
import { cleanLine } from '#app/values/text.ts'
import { wrap } from '#emails/plain-text.ts'

const COLUMNS = 72

/** Under which the text of a session stands, beside its hours. */
const INDENT = 13

const RIGHT_TO_LEFT_MARK = '\u200F'

/** A programme as plain text: for a thin line, a pager, a printer. Lines of 72 columns, every time with its zone. */
export function programmeText(
  programme: Omit<ProgrammeView, 'sessions'>,
  sessions: ProgrammeSession[],
  { track, language, url }: { track: string | null; language: Language; url: string },
): string {
  const t = translator(language)
  const title = t('event.programme.pageTitle', { title: cleanLine(programme.title) })
  const { version, zone } = programme
  const days = [...Map.groupBy(sessions, ({ heldOn }) => heldOn)]
  const lines = [
    ...wrap(title, COLUMNS),
    '='.repeat(Math.min(COLUMNS, [...title].length)),
    '',
    ...(programme.isCancelled ? [...wrap(t('event.action.cancelled'), COLUMNS), ''] : []),
    ...(programme.isPostponed ? [...wrap(t('event.action.postponed'), COLUMNS), ''] : []),
    ...(track === null ? [] : [...wrap(`${t('programme.track')}${t('mail.colon')} ${track}`, COLUMNS), '']),
    ...(version
      ? [
          t('release.page.version', {
            number: version.number,
            day: formatDay(wallClock(version.releasedAt, zone).day, language),
          }),
        ]
      : []),
    t('release.text.current'),
    url,
    ...days.flatMap(([day, held]) => dayLines(day, held, programme, t, language)),
    ...(days.length === 0 ? ['', ...wrap(t('event.programme.emptyTitle'), COLUMNS)] : []),
  ]
  const isRightToLeft = directionOf(language) === 'rtl'
  const directed = (line: string) => (isRightToLeft && line !== '' && line !== url ? RIGHT_TO_LEFT_MARK + line : line)
  return `${lines.map((line) => directed(line.trimEnd())).join('\n')}\n`
}

function dayLines(
  day: string,
  sessions: ProgrammeSession[],
  { zone, tracks }: Pick<ProgrammeView, 'zone' | 'tracks'>,
  t: Translate,
  language: Language,
): string[] {
  const heading = t('common.inZone', {
    time: formatDay(day, language, { weekday: true }),
    offset: offsetName(sessions[0]!.startsAt, zone),
  })
  return [
    '',
    '',
    heading,
    '-'.repeat([...heading].length),
    ...sessions.flatMap((session) => ['', ...sessionLines(session, tracks, t, language)]),
  ]
}

function sessionLines(
  session: ProgrammeSession,
  tracks: ProgrammeView['tracks'],
  t: Translate,
  language: Language,
): string[] {
  const track = tracks.find(({ code }) => code === session.trackCode)
  const people = session.people.map(({ fullName, affiliation, role }) => {
    const named = [fullName, affiliation].filter(Boolean).join(t('common.listSeparator'))
    return role === 'speaker'
      ? named
      : t('release.inRole', { name: named, role: t(`event.people.roles.${role as 'chair'}`) })
  })
  const list = (codes: string[]) => codes.map((code) => languageName(code, language)).join(t('common.listSeparator'))
  const facts = [
    track && (track.title === track.code ? track.code : `${track.code} ${track.title}`),
    session.room,
    session.language && list([session.language]),
    session.interpretation.length > 0 && t('release.page.interpreted', { languages: list(session.interpretation) }),
    session.isStreamed && t('event.programme.live'),
  ].filter(Boolean)
  const paragraphs = [session.title, people.join('; '), facts.join(' · '), ...session.abstract.split('\n')]
  const body = paragraphs
    .map(cleanLine)
    .filter((text) => text !== '')
    .flatMap((text) => wrap(text, COLUMNS - INDENT))
  const hours = `${session.startsTime}–${session.endsTime}`
  return body.map((line, at) => (at === 0 ? hours : '').padEnd(INDENT) + line)
}
