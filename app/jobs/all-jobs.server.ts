import { faultOf } from './fault-of.ts'
import type { Job } from './job.ts'
import { mailSite } from './mail-site.server.ts'
import { deliverDue } from '#app/mail/deliver-due.server.ts'
import { closeOverdueAttempts } from '#app/payments/close-overdue-attempts.server.ts'
import { reconcilePayments } from '#app/payments/reconcile-payments.server.ts'
import { forgetExpired } from '#app/people/forget-expired.server.ts'
import { lapseHolds } from '#app/registrations/lapse-holds.server.ts'
import type { Services } from '#app/services.server.ts'

const SECOND = 1000
const HOUR = 3600 * SECOND

/** What runs beside the requests. */
export function allJobs(services: Services): Job[] {
  const { db, gateways, mailer, log } = services
  const onFault = (error: unknown, messageId: string) =>
    log.error({ job: 'mail', messageId, fault: faultOf(error) }, 'a message could not be written')
  const mailPorts = { mailer, site: mailSite(services), onFault }
  return [
    {
      name: 'mail',
      pause: SECOND,
      run: async (input) => (await deliverDue(db, mailPorts, input)).sent > 0,
    },
    {
      // A payment page is closed before the hold behind it is given up: who paid in time keeps the seat.
      name: 'holds',
      pause: 5 * SECOND,
      run: async ({ now }) => {
        await closeOverdueAttempts(db, gateways, { now })
        const { lapsed, isMore } = await lapseHolds(db, { now })
        return isMore && lapsed > 0
      },
    },
    {
      name: 'payments',
      pause: 30 * SECOND,
      run: async ({ now }) => (await reconcilePayments(db, gateways, { now })).paid > 0,
    },
    {
      name: 'forget',
      pause: 24 * HOUR,
      run: async ({ now }) => {
        await forgetExpired(db, { now })
        return false
      },
    },
  ]
}
