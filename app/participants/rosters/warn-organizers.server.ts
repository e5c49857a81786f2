import type { Kysely } from 'kysely'
import { riskCounts } from './risk-counts.server.ts'
import { enqueueMessages } from '#app/mail/enqueue.server.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

interface Warned {
  event: { id: string; seriesId: string; language: string }
  freezeOn: string
  now: Instant
}

/** Tells the organizers of an event, else of its series, once for each day of freezing, what is at risk. */
export async function warnOrganizers(db: Kysely<Database>, { event, freezeOn, now }: Warned): Promise<void> {
  const organizers = await db
    .selectFrom('roles')
    .innerJoin('accounts', 'accounts.id', 'roles.accountId')
    .innerJoin('people', 'people.id', 'accounts.personId')
    .select(['roles.scope', 'accounts.email', 'people.fullName as name', 'people.language'])
    .where('roles.role', '=', 'organizer')
    .where('roles.scopeId', 'in', [event.id, event.seriesId])
    .where('accounts.isDisabled', '=', 0)
    .execute()
  if (organizers.length === 0) return
  const known = await db
    .selectFrom('messages')
    .select('id')
    .where('template', '=', 'roster-soon')
    .where('subjectId', '=', event.id)
    .where('occasion', '=', freezeOn)
    .executeTakeFirst()
  if (known) return
  const risks = await riskCounts(db, event.id, now)
  const ofEvent = organizers.filter(({ scope }) => scope === 'event')
  const messages = (ofEvent.length > 0 ? ofEvent : organizers).map(({ email, name, language }) => ({
    template: 'roster-soon' as const,
    subjectId: event.id,
    recipient: { email, name },
    language: language ?? event.language,
    occasion: freezeOn,
    eventId: event.id,
    props: { freezeOn, ...risks },
  }))
  await transact(db, (db) => enqueueMessages(db, messages, now))
}
