import type { ContentLine } from './content-lines.ts'

/** DTSTART and DTEND: both days, both in UTC, or both on the clock of one zone. */
export function timeFaults(lines: ContentLine[]): string[] {
  const start = lines.find(({ name }) => name === 'DTSTART')
  const end = lines.find(({ name }) => name === 'DTEND')
  if (!start || !end) return []
  const faults: string[] = []
  for (const { name, value, parameters } of [start, end]) {
    const isDay = parameters.VALUE === 'DATE'
    if (parameters.VALUE !== undefined && !isDay) faults.push(`an odd VALUE of ${name}`)
    if (isDay && parameters.TZID !== undefined) faults.push(`a day with a zone: ${name}`)
    else if (isDay ? !isDate(value) : !isTime(value)) faults.push(`no such time: ${name}:${value}`)
    else if (!isDay && parameters.TZID === undefined && !isUtc(value)) faults.push(`a floating time: ${name}:${value}`)
    else if (parameters.TZID !== undefined && isUtc(value)) faults.push(`UTC with a zone: ${name}:${value}`)
  }
  if (start.parameters.VALUE !== end.parameters.VALUE) faults.push('a day and a time')
  else if (start.parameters.TZID !== end.parameters.TZID) faults.push('a start and an end in two zones')
  else if (end.value <= start.value) faults.push('an end that is not after the start')
  return faults
}

export function isUtc(value: string): boolean {
  return value.endsWith('Z') && isTime(value)
}

export function isTime(value: string): boolean {
  return isDate(value.slice(0, 8)) && /^T([01]\d|2[0-3])[0-5]\d[0-5]\dZ?$/.test(value.slice(8))
}

function isDate(value: string): boolean {
  const day = value.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3')
  return day.length === 10 && !Number.isNaN(Date.parse(day)) && new Date(day).toISOString().startsWith(day)
}
