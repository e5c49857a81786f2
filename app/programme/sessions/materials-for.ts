import type { SessionMaterialsTable } from '#db/schema.ts'

export type Audience = SessionMaterialsTable['audience']

/** For whom a material is, from the widest circle to the narrowest: each sees what the wider ones see. */
export const AUDIENCES = ['public', 'participants', 'instructors'] as const satisfies Audience[]

/** What a reader of this circle may see. */
export function seenBy(reader: Audience): Audience[] {
  return AUDIENCES.slice(0, AUDIENCES.indexOf(reader) + 1)
}
