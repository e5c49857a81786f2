import type { Page } from 'playwright-core'
import { typeAll } from '../type-all.ts'

/** What somebody answers, by the names of fields; `null` leaves a field as it is. */
export type Answers = Record<string, string | null | { name: string; content: string }>

interface Control {
  name: string
  kind: string
  values: string[]
}

const FORM = 'main form[method=post]'

/**
 * Answers everything that the form of a page asks: what is told, and something plausible for the rest.
 */
export async function fillPage(page: Page, answers: Answers): Promise<void> {
  const asked = Map.groupBy(await controlsOf(page), ({ name }) => name)
  const typed: Record<string, string> = {}
  for (const [name, controls] of asked) {
    const told = answers[name]
    if (told === null) continue
    const { kind, values } = controls[0]!
    const field = page.locator(`${FORM} [name="${name}"]:not([type=hidden])`)
    if (typeof told === 'object')
      await field.setInputFiles({ ...told, mimeType: 'application/pdf', buffer: Buffer.from(told.content) })
    else if (kind === 'file') continue
    else if (kind === 'radio') typed[name] = told ?? values[0]!
    else if (kind === 'checkbox') await field.first().check()
    else if (kind === 'select-one') typed[name] = told ?? values.at(-1)!
    else typed[name] = told ?? usual(name, kind)
  }
  await typeAll(page, FORM, typed)
}

function usual(name: string, kind: string): string {
  if (name.endsWith('.cost')) return '300'
  if (/\.(own|others)$/.test(name)) return '0'
  if (kind === 'date') return '2027-12-31'
  return kind === 'number' ? '300' : 'A sample of what I would write here.'
}

async function controlsOf(page: Page): Promise<Control[]> {
  return await page
    .locator(`${FORM} :is(input, select, textarea):not([type=hidden], [type=submit])`)
    .evaluateAll((all) =>
      all.map((one) => {
        const control = one as HTMLInputElement
        const values = one instanceof HTMLSelectElement ? [...one.options].map(({ value }) => value) : [control.value]
        return { name: control.name, kind: control.type, values }
      }),
    )
}
