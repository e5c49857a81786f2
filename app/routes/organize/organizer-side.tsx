import { usePage } from '#app/ui/use-page.ts'
import { WorkSide } from '#app/ui/work-side.tsx'

/** The side navigation of the organizers’ pages that belong to no event. */
export function OrganizerSide({ mayCreate }: { mayCreate: boolean }) {
  const { t } = usePage()
  const links = [
    { to: '/organize', label: t('organize.myEvents') },
    ...(mayCreate
      ? [
          { to: '/organize/new', label: t('organize.newEvent') },
          { to: '/organize/templates', label: t('author.template.list') },
        ]
      : []),
    { to: '/teach', label: t('organize.participants') },
  ]
  return <WorkSide title={t('common.organizers')} label={t('common.organizers')} mark="plain" links={links} />
}
