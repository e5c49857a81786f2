import type { ActionFunctionArgs } from '@remix-run/node'
import { askedRegistrationOf } from './registration-asked.server.ts'
import { mailAgain } from '#app/participants/one-person/mail-again.server.ts'

/** Sends once more what somebody says they never got. */
export async function action(args: ActionFunctionArgs) {
  const { place, back } = await askedRegistrationOf(args, 'people')
  const { services, now } = args.context
  const isMailed = await mailAgain(services.db, { ...place, now })
  return back(isMailed ? 'resent' : 'not-resent')
}
