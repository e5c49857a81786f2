import type { DemonstrationName } from '#app/people/demonstration-accounts.ts'
import { usePage } from '#app/ui/use-page.ts'

/** One click for each kind of reader. */
export function DemonstrationForm({ names, to }: { names: DemonstrationName[]; to: string | null }) {
  const { t, path } = usePage()
  return (
    <form method="post" action={path('/signin/demonstration')}>
      {to !== null && <input type="hidden" name="to" value={to} />}
      <ul role="list" className="cols">
        {names.map((name) => (
          <li key={name}>
            <button name="as" value={name}>
              {t(`account.demonstration.${name}.button`)}
            </button>
            <p className="hint">{t(`account.demonstration.${name}.does`)}</p>
          </li>
        ))}
      </ul>
    </form>
  )
}
