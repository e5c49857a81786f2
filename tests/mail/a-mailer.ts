import type { Kysely } from 'kysely'
import type { Delivery, Mailer, OutgoingMail } from '#app/mail/mailer.ts'
import type { MailPorts } from '#app/mail/deliver-due.server.ts'
import { enqueueMessages, type NewMessage } from '#app/mail/enqueue.server.ts'
import { mailSite } from '#app/jobs/mail-site.server.ts'
import type { Services } from '#app/services.server.ts'
import { newId } from '#app/values/id.ts'
import { addMinutes } from '#app/values/moment.ts'
import { transact } from '#db/transact.ts'
import type { Database } from '#db/schema.ts'
import { NOW } from '#tests/support/app.ts'

/** A mailer that keeps what it is given and answers as told. */
export function aMailer(
  answer: (mail: OutgoingMail, signal: AbortSignal) => Delivery | Promise<Delivery> = () => SENT,
) {
  const delivered: OutgoingMail[] = []
  const mailer: Mailer = {
    async deliver(mail, signal) {
      delivered.push(mail)
      return await answer(mail, signal)
    },
    close: () => Promise.resolve(),
  }
  return { mailer, delivered }
}

export const SENT: Delivery = { state: 'sent', response: '250 taken' }

export function portsOf(services: Services, mailer: Mailer): MailPorts & { faults: unknown[] } {
  const faults: unknown[] = []
  return { mailer, site: mailSite(services), onFault: (error) => faults.push(error), faults }
}

/** A sign-in link, valid for a quarter of an hour, and the mail that brings it. */
export async function givenLinkMail(db: Kysely<Database>, email = 'zoe@example.org', more: Partial<NewMessage> = {}) {
  const id = newId(NOW)
  const link = { id, email, emailKey: email, language: 'en', returnTo: null, createdAt: NOW, usedAt: null }
  await db
    .insertInto('signInLinks')
    .values({ ...link, expiresAt: addMinutes(NOW, 7 * 24 * 60) })
    .execute()
  await transact(db, (db) => enqueueMessages(db, [aLinkMail(id, email, more)], NOW))
  return id
}

export function aLinkMail(subjectId: string, email = 'zoe@example.org', more: Partial<NewMessage> = {}): NewMessage {
  return { template: 'sign-in-link', subjectId, recipient: { email, name: 'Zoë' }, language: 'en', ...more }
}

export async function theMessage(db: Kysely<Database>) {
  return await db.selectFrom('messages').selectAll().executeTakeFirstOrThrow()
}
