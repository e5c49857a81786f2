import type { Kysely } from 'kysely'
import { changeCall, type CallChange, type CallRow } from './change-call.server.ts'
import type { CallDetails } from './call-details-form.ts'
import { saveCallText } from './call-texts.server.ts'
import { seenCall, type StoredText } from './editable-call.server.ts'
import { followCallDates } from './follow-call-dates.server.ts'
import { flag } from '#app/values/flag.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'

export type DetailsRefusal = 'stale' | 'call-slug-taken' | 'call-slug-public' | 'call-kind-applied' | 'call-open-dates'

/**
 * Saves texts, dates and ways of a call. Its address stays once people may have written it down, its kind once somebody
 * applies; what has opened keeps a beginning. Refused as `stale` where it was filled in over something else.
 */
export async function saveCallDetails(
  db: Kysely<Database>,
  { form, ...change }: CallChange & { form: CallDetails },
): Promise<Result<{ slug: string }, DetailsRefusal | 'gone' | 'busy'>> {
  return await changeCall<{ slug: string }, DetailsRefusal>(db, change, async (db, call) => {
    const text = await storedText(db, call.id, form.textLanguage)
    if (form.seen !== seenCall(call, text)) throw new Refused({ code: 'stale' as const })
    await refuseImpossible(db, call, form)
    const columns = columnsOf(form)
    await db.updateTable('calls').set(columns).where('id', '=', call.id).execute()
    const { title, summary, description, deciding, textLanguage: language } = form
    await saveCallText(db, 'callTexts', { callId: call.id, language, title, summary, description, deciding })
    if (call.status !== 'draft') await followCallDates(db, call.eventId, change.now)
    const before = Object.fromEntries(
      Object.keys(columns).map((name) => [name, call[name as keyof typeof columns] as unknown]),
    )
    return {
      value: { slug: form.slug },
      done: {
        action: 'call.details-changed',
        objectKind: 'call',
        objectId: call.id,
        before,
        after: { ...columns, title, textLanguage: language },
      },
    }
  })
}

async function storedText(db: Kysely<Database>, callId: string, language: string): Promise<StoredText | undefined> {
  return await db
    .selectFrom('callTexts')
    .select(['language', 'title', 'summary', 'description', 'deciding'])
    .where('callId', '=', callId)
    .where('language', '=', language)
    .executeTakeFirst()
}

async function refuseImpossible(db: Kysely<Database>, call: CallRow, form: CallDetails): Promise<void> {
  if (form.slug !== call.slug) {
    if (call.openedAt !== null) throw new Refused({ code: 'call-slug-public' as const, field: 'slug' })
    const other = await db
      .selectFrom('calls')
      .select('id')
      .where('eventId', '=', call.eventId)
      .where('slug', '=', form.slug)
      .executeTakeFirst()
    if (other) throw new Refused({ code: 'call-slug-taken' as const, field: 'slug' })
  }
  if (form.kind !== call.kind) {
    const applied = await db
      .selectFrom('applications')
      .select('id')
      .where('callId', '=', call.id)
      .limit(1)
      .executeTakeFirst()
    if (applied) throw new Refused({ code: 'call-kind-applied' as const, field: 'kind' })
  }
  if (call.status === 'open' && form.opensAt === null)
    throw new Refused({ code: 'call-open-dates' as const, field: 'opensAt' })
}

function columnsOf(form: CallDetails) {
  return {
    slug: form.slug,
    kind: form.kind,
    closesZone: form.closesZone,
    opensAt: form.opensAt,
    closesAt: form.closesAt,
    graceMinutes: form.graceMinutes,
    refereesUntilAt: form.refereesUntilAt,
    reviewUntilAt: form.reviewUntilAt,
    decideAt: form.decideAt,
    noOffersAfterAt: form.noOffersAfterAt,
    refereesWanted: form.refereesWanted,
    employerWanted: flag(form.isEmployerWanted),
    choicesMaximum: form.choicesMaximum,
    takesTeams: flag(form.takesTeams),
    isBlind: flag(form.isBlind),
    hidden: [...new Set(form.hidden)].join(','),
    reviewersEach: form.reviewersEach,
    thirdGap: form.thirdGap ?? null,
    offerHours: form.offerHours,
    promotion: form.promotion,
    visaDays: form.visaDays,
    reportDueOn: form.reportDueOn ?? null,
    numberPrefix: form.numberPrefix,
  }
}
