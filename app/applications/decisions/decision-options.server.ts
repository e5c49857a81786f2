import type { Kysely } from 'kysely'
import { inLanguage } from '#app/values/in-language.ts'
import type { Database } from '#db/schema.ts'

/** What can be decided for, by name in the reader's language: the choices and the packages of a call. */
export async function decisionOptions(
  db: Kysely<Database>,
  { callId, language }: { callId: string; language: string },
): Promise<{ choices: { id: string; name: string }[]; packages: { id: string; name: string }[] }> {
  const choices = await db
    .selectFrom('callChoices as choice')
    .leftJoin('callChoiceTexts as text', 'text.choiceId', 'choice.id')
    .select(['choice.id', 'choice.code', 'text.language', 'text.name'])
    .where('choice.callId', '=', callId)
    .orderBy('choice.position')
    .orderBy('choice.id')
    .execute()
  const packages = await db
    .selectFrom('awardPackages as pack')
    .leftJoin('awardPackageTexts as text', 'text.packageId', 'pack.id')
    .select(['pack.id', 'pack.code', 'text.language', 'text.name'])
    .where('pack.callId', '=', callId)
    .orderBy('pack.position')
    .orderBy('pack.id')
    .execute()
  return { choices: named(choices, language), packages: named(packages, language) }
}

interface Row {
  id: string
  code: string
  language: string | null
  name: string | null
}

function named(rows: Row[], reader: string): { id: string; name: string }[] {
  return [...Map.groupBy(rows, ({ id }) => id)].map(([id, own]) => {
    const texts = own.flatMap(({ language, name }) => (language && name ? [{ language, name }] : []))
    return { id, name: inLanguage(texts, reader)?.name ?? own[0]!.code }
  })
}
