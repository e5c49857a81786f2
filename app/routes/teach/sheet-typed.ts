import type { TypedNumbers } from '#app/attendance/sheets/plan-taking.ts'

/** What was typed from a sheet. */
export function sheetTyped(form: FormData): { code: string; typed: TypedNumbers; othersAbsent: boolean } {
  const text = (name: string, most: number) => {
    const value = form.get(name)
    return typeof value === 'string' ? value.slice(0, most) : ''
  }
  return {
    code: text('code', 40),
    typed: Object.fromEntries((['am', 'pm', 'day', 'session'] as const).map((part) => [part, text(part, 4000)])),
    othersAbsent: form.has('othersAbsent'),
  }
}
