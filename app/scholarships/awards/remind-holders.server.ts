import { type Kysely, sql } from 'kysely'
import { tellHolder, type AwardTemplate } from './tell-holder.server.ts'
import { OPEN_VISA_STATES, RECEIPTS_WITHIN_DAYS } from '#app/mail/award-asks.ts'
import { addDays, type Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

/** So many in one run; the rest has its turn in the next. */
const AT_ONCE = 200

/** Days before an event on which its holders are asked about their visas. */
const VISA_DAYS = [45, 30, 14] as const

/** Days after an event on which receipts are asked for. */
const RECEIPT_DAYS = [7, 21] as const

/** So many days before a report is due its holder is reminded. */
const REPORT_DAYS = 5

/**
 * Asks the holders of awards for what is due: how the visa stands, receipts, the report; each stage once, the latest
 * one only. Returns how many were reminded.
 */
export async function remindHolders(db: Kysely<Database>, { now }: { now: Instant }): Promise<{ reminded: number }> {
  let reminded = 0
  for (const due of [await visaChecks(db, now), await receiptsDue(db, now), await reportsDue(db, now)])
    for (const { awardId, template, occasion } of due) {
      const told = await transact(db, async (db) => {
        if (template === 'award-report-due')
          await db.updateTable('awards').set({ remindedAt: now }).where('id', '=', awardId).execute()
        await tellHolder(db, { template, awardId, occasion, now })
      })
      if (told.ok) reminded++
    }
  return { reminded }
}

interface Due {
  awardId: string
  template: AwardTemplate
  occasion: string
}

/** Awards that stand, at events that will be or were held, which have not heard of this occasion. */
function standing(db: Kysely<Database>, template: AwardTemplate, occasion: string) {
  return db
    .selectFrom('awards')
    .innerJoin('events', 'events.id', 'awards.eventId')
    .select('awards.id as awardId')
    .where('awards.state', '=', 'accepted')
    .where('events.status', '=', 'published')
    .where('events.postponedAt', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('messages')
            .select('messages.id')
            .whereRef('messages.subjectId', '=', 'awards.id')
            .where('messages.template', '=', template)
            .where('messages.occasion', '=', occasion),
        ),
      ),
    )
    .orderBy('awards.id')
    .limit(AT_ONCE)
}

async function visaChecks(db: Kysely<Database>, now: Instant): Promise<Due[]> {
  const template = 'award-visa-check'
  const found: Due[] = []
  for (const [at, days] of VISA_DAYS.entries()) {
    const occasion = String(days)
    const next = VISA_DAYS[at + 1] ?? 0
    const rows = await standing(db, template, occasion)
      .where('awards.visa', 'in', [...OPEN_VISA_STATES])
      .where('events.startsAt', '<=', inDays(now, days))
      .where('events.startsAt', '>', inDays(now, next))
      .execute()
    found.push(...rows.map(({ awardId }) => ({ awardId, template, occasion }) as const))
  }
  return found
}

async function receiptsDue(db: Kysely<Database>, now: Instant): Promise<Due[]> {
  const template = 'award-receipts-due'
  const found: Due[] = []
  for (const [at, days] of RECEIPT_DAYS.entries()) {
    const occasion = String(days)
    const next = RECEIPT_DAYS[at + 1] ?? RECEIPTS_WITHIN_DAYS
    const rows = await standing(db, template, occasion)
      .where('awards.attended', '<>', 'no')
      .where('events.endsAt', '<=', inDays(now, -days))
      .where('events.endsAt', '>', inDays(now, -next))
      .where(({ exists, selectFrom }) =>
        exists(
          selectFrom('awardComponents as component')
            .select('component.id')
            .whereRef('component.awardId', '=', 'awards.id')
            .where('component.state', '=', 'accepted')
            .where('component.payout', '=', 'reimbursed')
            .where(
              sql<boolean>`not exists (select 1 from payouts where payouts.component_id = component.id and payouts.state <> 'refused')`,
            ),
        ),
      )
      .execute()
    found.push(...rows.map(({ awardId }) => ({ awardId, template, occasion }) as const))
  }
  return found
}

async function reportsDue(db: Kysely<Database>, now: Instant): Promise<Due[]> {
  const template = 'award-report-due'
  const rows = await standing(db, template, 'due')
    .where('awards.reportedAt', 'is', null)
    .where('awards.attended', '<>', 'no')
    .where('awards.reportDueOn', '<=', addDays(now.slice(0, 10), REPORT_DAYS))
    .where('events.endsAt', '<=', now)
    .execute()
  return rows.map(({ awardId }) => ({ awardId, template, occasion: 'due' }))
}

function inDays(now: Instant, days: number): Instant {
  return addDays(now.slice(0, 10), days) + now.slice(10)
}
