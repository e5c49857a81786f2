import type { Kysely } from 'kysely'
import { addMaterial } from './add-material.server.ts'
import type { Audience } from './materials-for.ts'
import type { Actor } from '#app/audit/record.server.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Result } from '#app/values/refusal.ts'
import { transact } from '#db/transact.ts'
import type { Database } from '#db/schema.ts'

interface SampleMaterial {
  sessionId: string
  title: string
  url: string
  audience: Audience
}

/** Puts links beside the sessions of a sample, unless something is there already. */
export async function addSampleMaterials(
  db: Kysely<Database>,
  { eventId, materials, ...by }: { eventId: string; materials: SampleMaterial[]; actor: Actor; now: Instant },
): Promise<Result<void>> {
  return await transact<void, string>(db, async (db) => {
    const ids = materials.map(({ sessionId }) => sessionId)
    const known = await db.selectFrom('sessionMaterials').select('id').where('sessionId', 'in', ids).limit(1).execute()
    if (known.length > 0) return
    for (const { sessionId, ...form } of materials)
      await addMaterial(db, { ...by, eventId, sessionId, form, file: null })
  })
}
