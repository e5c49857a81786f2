import { useDesk } from './desk.ts'
import type { ShownConflict } from '#app/programme/conflicts/programme-desk.server.ts'
import { isolate } from '#app/ui/isolate.ts'
import { Note } from '#app/ui/note.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { formatDay } from '#app/values/dates.ts'

/** What does not go together, in words, each with the way to the sessions that it is about. */
export function ProgrammeConflicts({ conflicts, count }: { conflicts: ShownConflict[]; count: number }) {
  const { slug, rights } = useDesk()
  const { t, language, path } = usePage()
  if (count === 0) return null
  const mayEdit = rights.includes('programme')
  return (
    <Note is="warn">
      <h2>{t('session.conflicts.title', { count })}</h2>
      <p>{t('session.conflicts.lead')}</p>
      <ul>
        {conflicts.map(({ is, values, sessions }, at) => {
          const { heldOn, startsTime } = sessions.at(-1)!
          return (
            <li key={at}>
              {formatDay(heldOn, language, { weekday: true, year: false })}, {startsTime}:{' '}
              <b>{t(`session.conflicts.${is}`, { ...values, ...(values.what && { what: isolate(values.what) }) })}</b>
              {sessions.map(({ id, title }, place) => (
                <span key={id}>
                  {place === 0 ? ' · ' : t('common.listSeparator')}
                  {mayEdit ? (
                    <a href={path(`/organize/${slug}/programme/sessions/${id}`)}>
                      <bdi>{title}</bdi>
                    </a>
                  ) : (
                    <bdi>{title}</bdi>
                  )}
                </span>
              ))}
            </li>
          )
        })}
      </ul>
      {count > conflicts.length && <p>{t('session.conflicts.more', { count: count - conflicts.length })}</p>}
    </Note>
  )
}
