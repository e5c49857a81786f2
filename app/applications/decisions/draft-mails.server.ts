import type { Kysely } from 'kysely'
import { DRAFTS_PAGE } from './decision.ts'
import { answerTime } from '../offers/answer-time.ts'
import { offerFigures } from '../offers/offer-figures.server.ts'
import { readOffering } from '../offers/offering.server.ts'
import { compose } from '#app/mail/compose.server.ts'
import type { MailSite } from '#app/mail/mail-site.ts'
import { withoutKeys } from '#app/mail/without-keys.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database, DecisionKind } from '#db/schema.ts'

const TEMPLATES: Record<DecisionKind, string> = {
  accept: 'admission-offer',
  reserve: 'admission-reserve',
  decline: 'admission-declined',
}

/** A mail as it will be sent; its text only: the HTML says the same. */
export interface DraftMail {
  applicationId: string
  kind: DecisionKind
  name: string
  language: string
  subject: string
  text: string
}

/**
 * One page of the mails that a release would send, written by what writes them then, in each reader's language: those
 * of the accepted first. The keys in their links are left out: they are their readers' own.
 */
export async function draftMails(
  db: Kysely<Database>,
  site: Pick<MailSite, 'baseUrl'>,
  { callId, page, now }: { callId: string; page: number; now: Instant },
): Promise<{ mails: DraftMail[]; count: number }> {
  const offering = (await readOffering(db, callId))!
  const unreleased = db
    .selectFrom('decisions')
    .innerJoin('applications', 'applications.id', 'decisions.applicationId')
    .innerJoin('people', 'people.id', 'applications.personId')
    .where('decisions.callId', '=', callId)
    .where('decisions.releaseId', 'is', null)
    .where('applications.state', '=', 'submitted')
  const { count } = await unreleased.select(({ fn }) => fn.countAll<number>().as('count')).executeTakeFirstOrThrow()
  const rows = await unreleased
    .select(['decisions.applicationId', 'decisions.kind', 'decisions.choiceId', 'decisions.packageId'])
    .select(['applications.language', 'applications.eventId', 'people.fullName', 'people.email'])
    .orderBy('decisions.kind')
    .orderBy('applications.number')
    .limit(DRAFTS_PAGE)
    .offset((page - 1) * DRAFTS_PAGE)
    .execute()
  const figures = await offerFigures(db, { offering, wanted: rows, now })
  const untilAt = answerTime(offering, offering, now)?.untilAt ?? offering.startsAt
  const mails: DraftMail[] = []
  for (const { applicationId, kind, language, eventId, fullName, email } of rows) {
    const props = JSON.stringify({ untilAt, ...figures.get(applicationId), isDraft: 1 })
    const message = draftOf({ applicationId, kind, language, eventId, fullName, email, props, now })
    const written = await compose(db, withoutKeys(site), message, now)
    if ('withdrawn' in written) continue
    const { subject, text } = written.mail
    mails.push({ applicationId, kind, name: fullName, language, subject, text })
  }
  return { mails, count: Number(count) }
}

interface Draft {
  applicationId: string
  kind: DecisionKind
  language: string
  eventId: string
  fullName: string
  email: string | null
  props: string
  now: Instant
}

function draftOf({ applicationId, kind, language, eventId, fullName, email, props, now }: Draft) {
  return {
    id: applicationId,
    template: TEMPLATES[kind],
    subjectId: applicationId,
    recipientKey: '',
    occasion: '',
    recipientEmail: email ?? '',
    recipientName: fullName,
    language,
    eventId,
    props,
    state: 'waiting' as const,
    attempts: 0,
    dueAt: now,
    leasedUntil: null,
    sentAt: null,
    lastError: null,
    createdAt: now,
  }
}
