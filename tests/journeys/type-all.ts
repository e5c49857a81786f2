import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/**
 * Types, chooses and ticks in one step what a person does field by field, by the names of the fields of a form: each must
 * be there, be seen, be open to change and take what it is given.
 */
export async function typeAll(page: Page, form: string, typed: Record<string, string | boolean>): Promise<void> {
  expect(await page.evaluate(typeInto, { form, typed }), page.url()).toEqual([])
}

/** Runs in the page; answers what could not be typed. */
function typeInto({ form, typed }: { form: string; typed: Record<string, string | boolean> }): string[] {
  return Object.entries(typed).flatMap(([name, value]) => {
    const all = [...document.querySelectorAll<HTMLInputElement>(`${form} [name="${name}"]:not([type=hidden])`)]
    const named = all[0]?.type === 'radio' ? all.filter((one) => one.value === value) : all
    const field = named[0]
    if (!field || named.length > 1) return [`${name}: there are ${named.length}`]
    const isSeen = field.checkVisibility({ visibilityProperty: true }) && field.getClientRects().length > 0
    if (!isSeen || field.disabled || field.readOnly) return [`${name}: it cannot be changed`]
    const isTaken = take(field, value)
    for (const kind of ['input', 'change']) field.dispatchEvent(new Event(kind, { bubbles: true }))
    return isTaken ? [] : [`${name}: it does not take ${value}`]
  })

  function take(field: HTMLElement, value: string | boolean): boolean {
    if (field instanceof HTMLSelectElement) {
      const option = [...field.options].find((one) => one.value === value || one.label === value)
      if (option && !option.disabled) option.selected = true
      return option?.selected === true
    }
    if (field instanceof HTMLInputElement && (field.type === 'radio' || field.type === 'checkbox')) {
      field.checked = value !== false
      return true
    }
    const control = field as HTMLInputElement | HTMLTextAreaElement
    control.value = String(value)
    return control.value === value
  }
}
