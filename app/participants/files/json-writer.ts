import type { ListWriter } from './list-file.ts'
import { missingWords } from './worded-rows.ts'
import type { ListCell, ListColumn } from '../lists/list-view.ts'

/** The list as one object. `complete` is its last field, and false where somebody is missing. */
export const writeJson: ListWriter = async function* (rows, file) {
  const { columns, event, purpose, count, madeAt } = file
  const head = JSON.stringify({ event, purpose, madeAt, count, columns })
  yield `${head.slice(0, -1)},"participants":[`
  const write = writeParticipant(columns)
  let before = '\n'
  for (;;) {
    const page = await rows.next()
    if (!page.done) {
      yield before + page.value.map(write).join(',\n')
      before = ',\n'
      continue
    }
    const { written } = page.value
    const missing = missingWords(page.value, file)
    const end = missing === null ? { written, complete: true } : { written, notice: missing, complete: false }
    yield `\n],${JSON.stringify(end).slice(1)}\n`
    return page.value
  }
}

/** By the keys of the columns, typed: null where there is nothing. */
function writeParticipant(columns: ListColumn[]): (row: ListCell[]) => string {
  const fields = columns.map(({ key, kind }) => ({ name: JSON.stringify(key), isYesNo: kind === 'yesno' }))
  return (row) => {
    let text = '{'
    for (let at = 0; at < fields.length; at++) {
      const cell = row[at]!
      const { name, isYesNo } = fields[at]!
      const value = cell === '' ? 'null' : isYesNo ? String(cell === 'yes') : JSON.stringify(cell)
      text += `${at === 0 ? '' : ','}${name}:${value}`
    }
    return `${text}}`
  }
}
