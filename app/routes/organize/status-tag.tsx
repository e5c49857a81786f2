import { isPostponed } from '#app/calendar/is-postponed.ts'
import { Tag } from '#app/ui/tag.tsx'
import { usePage } from '#app/ui/use-page.ts'

/** Whether the public sees an event: draft, published, postponed, cancelled, over. */
export function StatusTag({
  status,
  endsAt,
  postponedAt,
}: {
  status: 'draft' | 'published' | 'cancelled'
  endsAt: string
  postponedAt: string | null
}) {
  const { t, now } = usePage()
  if (status === 'draft') return <Tag is="wait">{t('organize.status.draft')}</Tag>
  if (status === 'cancelled') return <Tag is="bad">{t('organize.status.cancelled')}</Tag>
  if (isPostponed({ status, postponedAt })) return <Tag is="wait">{t('standing.status')}</Tag>
  if (endsAt < now) return <Tag is="off">{t('organize.status.over')}</Tag>
  return <Tag is="ok">{t('organize.status.published')}</Tag>
}
