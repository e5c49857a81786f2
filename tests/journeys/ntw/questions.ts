import type { Typed } from './fill-form.ts'
import { TRACKS } from './workshop.ts'

const ORGANIZERS = 'To choose whom to offer a place.'

function question(label: string, kind: string, typed: Typed & { options?: string[] } = {}): Typed {
  const { options = [], ...rest } = typed
  const labelled = options.map((option, at) => [`options[${at}].label`, String(option)])
  return { label, kind, purpose: ORGANIZERS, ...Object.fromEntries(labelled), ...rest }
}

const choice = (label: string, options: string[], typed: Typed = {}) => question(label, 'choice', { options, ...typed })
const required = { isRequired: true }

/** A–D and F–J of the application form, asked when somebody applies. */
const GROUPS: Typed[] = [
  question('Year of birth', 'number', { ...required, maximum: '2010' }),
  choice('Gender', ['Woman', 'Man', 'Another'], { meaning: 'gender', purpose: 'For balance.', audience: 'totals' }),
  question('Nationality', 'country', required),
  question('Mobile number', 'phone', required),
  question('A second way to reach you', 'text', { maximum: '200' }),
  choice('Most reliable channel', ['E-mail', 'Telephone', 'Message']),
  question('I bring a laptop', 'yesno', required),
  question('Your role', 'text', required),
  question('Your organization', 'text', { ...required, meaning: 'institution' }),
  choice('Kind of organization', ['University or school', 'NREN', 'Operator', 'Government', 'Civil society', 'Other']),
  choice('Size of organization', ['Up to 10', '11 to 100', '101 to 1,000', 'More']),
  question('Users served', 'number'),
  question('My employer agrees to release me', 'yesno', required),
  question('Letter of release', 'file', { shownWhen: 'My employer agrees to release me: Yes' }),
  choice('Who pays what', ['I do', 'My employer', 'I ask for an award']),
  question('Languages', 'languages', { ...required, options: ['English', 'French'] }),
  ...['First', 'Second', 'Third'].map((rank) =>
    choice(
      `${rank} choice of track`,
      TRACKS.map(({ code }) => code),
    ),
  ),
  question('I accept another track', 'yesno', required),
  question('A problem at home that you want to solve', 'longtext', { ...required, maximum: '1500' }),
  question('How will you train others, where and when?', 'longtext', required),
  question('Team code', 'text', { maximum: '20' }),
  question('Addresses of your colleagues', 'text'),
  choice('Support asked for', ['Full', 'Partial', 'None'], required),
  question('Estimate of the flight, USD', 'number'),
  question('Gap that remains, USD', 'number'),
  question('Other funding that you tried', 'longtext'),
  question('Name of your referee', 'text', required),
  question('E-mail of your referee', 'text', required),
  question('I agree that my application is processed and reviewed', 'consent', required),
  question('I agree that funders see it', 'consent'),
  question('Publish my name if I am chosen', 'yesno', required),
]

/** E: what one has done, of one's own track only. */
const SKILLS: Record<string, string[]> = {
  T1: ['installed a server', 'edited a DNS zone', 'written a shell script', 'captured packets', 'used SSH keys'].concat(
    ['set up a firewall', 'planned IPv6 addresses', 'restored a backup'],
  ),
  T2: [
    'configured BGP in production',
    'run OSPF or IS-IS',
    'signed a ROA',
    'peered at an IXP',
    'planned addresses',
  ].concat(['filtered routes', 'deployed IPv6', 'traced a routing fault']),
  'T2-F': ['configuré BGP en production', 'exploité OSPF ou IS-IS', 'signé un ROA', 'échangé à un IXP'].concat([
    'planifié des adresses',
    'filtré des routes',
    'déployé IPv6',
    'trouvé une panne de routage',
  ]),
  T3: ['run a mail server', 'signed a zone', 'run a web server', 'run a directory', 'renewed certificates'].concat([
    'fought spam',
    'run a resolver',
    'moved a service',
  ]),
  T4: [
    'run a monitoring system',
    'collected flows',
    'worked in a NOC',
    'handled an incident',
    'written a runbook',
  ].concat(['graphed traffic', 'managed configurations', 'run a ticket system']),
}

const LEVELS = ['Never', 'In a lab', 'In production', 'As an expert']

const OF_TRACKS = TRACKS.flatMap(({ code, title }) =>
  SKILLS[code]!.map((skill) =>
    choice(`${code === 'T2-F' ? 'J’ai' : 'I have'} ${skill}`, LEVELS, { trackIds: [title] }),
  ),
)

/** What is asked once a place is accepted, and in the weeks before. */
const LATER: Typed[] = [
  question('Date of birth', 'date', { ...required, stage: 'accepted', audience: 'visa-desk', eraseOn: '2027-08-31' }),
  ...['Name as in the passport', 'Number of the passport'].map((label) =>
    question(label, 'text', { ...required, stage: 'accepted', audience: 'visa-desk', eraseOn: '2027-08-31' }),
  ),
  question('Passport valid until', 'date', { stage: 'accepted', audience: 'visa-desk', eraseOn: '2027-08-31' }),
  choice('Room in Example Hall', ['Single', 'Twin'], { stage: 'accepted', purpose: 'For lodging.' }),
  question('Which topics matter most to you?', 'longtext', {
    stage: 'before-event',
    purpose: 'For the instructors.',
    audience: 'instructors',
  }),
]

export const QUESTIONS: Typed[] = [...GROUPS, ...OF_TRACKS, ...LATER]

export const STAGES: Typed = {
  'registering.deadlineAt': '2027-02-16T13:59',
  'accepted.opensAt': '2027-03-22T09:00',
  'accepted.deadlineAt': '2027-05-14T23:59',
  'before-event.opensAt': '2027-05-20T09:00',
  'before-event.deadlineAt': '2027-05-28T23:59',
}
