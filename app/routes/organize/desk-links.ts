import type { Translate } from '#app/locales/translate.ts'
import type { EventRight } from '#app/people/rights.ts'
import type { WorkLink } from '#app/ui/work-side.tsx'

interface Desk {
  slug: string
  rights: EventRight[]
  counts: { registrations: number; proofs: number; substitutions: number }
  t: Translate
}

/** A link, and who finds it. */
type Link = Omit<WorkLink, 'within'> & { needs: EventRight; within?: Link[] }

/** The places of an event's desk with the pages of each, as far as the reader may open them. */
export function deskLinks({ slug, rights, counts, t }: Desk): WorkLink[] {
  const base = `/organize/${slug}`
  const at = (page: string) => (page === '' ? base : `${base}/${page}`)
  const link = (needs: EventRight, page: string, label: string, more: Partial<Link> = {}): Link => ({
    needs,
    to: at(page),
    label,
    ...more,
  })
  const also = (...pages: string[]) => ({ also: pages.map(at) })
  const places: Link[] = [
    link('look', '', t('organize.overview'), also('tasks')),
    link('organize', 'details', t('workspace.event'), {
      within: [
        link('organize', 'details', t('organize.details'), also('clone', 'template')),
        link('organize', 'travel', t('workspace.travel')),
        link('organize', 'related', t('workspace.related')),
        link('organize', 'calendar', t('standing.calendar')),
        link(
          'organize',
          'publish',
          t('workspace.publish'),
          also('unpublish', 'move', 'postpone', 'reinstate', 'cancel'),
        ),
        link('organize', 'preview', t('organize.preview')),
      ],
    }),
    link('look', 'programme', t('programme.title'), {
      within: [
        link('look', 'programme', t('workspace.sessions')),
        link('programme', 'programme/rooms', t('workspace.rooms')),
        link('programme', 'tracks', t('organize.tracks')),
        link('programme', 'people', t('organize.people.title')),
        link('programme', 'programme/versions', t('workspace.versions')),
        link('programme', 'programme/import', t('workspace.import')),
      ],
    }),
    link('organize', 'tickets', t('organize.tickets'), {
      within: [
        link('organize', 'tickets', t('workspace.tickets')),
        link('organize', 'blocks', t('offer.blocks')),
        link('organize', 'vouchers', t('offer.vouchers')),
        link('organize', 'rules', t('offer.rules')),
        link('organize', 'questions', t('organize.questions')),
      ],
    }),
    link('people', 'registrations', t('organize.registrations'), {
      count: counts.registrations,
      within: [
        link('people', 'registrations', t('workspace.everybody')),
        link('people', 'seats', t('workspace.seats')),
        link('organize', 'waiting', t('waiting.title')),
        link('organize', 'proofs', t('question.proofs.title'), { count: counts.proofs }),
        ...(counts.substitutions > 0
          ? [link('organize', 'substitutions', t('change.organizer.title'), { count: counts.substitutions })]
          : []),
        link('organize', 'duplicates', t('workspace.duplicates')),
        link('organize', 'runs', t('workspace.runs'), also('sheet')),
      ],
    }),
    link('organize', 'calls', t('call.title')),
    link('organize', 'funds', t('fund.title'), {
      within: [
        link('organize', 'funds', t('fund.places.funds')),
        link('organize', 'awards', t('fund.places.awards')),
        link('organize', 'payouts', t('fund.places.payouts')),
      ],
    }),
    link('people', 'check-in', t('workspace.onSite'), {
      within: [
        link('people', 'check-in', t('checkIn.title')),
        link('organize', 'attendance', t('attendance.title')),
        link('people', 'catering', t('list.catering.title')),
        link('organize', 'roster', t('roster.title')),
        link('organize', 'surveys', t('survey.title')),
        link('organize', 'certificates', t('certificate.title')),
        { needs: 'organize', to: `/teach/${slug}`, label: t('workspace.asInstructor') },
      ],
    }),
    link('organize', 'messages', t('workspace.messages')),
    link('look', 'report', t('workspace.report')),
    link('organize', 'team', t('workspace.team'), {
      within: [
        link('organize', 'team', t('workspace.team')),
        link('organize', 'log', t('workspace.log')),
        link('organize', 'downloads', t('download.title')),
      ],
    }),
  ]
  return places.flatMap((place) => openTo(place, rights))
}

function openTo({ needs, within, ...link }: Link, rights: EventRight[]): WorkLink[] {
  if (!rights.includes(needs)) return []
  return [{ ...link, ...(within ? { within: within.flatMap((one) => openTo(one, rights)) } : {}) }]
}
