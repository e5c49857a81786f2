import { plainArguments } from '../operator/arguments.ts'
import { counted } from '../operator/sentences.ts'
import { withServices } from '../operator/with-services.ts'
import { reconcilePayments } from '#app/payments/attempts/reconcile-payments.server.ts'

export const usage = `
reconcile                asks the payment provider about every payment that is still open

For payments whose page and notification never came back. The server does the same every half minute, some at a time.
`

const AT_ONCE = 1000

export async function run(args: string[]): Promise<number> {
  plainArguments(args, usage, 0)
  return await withServices(false, async ({ db, gateways, clock }) => {
    const { checked, paid, unknown } = await reconcilePayments(db, gateways, { now: clock.now(), limit: AT_ONCE })
    console.log(`${counted(checked, 'payment')} checked, ${paid} paid, ${unknown} without an answer.`)
    return unknown > 0 ? 1 : 0
  })
}
