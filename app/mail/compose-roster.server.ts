import { type Kysely, sql } from 'kysely'
import type { Composer } from './composer.server.ts'
import { mailEvent } from './mail-event.server.ts'
import { addressOf } from './mail-site.ts'
import { inLanguage } from '#app/values/in-language.ts'
import { type Instant, instantOf } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'
import { rosterChanged } from '#emails/roster-changed.ts'
import { rosterFrozen } from '#emails/roster-frozen.ts'
import { type RosterRisks, rosterSoon } from '#emails/roster-soon.ts'

/** To who teaches: how many are on the frozen list of their tracks, or how many came and left since the last mail. */
export const composeRoster: Composer = async (db, site, message, now) => {
  const { template, subjectId, language } = message
  const event = await mailEvent(db, site, subjectId, language)
  const roster = await db
    .selectFrom('rosters')
    .innerJoin('events', 'events.id', 'rosters.eventId')
    .select(['rosters.frozenAt', 'events.endsAt'])
    .where('rosters.eventId', '=', subjectId)
    .executeTakeFirst()
  if (!event || !roster) return { withdrawn: 'gone' }
  const { frozenAt, endsAt } = roster
  if (frozenAt === null || endsAt <= now || event.status !== 'published') return { withdrawn: 'outdated' }
  const given = (JSON.parse(message.props) as { trackIds: string }).trackIds
  const trackIds = given === 'all' ? given : given.split(',')
  const common = { language, event, recipientName: message.recipientName || message.recipientEmail }
  const base = `/teach/${event.slug}`
  if (template === 'roster-frozen') {
    if (message.occasion !== frozenAt) return { withdrawn: 'outdated' }
    const tracks = await frozenTracks(db, { eventId: event.id, frozenAt, trackIds, language })
    const url = addressOf(site, language, `${base}/participants`)
    return { letter: rosterFrozen({ ...common, frozenAt, tracks, url }), replyTo: event.contactEmail }
  }
  const last = await db
    .selectFrom('messages')
    .select((row) => row.fn.max('sentAt').as('at'))
    .where('template', '=', template)
    .where('subjectId', '=', subjectId)
    .where('recipientKey', '=', message.recipientKey)
    .where('id', '<>', message.id)
    .executeTakeFirst()
  const since = last?.at && last.at > frozenAt ? last.at : frozenAt
  const counts = await countSince(db, { eventId: event.id, since, trackIds })
  if (counts.came + counts.left + counts.moved === 0) return { withdrawn: 'outdated' }
  const url = addressOf(site, language, `${base}/changes`)
  return { letter: rosterChanged({ ...common, ...counts, url }), replyTo: event.contactEmail }
}

interface Asked {
  eventId: string
  trackIds: string[] | 'all'
}

/** Each track with the number of those who were on its list; without a name: those of no track. */
async function frozenTracks(
  db: Kysely<Database>,
  { eventId, frozenAt, trackIds, language }: Asked & { frozenAt: Instant; language: string },
) {
  const counts = await db
    .selectFrom('rosterEntries')
    .select((row) => ['trackId', row.fn.countAll<number | string>().as('count')])
    .where('eventId', '=', eventId)
    .where('kind', '=', 'frozen')
    .where('at', '=', frozenAt)
    .groupBy('trackId')
    .execute()
  const texts = await db
    .selectFrom('tracks')
    .leftJoin('trackTexts as text', 'text.trackId', 'tracks.id')
    .select(['tracks.id', 'tracks.code', sql<string>`coalesce(text.language, '')`.as('language'), 'text.title'])
    .where('tracks.eventId', '=', eventId)
    .$if(trackIds !== 'all', (query) => query.where('tracks.id', 'in', trackIds as string[]))
    .orderBy('tracks.position')
    .orderBy('tracks.id')
    .execute()
  const countOf = (id: string) => Number(counts.find(({ trackId }) => trackId === id)?.count ?? 0)
  const tracks = [...Map.groupBy(texts, ({ id }) => id)].map(([id, own]) => {
    const text = inLanguage(own, language)!
    return { name: text.title ?? text.code, count: countOf(id) }
  })
  const rest = countOf('')
  return trackIds === 'all' && (rest > 0 || tracks.length === 0) ? [...tracks, { name: '', count: rest }] : tracks
}

/** As `changeForReader` reads them: a move to a track of others is leaving. */
async function countSince(db: Kysely<Database>, { eventId, since, trackIds }: Asked & { since: Instant }) {
  const groups = await db
    .selectFrom('rosterEntries')
    .select((row) => ['kind', 'trackId', 'fromTrackId', row.fn.countAll<number | string>().as('count')])
    .where('eventId', '=', eventId)
    .where('at', '>', since)
    .where('kind', '<>', 'frozen')
    .groupBy(['kind', 'trackId', 'fromTrackId'])
    .execute()
  const isMine = (id: string) => trackIds === 'all' || trackIds.includes(id)
  const counts = { came: 0, left: 0, moved: 0 }
  for (const { kind, trackId, fromTrackId, count } of groups) {
    const [to, from] = [isMine(trackId), kind === 'moved' && isMine(fromTrackId)]
    if (kind === 'left' ? to : from && !to) counts.left += Number(count)
    else if (kind === 'moved' && from && to) counts.moved += Number(count)
    else if (to) counts.came += Number(count)
  }
  return counts
}

/** To organizers, two days before: what the list still lacks. Not sent once it is frozen, or for another day. */
export const composeRosterSoon: Composer = async (db, site, { subjectId, language, props, ...message }, now) => {
  const event = await mailEvent(db, site, subjectId, language)
  if (!event) return { withdrawn: 'gone' }
  const { freezeOn, ...risks } = JSON.parse(props) as RosterRisks & { freezeOn: string }
  const roster = await db
    .selectFrom('rosters')
    .select(['frozenAt', 'freezeOn'])
    .where('eventId', '=', subjectId)
    .executeTakeFirst()
  const at = instantOf(freezeOn, '00:00', event.zone)
  const isOther = roster && roster.freezeOn !== '' && roster.freezeOn !== freezeOn
  if (event.status !== 'published' || event.isPostponed || roster?.frozenAt || isOther || at <= now)
    return { withdrawn: 'outdated' }
  const recipientName = message.recipientName || message.recipientEmail
  const url = addressOf(site, language, `/organize/${event.slug}/roster`)
  return { letter: rosterSoon({ language, event, recipientName, at, ...risks, url }) }
}
