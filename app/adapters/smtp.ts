import { createTransport } from 'nodemailer'
import { mimeMessage } from './mime-message.ts'
import { isDeliverable } from '#app/mail/header-text.ts'
import type { Delivery, Mailer } from '#app/mail/mailer.ts'

const SECOND = 1000

interface SmtpError {
  code?: string
  command?: string
  permanent?: boolean
  message?: string
}

/** Hands mail to a server at `smtp://user:password@host:port` or `smtps://…`. The queue that lasts is the database. */
export function createSmtpMailer(address: string): Mailer {
  const transport = createTransport({
    ...serverOf(address),
    pool: true,
    maxConnections: 5,
    maxRequeues: 0,
    idleTimeout: 30 * SECOND,
    connectionTimeout: 10 * SECOND,
    greetingTimeout: 10 * SECOND,
    socketTimeout: 30 * SECOND,
    dnsTimeout: 10 * SECOND,
  })
  return {
    async deliver(mail, signal): Promise<Delivery> {
      if (!isDeliverable(mail.to.address))
        return { state: 'refused', reason: 'This is not an address that mail can be sent to.' }
      try {
        const { response } = await transport.sendMail({ ...mimeMessage(mail), signal })
        return { state: 'sent', response }
      } catch (error) {
        return failure(error as SmtpError)
      }
    },
    close() {
      transport.close()
      return Promise.resolve()
    },
  }
}

/**
 * Refused for good is only what the server refuses of this recipient or this text. A refused sign-in or sender is the
 * operator's to mend, and a lost connection says nothing: the mail may even have been taken.
 */
function failure({ code, command, permanent, message }: SmtpError): Delivery {
  const isAboutThisMail = code === 'EENVELOPE' || code === 'EMESSAGE'
  const isFinal = permanent === true && isAboutThisMail && command !== 'MAIL FROM'
  return { state: isFinal ? 'refused' : 'deferred', reason: `${code ?? 'EUNKNOWN'}: ${message ?? ''}` }
}

function serverOf(address: string) {
  const { protocol, hostname, port, username, password } = new URL(address)
  const secure = protocol === 'smtps:'
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port || (secure ? 465 : 587)),
    secure,
    ...(username ? { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } } : {}),
  }
}
