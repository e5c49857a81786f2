import type { ProgrammeView } from '#app/programme/programme-view.ts'
import { ProgrammeSessionRow } from '#app/ui/event/programme-session.tsx'
import { Leaf } from '#app/ui/leaf.tsx'
import { seriesOf } from '#app/ui/series-mark.ts'
import { usePage } from '#app/ui/use-page.ts'
import { formatDay } from '#app/values/dates.ts'

/** The programme of a draft as its page will show it, under the page of the event. */
export function PreviewProgramme({ programme }: { programme: ProgrammeView }) {
  const { t, language } = usePage()
  if (programme.sessions.length === 0) return null
  const days = [...Map.groupBy(programme.sessions, ({ heldOn }) => heldOn)]
  return (
    <section className="main" data-series={seriesOf(programme.mark)} aria-labelledby="preview-programme">
      <h2 id="preview-programme">{t('event.programme.title')}</h2>
      {days.map(([day, sessions]) => (
        <Leaf key={day} id={`d${day}`} title={formatDay(day, language, { weekday: true, year: false })}>
          <table className="when">
            <thead className="vh">
              <tr>
                <th scope="col">{t('event.programme.time')}</th>
                <th scope="col">{t('event.programme.session')}</th>
              </tr>
            </thead>
            <tbody>
              {sessions.map((session) => (
                <ProgrammeSessionRow key={session.id} session={session} programme={programme} hasFile={false} />
              ))}
            </tbody>
          </table>
        </Leaf>
      ))}
    </section>
  )
}
