import type { Kysely } from 'kysely'
import type { Composer } from './composer.server.ts'
import { mailEvent } from './mail-event.server.ts'
import { addressOf } from './mail-site.ts'
import { addDays, type Instant, instantOf } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'
import { certificateNews, type CertificateNews } from '#emails/certificate.ts'

const NEWS = {
  'certificate-name': 'name',
  'certificate-issued': 'issued',
  'certificate-reissued': 'reissued',
  'certificate-revoked': 'revoked',
} as const satisfies Record<string, CertificateNews>

/** The days after the end in which names are corrected, where the rule says no other moment. */
const NAME_DAYS = 14

/** The mails to the bearer of a certificate; nobody is asked for a name that they have agreed to. */
export const composeCertificate: Composer = async (db, site, { template, subjectId, language }, now) => {
  const news = NEWS[template as keyof typeof NEWS]
  const certificate = news === 'name' ? null : await loadCertificate(db, subjectId)
  if (news !== 'name' && !certificate) return { withdrawn: 'gone' }
  const seat = await loadSeat(db, certificate?.registrationId ?? subjectId)
  const event = seat && (await mailEvent(db, site, seat.eventId, language))
  if (!seat || !event) return { withdrawn: 'gone' }
  if (certificate?.erasedAt) return { withdrawn: 'erased' }
  // Somebody else is on the seat by now: it is not theirs, and of whom it is there is no address any more.
  if (certificate && certificate.personId !== seat.personId) return { withdrawn: 'outdated' }
  const until = news === 'name' ? await nameUntil(db, seat.eventId, event) : null
  if (news === 'name' && (seat.confirmedAt !== null || seat.state !== 'confirmed' || now >= until!))
    return { withdrawn: 'outdated' }
  if ((news === 'issued' || news === 'reissued') && certificate!.state !== 'issued') return { withdrawn: 'outdated' }
  const content = certificate && (JSON.parse(certificate.content) as { name: string; latinName: string | null })
  const query = new URLSearchParams({ key: site.seatKey(seat) })
  const checkUrl = certificate ? addressOf(site, language, `/verify/${certificate.serial}`) : ''
  const survey = news === 'issued' ? await openSurvey(db, seat.id, seat.eventId, now) : null
  const letter = certificateNews({
    language,
    event,
    news,
    to: seat.fullName,
    name: content?.name ?? (seat.certificateName || seat.fullName),
    latinName: content ? (content.latinName ?? '') : (seat.latinName ?? ''),
    until,
    serial: certificate?.serial ?? '',
    checkUrl,
    reason: news === 'revoked' ? certificate!.reason : '',
    url: news === 'revoked' ? checkUrl : addressOf(site, language, `/registrations/${seat.code}/certificate?${query}`),
    feedbackUrl:
      survey === null ? null : addressOf(site, language, `/registrations/${seat.code}/surveys/${survey}?${query}`),
  })
  return { letter, replyTo: event.contactEmail }
}

async function loadCertificate(db: Kysely<Database>, id: string) {
  return await db
    .selectFrom('certificates')
    .select(['registrationId', 'personId', 'serial', 'state', 'content', 'reason', 'erasedAt'])
    .where('id', '=', id)
    .executeTakeFirst()
}

async function loadSeat(db: Kysely<Database>, id: string) {
  return await db
    .selectFrom('registrations')
    .innerJoin('people', 'people.id', 'registrations.personId')
    .innerJoin('orders', 'orders.id', 'registrations.orderId')
    .leftJoin('certificateNames as name', 'name.registrationId', 'registrations.id')
    .select(['registrations.id', 'registrations.eventId', 'registrations.code', 'registrations.personId'])
    .select(['registrations.state', 'orders.keyVersion', 'people.fullName', 'people.latinName'])
    .select(['people.certificateName', 'name.confirmedAt'])
    .where('registrations.id', '=', id)
    .executeTakeFirst()
}

async function nameUntil(
  db: Kysely<Database>,
  eventId: string,
  { endsOn, zone }: { endsOn: string; zone: string },
): Promise<Instant> {
  const rule = await db
    .selectFrom('certificateRules')
    .select('namesUntilAt')
    .where('eventId', '=', eventId)
    .executeTakeFirst()
  return rule?.namesUntilAt ?? instantOf(addDays(endsOn, NAME_DAYS), '24:00', zone)
}

/** The survey at the end that this person could still answer. */
async function openSurvey(db: Kysely<Database>, registrationId: string, eventId: string, now: Instant) {
  const rows = await db
    .selectFrom('surveys')
    .leftJoin('surveyTurnouts as turnout', (join) =>
      join.onRef('turnout.surveyId', '=', 'surveys.id').on('turnout.registrationId', '=', registrationId),
    )
    .innerJoin('registrations', (join) => join.on('registrations.id', '=', registrationId))
    .innerJoin('ticketTypes', 'ticketTypes.id', 'registrations.ticketTypeId')
    .select(['surveys.id', 'surveys.trackId', 'surveys.opensAt', 'surveys.closesAt'])
    .select(['registrations.trackId as ownTrackId', 'ticketTypes.trackId as typeTrackId'])
    .where('surveys.eventId', '=', eventId)
    .where('surveys.kind', '=', 'end')
    .where('surveys.status', '=', 'ready')
    .where('turnout.surveyId', 'is', null)
    .orderBy('surveys.position')
    .execute()
  const open = rows.find(
    ({ trackId, ownTrackId, typeTrackId, opensAt, closesAt }) =>
      (trackId === null || trackId === (ownTrackId ?? typeTrackId)) &&
      (opensAt === null || opensAt <= now) &&
      (closesAt === null || now < closesAt),
  )
  return open?.id ?? null
}
