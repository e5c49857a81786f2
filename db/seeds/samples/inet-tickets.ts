import type { Calendar } from './calendar.ts'
import { hiddenAfter, prices, type PriceWindow, ticket, wholePrices } from './tickets.ts'

/** Of the 1,200 seats of the venue 480 are kept for codes; what is sold openly draws on the rest as well. */
const QUOTAS = [
  { key: 'venue', name: 'Venue', size: 1200 },
  { key: 'open-sale', name: 'Venue without what is kept for codes', size: 720 },
  { key: 'lmic', name: 'Full pass, low and lower-middle income economies', size: 400 },
  { key: 'student', name: 'Students', size: 120 },
  { key: 'tuesday', name: 'Day passes for Tuesday', size: 60 },
  { key: 'wednesday', name: 'Day passes for Wednesday', size: 60 },
  { key: 'thursday', name: 'Day passes for Thursday', size: 60 },
  { key: 'friday', name: 'Day passes for Friday', size: 60 },
  { key: 'tutorial-am', name: 'Eight tutorials in the morning', size: 320 },
  { key: 'tutorial-pm', name: 'Eight tutorials in the afternoon', size: 320 },
  { key: 'symposium', name: 'Developing Countries Symposium', size: 150 },
  { key: 'dinner', name: 'Dinner', size: 350 },
  { key: 'guest', name: 'Accompanying people', size: 80 },
  { key: 'tour', name: 'Bus to the exchange point', size: 25 },
]

const KEPT = [
  { key: 'hubs', name: 'Hubs of the chapters', size: 40 },
  { key: 'speakers', name: 'Speakers', size: 140 },
  { key: 'committee', name: 'Committee', size: 30 },
  { key: 'staff', name: 'Staff', size: 60 },
  { key: 'ntw', name: 'Network Training Workshop', size: 180 },
  { key: 'fellows', name: 'Fellows', size: 70 },
]

export function inetTickets(calendar: Calendar, zone: string) {
  const onSaleFromAt = calendar.at('2027-02-01', '00:00', zone)
  const onSaleUntilAt = calendar.at('2027-06-25', '24:00', zone)
  const windows: PriceWindow[] = [
    { kind: 'early', startsAt: onSaleFromAt, endsAt: calendar.at('2027-04-01', '00:00', zone) },
    {
      kind: 'standard',
      startsAt: calendar.at('2027-04-01', '00:00', zone),
      endsAt: calendar.at('2027-06-07', '00:00', zone),
    },
    { kind: 'late', startsAt: calendar.at('2027-06-07', '00:00', zone), endsAt: onSaleUntilAt },
  ]
  const usd = (...amounts: (number | null)[]) => prices(windows, 'USD', ...amounts)
  const onSale = { onSaleFromAt, onSaleUntilAt }
  const day = (code: string, en: string, fr: string, quota: string) =>
    ticket(
      code,
      { en: [`One day: ${en}`, 'That day with lunch.'], fr: [`Un jour : ${fr}`, 'Cette journée, déjeuner compris.'] },
      { ...onSale, quotas: ['venue', 'open-sale', quota], priceSteps: usd(null, 200, 250) },
    )

  const passes = [
    ticket(
      'FULL',
      {
        en: ['Full pass', 'Monday to Friday, lunches and the reception.'],
        fr: ['Forfait complet', 'Du lundi au vendredi, déjeuners et réception.'],
      },
      { ...onSale, quotas: ['venue', 'open-sale'], priceSteps: usd(450, 550, 650) },
    ),
    ticket(
      'FULL-M',
      {
        en: ['Full pass, supporter', 'For organization members, sustaining members and chapters in good standing.'],
        fr: [
          'Forfait complet, soutien',
          'Pour les organisations membres, les membres de soutien et les chapitres en règle.',
        ],
      },
      { ...onSale, quotas: ['venue', 'open-sale'], priceSteps: usd(350, 450, 550) },
    ),
    ticket(
      'FULL-LMIC',
      {
        en: [
          'Full pass, low and lower-middle income economies',
          'You live in one of these economies; bring an identity card to the desk.',
        ],
        fr: [
          'Forfait complet, économies à revenu faible ou intermédiaire inférieur',
          'Vous résidez dans l’une d’elles ; apportez une pièce d’identité.',
        ],
      },
      {
        ...onSale,
        quotas: ['venue', 'open-sale', 'lmic'],
        priceSteps: [...usd(180, 220, 260), ...wholePrices(windows, 'RWF', 252_000, 308_000, 364_000)],
      },
    ),
    ticket(
      'STUD',
      {
        en: ['Full-time student', 'Proof of study within three working days. Without the dinner.'],
        fr: ['Étudiant à plein temps', 'Preuve d’études sous trois jours ouvrables. Sans le dîner.'],
      },
      { ...onSale, quotas: ['venue', 'open-sale', 'student'], priceSteps: usd(100, 100, 120) },
    ),
    day('DAY-TUE', 'Tuesday', 'mardi', 'tuesday'),
    day('DAY-WED', 'Wednesday', 'mercredi', 'wednesday'),
    day('DAY-THU', 'Thursday', 'jeudi', 'thursday'),
    day('DAY-FRI', 'Friday', 'vendredi', 'friday'),
    ticket(
      'DCS',
      {
        en: ['Developing Countries Symposium', 'Monday; for workshop trainees and residents of these economies.'],
        fr: [
          'Symposium des pays en développement',
          'Lundi ; pour les stagiaires des ateliers et les résidents de ces économies.',
        ],
      },
      { ...onSale, quotas: ['symposium'] },
    ),
  ]
  const extras = [
    ticket(
      'TUT-AM',
      {
        en: ['Tutorial, Monday morning', 'For pass holders, with materials.'],
        fr: ['Tutoriel, lundi matin', 'Pour les titulaires d’un forfait, documents compris.'],
      },
      { ...onSale, quotas: ['tutorial-am'], priceSteps: usd(90, 110, 130) },
    ),
    ticket(
      'TUT-PM',
      {
        en: ['Tutorial, Monday afternoon', 'For pass holders, with materials.'],
        fr: ['Tutoriel, lundi après-midi', 'Pour les titulaires d’un forfait, documents compris.'],
      },
      { ...onSale, quotas: ['tutorial-pm'], priceSteps: usd(90, 110, 130) },
    ),
    ticket(
      'TUT-2',
      {
        en: ['Two tutorials', 'One in the morning and one in the afternoon.'],
        fr: ['Deux tutoriels', 'Un le matin et un l’après-midi.'],
      },
      { ...onSale, quotas: ['tutorial-am', 'tutorial-pm'], priceSteps: usd(150, 180, 220) },
    ),
    ticket(
      'DINNER',
      { en: ['Conference dinner', 'Wednesday evening.'], fr: ['Dîner de la conférence', 'Mercredi soir.'] },
      { ...onSale, quotas: ['dinner'], priceSteps: usd(60, 60, 70) },
    ),
    ticket(
      'GUEST',
      {
        en: ['Accompanying person', 'Reception and dinner, with a pass holder.'],
        fr: ['Accompagnateur', 'Réception et dîner, avec un titulaire de forfait.'],
      },
      { ...onSale, quotas: ['guest'], priceSteps: usd(70, 70, 90) },
    ),
    ticket(
      'TOUR',
      {
        en: ['Tour of the exchange point', 'Thursday at 14:00, by bus.'],
        fr: ['Visite du point d’échange', 'Jeudi à 14 h, en bus.'],
      },
      { ...onSale, quotas: ['tour'] },
    ),
  ]
  const online = [
    ticket(
      'REMOTE',
      { en: ['Online', 'Streams and chat.'], fr: ['En ligne', 'Diffusions et discussion.'] },
      { ...onSale, attendance: 'online', priceSteps: usd(40, 40, 40) },
    ),
    ticket(
      'REMOTE-W',
      {
        en: ['Online, fee waived', 'If the fee keeps you away: no proof, no deadline.'],
        fr: ['En ligne, sans frais', 'Si le prix vous en empêche : sans preuve ni délai.'],
      },
      { ...onSale, attendance: 'online' },
    ),
  ]
  const shown = [...passes, ...extras, ...online]
  return {
    shown,
    onsite: [...passes, ...extras].map((type) => type.code),
    quotas: QUOTAS.map(({ key, size }) => ({ key, size })),
    secretQuotas: [...QUOTAS.map(({ key, name }) => ({ key, name })), ...KEPT],
    hidden: hiddenAfter(shown.length, [
      ticket(
        'HUB',
        { en: ['Hub of a chapter', 'A room of up to 60 seats that joins in.'], fr: ['Relais d’un chapitre'] },
        { admission: 'code', attendance: 'online', quotas: ['hubs'] },
      ),
      ticket('SPK', { en: ['Speaker'], fr: ['Intervenant'] }, { admission: 'code', quotas: ['venue', 'speakers'] }),
      ticket('COM', { en: ['Committee'], fr: ['Comité'] }, { admission: 'code', quotas: ['venue', 'committee'] }),
      ticket('STAFF', { en: ['Staff'], fr: ['Équipe'] }, { admission: 'code', quotas: ['venue', 'staff'] }),
      ticket(
        'NTW-PASS',
        { en: ['Workshop trainee or instructor'], fr: ['Stagiaire ou formateur des ateliers'] },
        { admission: 'award', quotas: ['venue', 'ntw'] },
      ),
      ticket(
        'FELLOW',
        { en: ['INET fellow'], fr: ['Boursier INET'] },
        { admission: 'award', quotas: ['venue', 'fellows'] },
      ),
    ]),
  }
}
