import type { ListWriter } from './list-file.ts'
import { missingWords, wordedRows } from './worded-rows.ts'
import { BYTE_ORDER_MARK, csvRows } from '#app/values/csv.ts'

export const writeCsv: ListWriter = async function* (rows, file) {
  const { separator, hasMark } = file.style
  const worded = wordedRows(rows, file)
  yield (hasMark ? BYTE_ORDER_MARK : '') + csvRows([file.columns.map(({ label }) => label)], separator)
  for (;;) {
    const page = await worded.next()
    if (!page.done) {
      yield csvRows(page.value, separator)
      continue
    }
    const missing = missingWords(page.value, file)
    if (missing !== null) yield csvRows([[missing]], separator)
    return page.value
  }
}
