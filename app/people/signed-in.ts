import type { HeldRole } from './rights.ts'

/** Who asks, when they are signed in. As the audit's actor: `{ kind: 'account', id: accountId }`. */
export interface SignedIn {
  signInId: string
  accountId: string
  personId: string
  /** The person's name, or the address while they have not told one. */
  fullName: string
  email: string
  roles: HeldRole[]
}
