import type { Key } from '#app/locales/translate.ts'

export interface NavigationLink {
  to: string
  label: Key
  /** The `section` of the handles of routes that belong under this link. */
  section?: string
}

export const PUBLIC_LINKS: NavigationLink[] = [
  { to: '/events', label: 'common.events', section: 'events' },
  { to: '/events?series=ntw&series=regional', label: 'common.training', section: 'training' },
  { to: '/events?when=past', label: 'common.archive', section: 'archive' },
  { to: '/events?scholarship=open', label: 'common.scholarships', section: 'scholarships' },
]

const PUBLIC_SITE: NavigationLink = { to: '/', label: 'common.publicSite' }

/** The places where people work: what stands beside the brand, and where one can go. */
export const WORK_SECTIONS: Record<string, { name: Key; links: NavigationLink[] }> = {
  organize: {
    name: 'common.organizers',
    links: [
      PUBLIC_SITE,
      { to: '/organize', label: 'common.myEvents', section: 'organize' },
      { to: '/organize/new', label: 'common.newEvent' },
    ],
  },
  teach: {
    name: 'common.instructors',
    links: [PUBLIC_SITE, { to: '/teach', label: 'common.myWorkshops', section: 'teach' }],
  },
  review: {
    name: 'reviewing.title',
    links: [PUBLIC_SITE, { to: '/review', label: 'reviewing.all', section: 'review' }],
  },
  finance: {
    name: 'common.finance',
    links: [PUBLIC_SITE, { to: '/finance', label: 'common.finance', section: 'finance' }],
  },
  admin: {
    name: 'common.administration',
    links: [
      PUBLIC_SITE,
      { to: '/admin', label: 'common.installation', section: 'admin' },
      { to: '/admin/mail', label: 'common.mail' },
    ],
  },
}
