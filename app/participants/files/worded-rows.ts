import type { ListEnd, ListFile, ListRows } from './list-file.ts'
import type { ListCell, ListColumnKind } from '../lists/list-view.ts'
import { translator } from '#app/locales/translate.ts'

/** The cells of rows as people read them: yes and no in the reader's language, everything else as it is. */
export async function* wordedRows(rows: ListRows, { columns, language }: ListFile): ListRows {
  const t = translator(language)
  const words = new Map<ListCell, string>([
    ['yes', t('teach.yes')],
    ['no', t('teach.no')],
  ])
  const answered = columns.flatMap(({ kind }, at) => (kind === ('yesno' satisfies ListColumnKind) ? [at] : []))
  for (;;) {
    const page = await rows.next()
    if (page.done) return page.value
    for (const row of page.value) for (const at of answered) row[at] = words.get(row[at]!) ?? row[at]!
    yield page.value
  }
}

/** What a file that lacks somebody says at its end; null when nobody is missing. */
export function missingWords({ fault, written, of }: ListEnd, { language }: ListFile): string | null {
  return fault && translator(language)('download.notComplete', { written, of })
}
