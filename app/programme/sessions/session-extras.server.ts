import type { Kysely } from 'kysely'
import { type Audience, seenBy } from './materials-for.ts'
import type { Database } from '#db/schema.ts'

/** A file or a link as a reader finds it: one of `url` and `fileId` is there, and a size with the file. */
export interface ShownMaterial {
  id: string
  title: string
  url: string | null
  fileId: string | null
  mediaType: string | null
  byteCount: number | null
  audience: Audience
}

export interface SessionExtras {
  interpretation: string[]
  materials: ShownMaterial[]
  takesSignUps: boolean
  /** Null: as many as want to. */
  capacity: number | null
  signedUp: number
}

/**
 * What a reader finds with the sessions of an event besides the programme's columns, by the session's id. Whoever does
 * not teach learns nothing of sessions that are not public.
 */
export async function sessionExtras(
  db: Kysely<Database>,
  { eventId, audience }: { eventId: string; audience: Audience },
): Promise<Map<string, SessionExtras>> {
  const shown = audience === 'instructors' ? ([0, 1] as const) : ([1] as const)
  const [sessions, materials] = await Promise.all([
    db
      .selectFrom('sessions')
      .select(['id', 'interpretation', 'takesSignUps', 'capacity', 'signedUp'])
      .where('eventId', '=', eventId)
      .where('isPublic', 'in', shown)
      .execute(),
    db
      .selectFrom('sessionMaterials')
      .innerJoin('sessions', 'sessions.id', 'sessionMaterials.sessionId')
      .leftJoin('files', 'files.id', 'sessionMaterials.fileId')
      .select(['sessionMaterials.id', 'sessionMaterials.sessionId', 'sessionMaterials.title', 'sessionMaterials.url'])
      .select(['sessionMaterials.fileId', 'sessionMaterials.audience', 'files.mediaType', 'files.byteCount'])
      .where('sessions.eventId', '=', eventId)
      .where('sessions.isPublic', 'in', shown)
      .where('sessionMaterials.audience', 'in', seenBy(audience))
      .orderBy('sessionMaterials.position')
      .orderBy('sessionMaterials.id')
      .execute(),
  ])
  const materialsOf = Map.groupBy(materials, ({ sessionId }) => sessionId)
  return new Map(
    sessions.map(({ id, interpretation, takesSignUps, capacity, signedUp }) => [
      id,
      {
        interpretation: interpretation === '' ? [] : interpretation.split(','),
        materials: (materialsOf.get(id) ?? []).map(({ sessionId: _, ...material }) => material),
        takesSignUps: takesSignUps === 1,
        capacity,
        signedUp,
      },
    ]),
  )
}
