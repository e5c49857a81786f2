import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'

export interface EarlierAward {
  awardId: string
  applicationId: string
  eventId: string
  seriesId: string
  /** Of the event. */
  year: number
  startsOn: string
  attended: 'unknown' | 'yes' | 'no'
}

/** What somebody was awarded and accepted before, newest event first: at any event, or at those of a series. */
export async function earlierAwards(
  db: Kysely<Database>,
  { emailKey, seriesId, exceptApplicationId }: { emailKey: string; seriesId?: string; exceptApplicationId?: string },
): Promise<EarlierAward[]> {
  const rows = await db
    .selectFrom('awards')
    .innerJoin('applications', 'applications.id', 'awards.applicationId')
    .innerJoin('people', 'people.id', 'applications.personId')
    .innerJoin('events', 'events.id', 'awards.eventId')
    .select(['awards.id as awardId', 'awards.applicationId', 'awards.eventId', 'awards.attended'])
    .select(['events.seriesId', 'events.firstOn'])
    .where('people.emailKey', '=', emailKey)
    .where('awards.state', 'in', ['accepted', 'ended'])
    .$if(seriesId !== undefined, (query) => query.where('events.seriesId', '=', seriesId!))
    .$if(exceptApplicationId !== undefined, (query) => query.where('awards.applicationId', '<>', exceptApplicationId!))
    .orderBy('events.firstOn', 'desc')
    .orderBy('awards.id')
    .execute()
  return rows.map(({ firstOn, ...award }) => ({ ...award, startsOn: firstOn, year: Number(firstOn.slice(0, 4)) }))
}
