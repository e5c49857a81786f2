import type { Kysely } from 'kysely'
import { aMailer, portsOf } from './a-mailer.ts'
import { createOutboxFolder } from '#app/adapters/outbox-folder.ts'
import type { Details } from '#app/events/details-form.ts'
import { deliverDue } from '#app/mail/deliver-due.server.ts'
import type { OutgoingMail } from '#app/mail/mailer.ts'
import { saveDetails } from '#app/registrations/telling/save-details.server.ts'
import type { Services } from '#app/services.server.ts'
import { addMinutes, type Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'
import { NOW } from '#tests/support/app.ts'
import { typedDetails } from '#tests/support/typed-details.ts'

const actor = { kind: 'account', id: 'an-account' } as const

/** Sends all that is due and returns it, in the order of its sending. */
export async function sendAll(services: Services, now: Instant = NOW): Promise<OutgoingMail[]> {
  const { mailer, delivered } = aMailer()
  const ports = portsOf(services, mailer)
  await deliverDue(services.db, ports, { now, limit: 200 })
  if (ports.faults.length > 0) throw ports.faults[0]
  return delivered
}

/** The bytes of a mail as they go out, one character each. */
export async function bytesOf(mail: OutgoingMail, folder: string): Promise<string> {
  const outbox = createOutboxFolder(folder, { now: () => NOW })
  const written = await outbox.deliver(mail, AbortSignal.timeout(10_000))
  if (written.state !== 'sent') throw new Error(written.reason)
  return Buffer.from((await outbox.source(written.response))!).toString('latin1')
}

/** An organizer opens the details, changes some and saves them. */
export async function changeDetails(
  db: Kysely<Database>,
  eventId: string,
  {
    change,
    isTold = true,
    isProgrammeMoved = true,
    minutes = 1,
  }: { change: Partial<Details>; isTold?: boolean; isProgrammeMoved?: boolean; minutes?: number },
) {
  const form = await typedDetails(db, eventId, change)
  const saved = await saveDetails(db, { eventId, form, isTold, isProgrammeMoved, now: addMinutes(NOW, minutes), actor })
  if (!saved.ok) throw new Error(JSON.stringify(saved.refusals))
  return saved.value
}

/** The calendar of a mail, whichever way it comes. */
export function calendarOf(mail: OutgoingMail): string {
  const file = mail.attachments.find(({ filename }) => filename === 'event.ics')
  return mail.invitation?.content ?? String(file?.content ?? '')
}

export function property(calendar: string, name: string): string | undefined {
  return new RegExp(`^${name}(?:;[^:]*)?:(.*)$`, 'm').exec(calendar.replace(/\r\n[ \t]/g, '').replaceAll('\r', ''))?.[1]
}
