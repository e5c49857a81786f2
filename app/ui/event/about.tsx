import { Leaf } from '../leaf.tsx'
import { Markdown } from '../markdown.tsx'
import { usePage } from '../use-page.ts'
import { foreign } from '../foreign.ts'
import type { EventView } from '#app/events/event-view.ts'
import { languageName } from '#app/values/dates.ts'

/** The organizers' own words, and the facts that people choose by. */
export function About({ event }: { event: EventView }) {
  const page = usePage()
  const { t, language, path } = page
  const separator = t('common.listSeparator')
  return (
    <Leaf id="about" title={t('event.about.title')}>
      {event.text.description && (
        <div {...foreign(event.text.language, page.language)}>
          <Markdown text={event.text.description} />
        </div>
      )}
      <dl>
        {event.languages.length > 0 && (
          <>
            <dt>{t('event.about.languages')}</dt>
            <dd>{event.languages.map((code) => languageName(code, language)).join(separator)}</dd>
          </>
        )}
        <dt>{t('event.about.format')}</dt>
        <dd>{t(`event.about.formats.${event.format}`)}</dd>
        {event.level && (
          <>
            <dt>{t('event.about.level')}</dt>
            <dd>{t(`event.about.levels.${event.level}`)}</dd>
          </>
        )}
        {event.topics.length > 0 && (
          <>
            <dt>{t('event.about.topics')}</dt>
            <dd>
              {event.topics.map(({ slug, name }, at) => (
                <span key={slug}>
                  {at > 0 && separator}
                  <a href={path(`/events?topic=${slug}`)}>{name}</a>
                </span>
              ))}
            </dd>
          </>
        )}
      </dl>
    </Leaf>
  )
}

export function Preparation({ event }: { event: EventView }) {
  const page = usePage()
  return (
    <Leaf id="who" title={page.t('event.preparation.title')}>
      <div {...foreign(event.text.language, page.language)}>
        <Markdown text={event.text.preparation} />
      </div>
    </Leaf>
  )
}
