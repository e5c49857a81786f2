import type { ProgrammeDesk } from '#app/programme/conflicts/programme-desk.server.ts'
import { Tag } from '#app/ui/tag.tsx'
import { usePage } from '#app/ui/use-page.ts'

/** Beside a session: in how many ways it does not go together with something. */
export function SessionTroubles({ troubles }: { troubles: ProgrammeDesk['troubles'][string] }) {
  const { t } = usePage()
  return troubles.map((is) => (
    <span key={is}>
      {' '}
      <Tag is="bad">{t(`session.conflicts.short.${is}`)}</Tag>
    </span>
  ))
}
