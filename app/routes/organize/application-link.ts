import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { askedApplicationOf } from './application-asked.server.ts'
import { mailApplicationLink } from '#app/applications/applying/mail-application-link.server.ts'
import { readForm } from '#app/http/form.server.ts'

/** Who comes here by hand meant the application. */
export async function loader(args: LoaderFunctionArgs) {
  return (await askedApplicationOf(args)).back('')
}

/** Mails its link to the applicant again. */
export async function action(args: ActionFunctionArgs) {
  const { place, back } = await askedApplicationOf(args)
  const { services, now } = args.context
  await readForm(args.request)
  const mailed = await mailApplicationLink(services.db, { applicationId: place.id, now })
  return back(mailed ? 'linked' : '')
}
