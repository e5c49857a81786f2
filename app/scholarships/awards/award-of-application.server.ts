import type { Kysely } from 'kysely'
import type { AwardState, ComponentKind, ComponentState, Database, PayoutWay, VisaState } from '#db/schema.ts'

export interface AwardOfApplication {
  id: string
  state: AwardState
  currency: string
  visa: VisaState
  visaAt: string | null
  ticketInHandAt: string | null
  attended: 'unknown' | 'yes' | 'no'
  reportDueOn: string | null
  reportedAt: string | null
  isPublic: boolean
  components: {
    id: string
    kind: ComponentKind
    payout: PayoutWay
    amountMinor: number
    isCap: boolean
    state: ComponentState
    note: string
  }[]
}

/** The newest award of an application, whatever became of it; null when it has none. */
export async function awardOfApplication(
  db: Kysely<Database>,
  applicationId: string,
): Promise<AwardOfApplication | null> {
  const award = await db
    .selectFrom('awards')
    .select(['id', 'state', 'currency', 'visa', 'visaAt', 'ticketInHandAt', 'attended'])
    .select(['reportDueOn', 'reportedAt', 'isPublic'])
    .where('applicationId', '=', applicationId)
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!award) return null
  const components = await db
    .selectFrom('awardComponents')
    .select(['id', 'kind', 'payout', 'amountMinor', 'isCap', 'state', 'note'])
    .where('awardId', '=', award.id)
    .orderBy('position')
    .execute()
  return {
    ...award,
    isPublic: award.isPublic === 1,
    components: components.map((component) => ({ ...component, isCap: component.isCap === 1 })),
  }
}
