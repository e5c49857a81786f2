import type { Kysely } from 'kysely'
import { OPEN_VISA_STATES, RECEIPTS_WITHIN_DAYS } from './award-asks.ts'
import type { Composer } from './composer.server.ts'
import { mailEvent } from './mail-event.server.ts'
import { addressOf } from './mail-site.ts'
import { addDays } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'
import { awardNews, type AwardNews } from '#emails/award-news.ts'

const NEWS = {
  'award-visa-check': 'visaCheck',
  'award-receipts-due': 'receiptsDue',
  'award-reimbursed': 'reimbursed',
  'award-receipt-refused': 'receiptRefused',
  'award-report-due': 'reportDue',
} as const satisfies Record<string, AwardNews>

/** Where the holder does what a mail asks. */
const PAGES: Record<AwardNews, string> = {
  visaCheck: '',
  receiptsDue: '/receipts',
  reimbursed: '',
  receiptRefused: '/receipts',
  reportDue: '/report',
}

/** The mails to the holder of an award; what is settled by now is not asked for. */
export const composeAward: Composer = async (db, site, { template, subjectId, language, occasion }) => {
  const award = await loadAward(db, subjectId)
  const event = award && (await mailEvent(db, site, award.eventId, language))
  if (!award || !event) return { withdrawn: 'gone' }
  const news = NEWS[template as keyof typeof NEWS]
  const asks = news === 'visaCheck' || news === 'receiptsDue' || news === 'reportDue'
  if (asks && (award.state !== 'accepted' || event.status === 'cancelled')) return { withdrawn: 'outdated' }
  const isVisaOpen = (OPEN_VISA_STATES as readonly string[]).includes(award.visa)
  if (news === 'visaCheck' && !isVisaOpen) return { withdrawn: 'outdated' }
  if (news === 'reportDue' && award.reportedAt !== null) return { withdrawn: 'outdated' }
  const payout = asks ? undefined : await loadPayout(db, occasion)
  if (!asks && !payout) return { withdrawn: 'gone' }
  const query = new URLSearchParams({
    key: site.applicationKey({ id: award.applicationId, keyVersion: award.keyVersion }),
  })
  const receiptsDueOn = addDays(event.endsOn, RECEIPTS_WITHIN_DAYS)
  const letter = awardNews({
    language,
    event,
    news,
    name: award.fullName,
    dueOn: news === 'receiptsDue' ? receiptsDueOn : news === 'reportDue' ? award.reportDueOn : null,
    money: payout ? { amountMinor: payout.amountMinor, currency: payout.currency } : null,
    reference: payout?.reference ?? '',
    reason: payout?.reason ?? '',
    url: addressOf(site, language, `/applications/${award.code}/award${PAGES[news]}?${query}`),
  })
  return { letter, replyTo: event.contactEmail }
}

async function loadAward(db: Kysely<Database>, id: string) {
  return await db
    .selectFrom('awards')
    .innerJoin('applications', 'applications.id', 'awards.applicationId')
    .innerJoin('people', 'people.id', 'applications.personId')
    .select(['awards.eventId', 'awards.state', 'awards.visa', 'awards.reportDueOn', 'awards.reportedAt'])
    .select(['awards.applicationId', 'applications.code', 'applications.keyVersion', 'people.fullName'])
    .where('awards.id', '=', id)
    .executeTakeFirst()
}

async function loadPayout(db: Kysely<Database>, id: string) {
  return await db
    .selectFrom('payouts')
    .select(['amountMinor', 'currency', 'reference', 'reason'])
    .where('id', '=', id)
    .executeTakeFirst()
}
