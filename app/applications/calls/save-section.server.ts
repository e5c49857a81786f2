import type { Kysely } from 'kysely'
import { saveCallText } from './call-texts.server.ts'
import { changeCall, type CallChange } from './change-call.server.ts'
import { nextPartPosition } from './move-call-part.server.ts'
import type { SectionForm } from './section-form.ts'
import { newId } from '#app/values/id.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import { seenOf } from '#app/values/seen.ts'
import type { Database } from '#db/schema.ts'

/** Stands for what the form shows of a section in one language. */
export function seenSection(text: { title: string; help: string } | undefined): string {
  return seenOf([text?.title, text?.help])
}

/** Adds a page of the form behind the others, or changes its words. `sectionId` is null for a new one. */
export async function saveSection(
  db: Kysely<Database>,
  { sectionId, form, ...change }: CallChange & { sectionId: string | null; form: SectionForm },
): Promise<Result<{ id: string }, 'stale' | 'gone' | 'busy'>> {
  return await changeCall<{ id: string }, 'stale' | 'gone'>(db, change, async (db, call) => {
    const all = await db.selectFrom('callSections').select(['id', 'position']).where('callId', '=', call.id).execute()
    if (sectionId !== null && !all.some(({ id }) => id === sectionId)) throw new Refused({ code: 'gone' as const })
    const id = sectionId ?? newId(change.now)
    const { textLanguage: language, title, help } = form
    if (sectionId === null) {
      await db
        .insertInto('callSections')
        .values({ id, callId: call.id, position: nextPartPosition(all), code: `s-${id.slice(-12)}` })
        .execute()
    } else {
      const text = await db
        .selectFrom('callSectionTexts')
        .select(['title', 'help'])
        .where('sectionId', '=', id)
        .where('language', '=', language)
        .executeTakeFirst()
      if (seenSection(text) !== form.seen) throw new Refused({ code: 'stale' as const })
    }
    await saveCallText(db, 'callSectionTexts', { sectionId: id, language, title, help })
    return {
      value: { id },
      done: {
        action: sectionId === null ? 'call-section.added' : 'call-section.changed',
        objectKind: 'call-section',
        objectId: id,
        after: { title, textLanguage: language },
      },
    }
  })
}
