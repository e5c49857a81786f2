import { Leaf } from '../leaf.tsx'
import { usePage } from '../use-page.ts'
import { foreign } from '../foreign.ts'
import type { EventView } from '#app/events/event-view.ts'
import { formatDays } from '#app/values/dates.ts'

const RELATIONS = ['parent', 'part', 'before', 'beside', 'after'] as const

export function hasHost(event: EventView): boolean {
  const { host, contactEmail, websiteUrl, related } = event
  return related.length > 0 || [host, contactEmail, websiteUrl].some((one) => one !== null)
}

/** Who invites, what else happens then, and whom to ask. */
export function Host({ event }: { event: EventView }) {
  const { t } = usePage()
  const { host } = event
  const title = host ? (host.kind === 'chapter' ? 'event.host.chapter' : 'event.host.other') : 'event.host.none'
  return (
    <Leaf id="host" title={t(title)}>
      {host && (
        <p>
          <b>{host.url ? <a href={host.url}>{host.name}</a> : host.name}</b>
        </p>
      )}
      {RELATIONS.map((relation) => (
        <Related key={relation} event={event} relation={relation} />
      ))}
      {event.contactEmail && (
        <p>
          {t('event.host.questions')} <a href={`mailto:${event.contactEmail}`}>{event.contactEmail}</a>
        </p>
      )}
      {event.websiteUrl && (
        <p>
          {t('event.host.website')} <a href={event.websiteUrl}>{new URL(event.websiteUrl).hostname}</a>
        </p>
      )}
    </Leaf>
  )
}

function Related({ event, relation }: { event: EventView; relation: (typeof RELATIONS)[number] }) {
  const page = usePage()
  const related = event.related.filter((one) => one.relation === relation)
  if (related.length === 0) return null
  return (
    <p>
      {page.t(`event.host.relations.${relation}`)}{' '}
      {related.map(({ slug, title, titleLanguage, startsOn, endsOn }, at) => (
        <span key={slug}>
          {at > 0 && '; '}
          <a href={page.path(`/events/${slug}`)}>
            <bdi {...foreign(titleLanguage, page.language)}>{title}</bdi>
          </a>
          {page.t('common.listSeparator')}
          {formatDays(startsOn, endsOn, page.language)}
        </span>
      ))}
    </p>
  )
}
