import { usePage } from './use-page.ts'

const KILOBYTE = 1024
const MEGABYTE = KILOBYTE * KILOBYTE

/** How much a link brings, said beside it: many a link is thin. Nothing for what is no file of ours. */
export function FileSize({ bytes }: { bytes: number | null }) {
  const { t } = usePage()
  if (bytes === null) return null
  const isLarge = bytes >= MEGABYTE
  const size = isLarge ? Math.round((bytes / MEGABYTE) * 10) / 10 : Math.max(1, Math.round(bytes / KILOBYTE))
  return <small>{t(isLarge ? 'session.materials.megabytes' : 'session.materials.kilobytes', { size })}</small>
}
