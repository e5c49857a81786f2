import { usePage } from '#app/ui/use-page.ts'

/** One part of a filter as a list to choose from. Where an address asks for several, the others are kept beside it. */
export function FilterSelect({
  name,
  label,
  values,
  options,
}: {
  name: string
  label: string
  values: (string | null)[]
  options: { value: string; label: string }[]
}) {
  const { t } = usePage()
  const [first, ...others] = values
  return (
    <div>
      <label htmlFor={name}>{label}</label>
      <select id={name} name={name} defaultValue={first ?? ''}>
        <option value="">{t('organize.all')}</option>
        {options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      {others.map((value) => value !== null && <input key={value} type="hidden" name={name} value={value} />)}
    </div>
  )
}
