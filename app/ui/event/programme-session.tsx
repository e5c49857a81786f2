import { Fragment } from 'react'
import { foreign } from '../foreign.ts'
import { isolate } from '../isolate.ts'
import { usePage } from '../use-page.ts'
import { kindWord } from './kind-word.ts'
import { SessionFile } from './programme-calendars.tsx'
import { People } from './session-rows.tsx'
import type { ProgrammeSession, ProgrammeView } from '#app/programme/programme-view.ts'
import { languageName } from '#app/values/dates.ts'

/** A session of the public programme as a row of its day: when, what, who, where, in which languages. */
export function ProgrammeSessionRow({
  session,
  programme: { slug, tracks },
  hasFile,
}: {
  session: ProgrammeSession
  programme: Pick<ProgrammeView, 'slug' | 'tracks'>
  /** While it can be taken into a calendar. */
  hasFile: boolean
}) {
  const { t, language } = usePage()
  const track = tracks.find(({ code }) => code === session.trackCode)
  const words = session.language ? foreign(session.language, language) : { dir: 'auto' as const }
  const facts = [
    track && <bdi {...foreign(track.language, language)}>{nameOf(track)}</bdi>,
    session.room && <bdi>{session.room}</bdi>,
    session.kind !== 'other' && kindWord(session.kind, t),
    ...spokenIn(session, language, t),
    ...signUp(session, t),
    session.isStreamed && t('event.programme.live'),
  ].filter(Boolean)
  return (
    <tr id={`s${session.code ?? session.id}`}>
      <td className="nowrap">
        {session.startsTime}–{session.endsTime}
      </td>
      <td>
        <b {...words}>{session.title}</b>
        <People people={session.people} hasRoles />
        <br />
        <small className="row">
          <span>
            {facts.map((fact, at) => (
              <Fragment key={at}>
                {at > 0 && ' · '}
                {fact}
              </Fragment>
            ))}
          </span>
          {hasFile && <SessionFile slug={slug} session={session} />}
        </small>
        {session.abstract && (
          <>
            <br />
            <span {...words}>{session.abstract}</span>
          </>
        )}
        <Materials session={session} slug={slug} />
      </td>
    </tr>
  )
}

/** `T1 Network technology`; a track without a title has its code. */
function nameOf({ code, title }: { code: string; title: string }): string {
  return title === code ? code : `${code} ${title}`
}

type Words = ReturnType<typeof usePage>['t']

/** The language of a session where it is told, and those into which it is interpreted. */
function spokenIn({ language: spoken, interpretation }: ProgrammeSession, language: string, t: Words): string[] {
  const languages = interpretation.map((code) => inSentence(code, language)).join(t('common.listSeparator'))
  return [
    ...(spoken ? [t('release.page.language', { language: inSentence(spoken, language) })] : []),
    ...(languages === '' ? [] : [t('release.page.interpreted', { languages })]),
  ]
}

/** English writes the names of languages with a capital inside a sentence too. */
function inSentence(code: string, language: string): string {
  const name = languageName(code, language)
  return language === 'en' ? name : name.toLocaleLowerCase(language)
}

function signUp({ takesSignUps, capacity }: ProgrammeSession, t: Words): string[] {
  if (!takesSignUps) return []
  return [capacity === null ? t('release.page.signUp') : t('release.page.seats', { count: capacity })]
}

function Materials({ session: { id, title, materials }, slug }: { session: ProgrammeSession; slug: string }) {
  const { t, path } = usePage()
  if (materials.length === 0) return null
  return (
    <ul aria-label={t('release.page.materialOf', { title: t('release.page.materials'), session: isolate(title) })}>
      {materials.map((material) => (
        <li key={material.id}>
          <a href={material.url ?? path(`/events/${slug}/sessions/${id}/materials/${material.id}`)}>
            <bdi>{material.title}</bdi>
          </a>
        </li>
      ))}
    </ul>
  )
}
