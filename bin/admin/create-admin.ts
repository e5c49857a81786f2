import { emailArgument } from '../operator/arguments.ts'
import { expectAccepted } from '../operator/sentences.ts'
import { withServices } from '../operator/with-services.ts'
import { createAdministrator } from '#app/people/create-administrator.server.ts'
import { issueSignInLink } from '#app/people/issue-sign-in-link.server.ts'
import { LINK_MINUTES } from '#app/people/request-sign-in-link.server.ts'
import { signInToken } from '#app/people/sign-in-token.ts'

export const usage = `
create-admin EMAIL       makes the owner of an address an administrator

Prints a link that signs in, once, within ${LINK_MINUTES} minutes; later they sign in at /signin as everybody does.
`

export async function run(args: string[]): Promise<void> {
  const email = emailArgument(args, usage)
  await withServices(true, async ({ db, clock, config }) => {
    const now = clock.now()
    expectAccepted(await createAdministrator(db, { email, now }))
    const { linkId } = expectAccepted(await issueSignInLink(db, { email, language: 'en', returnTo: '/admin', now }))
    console.log(`${email} is an administrator. To sign in within ${LINK_MINUTES} minutes:`)
    console.log(`${config.baseUrl}/signin/link/${signInToken(config.secret, linkId)}`)
  })
}
