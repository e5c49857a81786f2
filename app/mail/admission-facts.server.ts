import type { Kysely } from 'kysely'
import { addressOf, type MailSite } from './mail-site.ts'
import { inLanguage } from '#app/values/in-language.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'
import type { MailAdmission, MailComponent } from '#emails/admission-parts.ts'

/** What the mails of decisions and offers tell of an application. */
export interface AdmissionFacts {
  admission: MailAdmission
  eventId: string
  state: string
  callStatus: string
  noOffersAfterAt: Instant | null
  decision: { kind: string; place: number | null; reason: string } | null
  offer: { state: string; untilAt: Instant; reason: string; orderId: string | null } | null
  /** Of the award that is offered, or of the package that is decided upon. */
  components: MailComponent[]
  /** What an accepted offer led to; `url` with its key. */
  order: { id: string; currency: string | null; url: string } | null
}

interface Wanted {
  applicationId: string
  /** The offer that a mail is about; any other text: the one that is open, or none. */
  occasion: string
  language: string
}

/** Null when there is no such application, or its person is erased. */
export async function admissionFacts(
  db: Kysely<Database>,
  site: MailSite,
  { applicationId, occasion, language }: Wanted,
): Promise<AdmissionFacts | null> {
  const row = await db
    .selectFrom('applications')
    .innerJoin('calls', 'calls.id', 'applications.callId')
    .innerJoin('people', 'people.id', 'applications.personId')
    .leftJoin('decisions', 'decisions.applicationId', 'applications.id')
    .select(['applications.id', 'applications.code', 'applications.keyVersion', 'applications.state'])
    .select(['applications.callId', 'applications.eventId', 'calls.slug', 'calls.noOffersAfterAt', 'people.fullName'])
    .select('calls.status as callStatus')
    .select(['decisions.kind', 'decisions.place', 'decisions.reason', 'decisions.choiceId', 'decisions.packageId'])
    .where('applications.id', '=', applicationId)
    .executeTakeFirst()
  if (!row) return null
  const offer = await offerFor(db, applicationId, occasion)
  const choiceId = offer ? offer.choiceId : row.choiceId
  const choice = choiceId === null ? null : await choiceName(db, choiceId, language)
  const texts = await db
    .selectFrom('callTexts')
    .select(['language', 'title'])
    .where('callId', '=', row.callId)
    .execute()
  const query = new URLSearchParams({ key: site.applicationKey(row) })
  const { code, fullName: name, kind, place, reason } = row
  return {
    admission: {
      code,
      name,
      call: inLanguage(texts, language)?.title ?? row.slug,
      choice,
      url: addressOf(site, language, `/applications/${code}?${query}`),
      offerUrl: addressOf(site, language, `/applications/${code}/offer?${query}`),
    },
    eventId: offer?.eventId ?? row.eventId,
    state: row.state,
    callStatus: row.callStatus,
    noOffersAfterAt: row.noOffersAfterAt,
    decision: kind === null ? null : { kind, place, reason: reason ?? '' },
    offer,
    components: offer ? await componentsOfAward(db, offer.awardId) : await componentsOfPackage(db, row.packageId),
    order: offer?.orderId ? await orderOf(db, site, offer.orderId, language) : null,
  }
}

async function offerFor(db: Kysely<Database>, applicationId: string, occasion: string) {
  const own = db
    .selectFrom('callOffers')
    .select(['state', 'untilAt', 'reason', 'orderId', 'choiceId', 'awardId', 'eventId'])
    .where('applicationId', '=', applicationId)
  const named = await own.where('id', '=', occasion).executeTakeFirst()
  return named ?? (await own.where('activeKey', '=', applicationId).executeTakeFirst()) ?? null
}

async function choiceName(db: Kysely<Database>, choiceId: string, language: string): Promise<string> {
  const texts = await db
    .selectFrom('callChoices')
    .leftJoin('callChoiceTexts as text', 'text.choiceId', 'callChoices.id')
    .select(['callChoices.code', 'text.language', 'text.name'])
    .where('callChoices.id', '=', choiceId)
    .execute()
  const named = texts.flatMap(({ language, name }) => (language && name ? [{ language, name }] : []))
  return inLanguage(named, language)?.name ?? texts[0]?.code ?? ''
}

async function componentsOfAward(db: Kysely<Database>, awardId: string | null): Promise<MailComponent[]> {
  if (awardId === null) return []
  return await db
    .selectFrom('awardComponents as component')
    .innerJoin('awards', 'awards.id', 'component.awardId')
    .select(['component.kind', 'component.payout', 'component.amountMinor', 'component.isCap', 'awards.currency'])
    .where('awards.id', '=', awardId)
    .orderBy('component.position')
    .execute()
}

async function componentsOfPackage(db: Kysely<Database>, packageId: string | null): Promise<MailComponent[]> {
  if (packageId === null) return []
  return await db
    .selectFrom('awardPackageComponents as component')
    .innerJoin('awardPackages', 'awardPackages.id', 'component.packageId')
    .select(['component.kind', 'component.payout', 'component.amountMinor', 'component.isCap'])
    .select('awardPackages.currency')
    .where('component.packageId', '=', packageId)
    .orderBy('component.position')
    .execute()
}

async function orderOf(db: Kysely<Database>, site: MailSite, orderId: string, language: string) {
  const { id, code, keyVersion, currency } = await db
    .selectFrom('orders')
    .select(['id', 'code', 'keyVersion', 'currency'])
    .where('id', '=', orderId)
    .executeTakeFirstOrThrow()
  const query = new URLSearchParams({ key: site.orderKey({ id, keyVersion }) })
  return { id, currency, url: addressOf(site, language, `/orders/${code}?${query}`) }
}
