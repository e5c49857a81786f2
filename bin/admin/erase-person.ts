import { emailArgument } from '../operator/arguments.ts'
import { counted, expectAccepted } from '../operator/sentences.ts'
import { withServices } from '../operator/with-services.ts'
import { erasePerson } from '#app/people/erase-person.server.ts'

export const usage = `
erase-person EMAIL       erases what tells who somebody is, for ever

Names, addresses, answers, accounts, sign-ins and mails of the owner of that address go; their seats, payments and the
audit stay, and lead to nobody any more. There is no way back but a backup.
`

export async function run(args: string[]): Promise<void> {
  const email = emailArgument(args, usage)
  await withServices(false, async ({ db, clock }) => {
    const erased = expectAccepted(await erasePerson(db, { email, actor: { kind: 'operator' }, now: clock.now() }))
    const parts = [
      counted(erased.people, 'person', 'people'),
      counted(erased.accounts, 'account'),
      counted(erased.registrations, 'registration'),
      counted(erased.messages, 'message'),
    ]
    console.log(`Erased what told who they are: ${parts.join(', ')}.`)
  })
}
