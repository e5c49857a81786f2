import { isPostponed } from '#app/calendar/is-postponed.ts'
import { Tag } from '#app/ui/tag.tsx'
import { usePage } from '#app/ui/use-page.ts'

/** Whether the public sees an event: draft, published, postponed, cancelled, over. */
export function StatusTag({
  status,
  endsAt,
  postponedAt,
  isTemplate = 0,
}: {
  status: 'draft' | 'published' | 'cancelled'
  endsAt: string
  postponedAt: string | null
  isTemplate?: 0 | 1
}) {
  const { t, now } = usePage()
  if (isTemplate === 1) return <Tag is="off">{t('author.template.one')}</Tag>
  if (status === 'draft') return <Tag is="wait">{t('organize.status.draft')}</Tag>
  if (status === 'cancelled') return <Tag is="bad">{t('organize.status.cancelled')}</Tag>
  if (isPostponed({ status, postponedAt })) return <Tag is="wait">{t('standing.status')}</Tag>
  if (endsAt < now) return <Tag is="off">{t('organize.status.over')}</Tag>
  return <Tag is="ok">{t('organize.status.published')}</Tag>
}
