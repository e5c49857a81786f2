import type { Kysely } from 'kysely'
import { HOLDERS_PAGE } from './award-list.ts'
import type { AwardsTable, Database } from '#db/schema.ts'

/** Who accepted an award of an event, by name, with whether they came; of those only whose `attended` is as given. */
export async function listHolders(
  db: Kysely<Database>,
  { eventId, attended, page }: { eventId: string; attended: AwardsTable['attended'] | null; page: number },
) {
  const holders = db
    .selectFrom('awards')
    .innerJoin('applications', 'applications.id', 'awards.applicationId')
    .innerJoin('people', 'people.id', 'applications.personId')
    .where('awards.eventId', '=', eventId)
    .where('awards.state', 'in', ['accepted', 'ended'])
    .$if(attended !== null, (query) => query.where('awards.attended', '=', attended!))
  const { count } = await holders.select(({ fn }) => fn.countAll<number>().as('count')).executeTakeFirstOrThrow()
  const rows = await holders
    .select(['awards.id', 'awards.attended', 'applications.code', 'applications.residence', 'people.fullName'])
    .orderBy('people.sortKey')
    .orderBy('awards.id')
    .limit(HOLDERS_PAGE)
    .offset((page - 1) * HOLDERS_PAGE)
    .execute()
  return { rows, count: Number(count) }
}
