import { foreign } from '../foreign.ts'
import { Markdown } from '../markdown.tsx'
import { usePage } from '../use-page.ts'
import type { EventView, TravelNoteView } from '#app/events/event-view.ts'
import { countryName } from '#app/values/dates.ts'

/** How many letters of notes the page has room for, so that it stays small enough for a thin line. */
const ROOM = 1200

/** What people of each country need to know: in place while it is short, on a page of its own else. */
export function TravelNotes({ event: { slug, travelNotes } }: { event: EventView }) {
  const { t, path } = usePage()
  if (travelNotes.length === 0) return null
  const length = travelNotes.reduce((sum, { note }) => sum + note.length + 100, 0)
  return (
    <>
      <h3>{t('author.travel.byCountry')}</h3>
      {length <= ROOM ? (
        <ByCountry notes={travelNotes} />
      ) : (
        <p>
          <a href={path(`/events/${slug}/travel`)}>{t('author.travel.all', { count: travelNotes.length })}</a>
        </p>
      )}
    </>
  )
}

/** Each country's note, closed until somebody of there opens it. */
export function ByCountry({ notes }: { notes: TravelNoteView[] }) {
  const { language } = usePage()
  const named = notes.map((note) => ({ ...note, name: countryName(note.country, language) }))
  return named
    .toSorted((one, other) => one.name.localeCompare(other.name, language))
    .map(({ country, name, note, language: own }) => (
      <details key={country} id={country}>
        <summary>{name}</summary>
        <div {...foreign(own, language)}>
          <Markdown text={note} />
        </div>
      </details>
    ))
}
