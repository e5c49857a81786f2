import { usePage } from './use-page.ts'
import { zoneOptions } from './zone-options.ts'

/** A menu of time zones in a form that only looks something up; forms that save have `SelectField`. */
export function ZoneSelect({ id, label, zone }: { id: string; label: string; zone: string }) {
  const { now } = usePage()
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <select id={id} name="zone" defaultValue={zone}>
        {zoneOptions(now, zone).map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  )
}
