import { ahead, yearly } from './calendar.ts'
import { questionParts } from './questions.ts'
import { ticket } from './tickets.ts'
import { seriesOf } from '../series.ts'
import { topicsOf } from '../topics.ts'
import { type Instant, instantOf } from '#app/values/moment.ts'

type Texts = Record<string, { title: string; summary: string; description?: string; cancellationNote?: string }>

interface Workshop {
  slug: string
  series: 'ntw' | 'regional'
  /** The first language is the one it was written in. */
  texts: Texts
  startsOn: string
  endsOn: string
  zone: string
  place: { country: string; city: string; venue?: string; latitude?: number; longitude?: number }
  languages: string[]
  topics: string[]
  level: 'introductory' | 'intermediate' | 'advanced'
  host?: { slug: string; name: string; kind: string; country: string }
  seats: number
  quotaName: string
  more?: object
  ticket?: object
}

/** The smaller samples: one for every way of coming in, their dates always some weeks ahead. */
export function workshopDocuments(now: Instant) {
  const weeks = ahead(now)
  return [
    document({
      slug: 'island-exchange-point',
      series: 'regional',
      texts: {
        en: {
          title: 'Running an island Internet exchange',
          summary: 'Keep traffic between islands on the islands: switches, route servers, power and people.',
        },
        fr: {
          title: 'Exploiter un point d’échange dans une île',
          summary:
            'Garder le trafic entre les îles dans les îles : commutateurs, serveurs de routes, énergie et équipe.',
        },
      },
      startsOn: weeks.in(6, 1),
      endsOn: weeks.in(6, 5),
      zone: 'Pacific/Fiji',
      place: { country: 'FJ', city: 'Suva', venue: 'Example Campus', latitude: -18.1416, longitude: 178.4419 },
      languages: ['en'],
      topics: ['exchange-points', 'routing'],
      level: 'intermediate',
      host: { slug: 'isoc-pacific', name: 'Internet Society Pacific Islands Chapter', kind: 'chapter', country: 'FJ' },
      seats: 30,
      quotaName: 'Room',
    }),
    document({
      slug: 'dns-dnssec-dakar',
      series: 'regional',
      texts: {
        fr: {
          title: 'Exploiter le DNS et DNSSEC en Afrique de l’Ouest',
          summary:
            'Quatre jours de pratique : zones, résolveurs, signatures et pannes, avec les équipes des registres de la région.',
          description:
            'Chaque équipe repart avec une zone signée et un plan pour la tenir. **Bourses** : le chapitre paie le voyage et la chambre de douze personnes.',
        },
        en: {
          title: 'Running the DNS and DNSSEC in West Africa',
          summary:
            'Four days of practice: zones, resolvers, signatures and failures, with the registries of the region.',
        },
      },
      startsOn: weeks.in(11),
      endsOn: weeks.in(11, 3),
      zone: 'Africa/Dakar',
      place: { country: 'SN', city: 'Dakar', venue: 'Université Exemple', latitude: 14.6937, longitude: -17.4441 },
      languages: ['fr'],
      topics: ['dns', 'security'],
      level: 'intermediate',
      host: { slug: 'isoc-senegal', name: 'Internet Society Sénégal', kind: 'chapter', country: 'SN' },
      seats: 40,
      quotaName: 'Salle',
      more: {
        scholarships: {
          opensAt: instantOf(weeks.in(-2), '00:00', 'Africa/Dakar'),
          closesAt: instantOf(weeks.in(4, 4), '23:59', 'Africa/Dakar'),
        },
      },
    }),
    document({
      slug: 'traffic-exchange-bishkek',
      series: 'regional',
      texts: {
        ru: {
          title: 'Точка обмена трафиком: от плана до запуска',
          summary: 'Три дня: договорённости, оборудование, первые участники.',
        },
        en: {
          title: 'An exchange point: from the plan to the first packet',
          summary: 'Three days: agreements, equipment, the first members.',
        },
        fr: {
          title: 'Un point d’échange : du projet au premier paquet',
          summary: 'Trois jours : accords, équipement, premiers membres.',
        },
      },
      startsOn: weeks.in(8, 1),
      endsOn: weeks.in(8, 3),
      zone: 'Asia/Bishkek',
      place: { country: 'KG', city: 'Bishkek', venue: 'Example Academy', latitude: 42.8746, longitude: 74.5698 },
      languages: ['ru', 'ky'],
      topics: ['exchange-points'],
      level: 'introductory',
      host: { slug: 'isoc-kyrgyzstan', name: 'Internet Society Kyrgyzstan Chapter', kind: 'chapter', country: 'KG' },
      seats: 24,
      quotaName: 'Room',
      more: { waitingList: { isOpen: true, offerHours: 48 } },
    }),
    measurementOnline('routing-measurement-online', weeks, 7),
    document({
      slug: 'ipv6-access-amman',
      series: 'regional',
      texts: {
        ar: {
          title: 'نشر الإصدار السادس في شبكات النفاذ',
          summary: 'أربعة أيام عملية لمشغلي شبكات النفاذ: التخطيط والعناوين والانتقال والمراقبة.',
        },
        en: {
          title: 'Deploying IPv6 in access networks',
          summary:
            'Four days of practice for operators of access networks: planning, addresses, transition, monitoring.',
        },
        fr: {
          title: 'Déployer IPv6 dans les réseaux d’accès',
          summary: 'Quatre jours de pratique pour les opérateurs d’accès : plan, adresses, transition, supervision.',
        },
      },
      startsOn: weeks.in(13),
      endsOn: weeks.in(13, 3),
      zone: 'Asia/Amman',
      place: { country: 'JO', city: 'Amman', venue: 'جامعة المثال', latitude: 31.9539, longitude: 35.9106 },
      languages: ['ar', 'en'],
      topics: ['ipv6', 'access'],
      level: 'intermediate',
      host: { slug: 'isoc-jordan', name: 'Internet Society Jordan Chapter', kind: 'chapter', country: 'JO' },
      seats: 40,
      quotaName: 'Lab',
      more: applications(weeks.in(-3), weeks.in(5, 4), 'Asia/Amman'),
      ticket: { admission: 'application' },
    }),
    document({
      slug: 'network-security-bogota',
      series: 'ntw',
      texts: {
        es: {
          title: 'Seguridad de redes para operadores',
          summary: 'Una semana de práctica: filtros, RPKI, respuesta a incidentes y coordinación entre equipos.',
        },
        en: {
          title: 'Network security for operators',
          summary: 'A week of practice: filters, RPKI, incident response and teams that talk to each other.',
        },
        fr: {
          title: 'Sécurité des réseaux pour les opérateurs',
          summary: 'Une semaine de pratique : filtres, RPKI, réponse aux incidents et coordination des équipes.',
        },
      },
      startsOn: weeks.in(20),
      endsOn: weeks.in(20, 4),
      zone: 'America/Bogota',
      place: { country: 'CO', city: 'Bogotá', venue: 'Universidad de Ejemplo', latitude: 4.711, longitude: -74.0721 },
      languages: ['es'],
      topics: ['security', 'routing'],
      level: 'intermediate',
      host: { slug: 'isoc-colombia', name: 'Capítulo Colombia de Internet Society', kind: 'chapter', country: 'CO' },
      seats: 35,
      quotaName: 'Sala',
      more: applications(weeks.in(3), weeks.in(9, 4), 'America/Bogota'),
      ticket: { admission: 'application' },
    }),
    document({
      slug: 'community-networks-caribbean',
      series: 'regional',
      texts: {
        en: {
          title: 'Community networks of the Caribbean',
          summary: 'Five days for people who build their own access: radio, towers, tariffs and neighbours.',
          cancellationNote: 'Everything back until two weeks before.',
        },
        fr: {
          title: 'Les réseaux communautaires des Caraïbes',
          summary:
            'Cinq jours pour celles et ceux qui bâtissent leur propre accès : radio, pylônes, tarifs et voisinage.',
        },
      },
      startsOn: weeks.in(16),
      endsOn: weeks.in(16, 4),
      zone: 'America/Port_of_Spain',
      place: { country: 'TT', city: 'Port of Spain', venue: 'Example Hall', latitude: 10.6549, longitude: -61.5019 },
      languages: ['en'],
      topics: ['community-networks', 'access'],
      level: 'introductory',
      host: {
        slug: 'isoc-trinidad-tobago',
        name: 'Internet Society Trinidad and Tobago Chapter',
        kind: 'chapter',
        country: 'TT',
      },
      seats: 35,
      quotaName: 'Hall',
      more: { currency: 'USD', paymentMethods: ['card'] },
      ticket: {
        priceSteps: [
          step('early', 4000, null, instantOf(weeks.in(9), '00:00', 'America/Port_of_Spain')),
          step('standard', 6000, instantOf(weeks.in(9), '00:00', 'America/Port_of_Spain'), null),
        ],
      },
    }),
    document({
      slug: 'teaching-the-teachers',
      series: 'ntw',
      texts: {
        en: {
          title: 'Teaching the teachers: lab design weekend',
          summary: 'Two days for instructors: labs that fail in the right places.',
          description:
            'This weekend was cancelled: the building is closed for repairs. Everybody who had a place was written to.',
        },
        fr: {
          title: 'Former les formateurs : concevoir un laboratoire',
          summary: 'Deux jours pour les formateurs : des exercices qui échouent au bon endroit.',
        },
      },
      startsOn: weeks.in(5, 5),
      endsOn: weeks.in(5, 6),
      zone: 'Africa/Kigali',
      place: { country: 'RW', city: 'Kigali', venue: 'Example University', latitude: -1.9441, longitude: 30.0619 },
      languages: ['en', 'fr'],
      topics: ['teaching'],
      level: 'advanced',
      seats: 20,
      quotaName: 'Lab',
      more: { status: 'cancelled' },
    }),
    measurementDay(now),
  ]
}

/** Last year's edition of the workshop that registrations have a history of. */
export function lastYearDocument(now: Instant) {
  return measurementOnline('routing-measurement-online-last-year', ahead(now), 7 - 52)
}

function measurementOnline(slug: string, weeks: ReturnType<typeof ahead>, week: number) {
  return document({
    slug,
    series: 'ntw',
    texts: {
      uk: {
        title: 'Вимірювання та безпека маршрутизації',
        summary: 'П’ять вечорів онлайн: RIPE Atlas, RPKI і робота під обстрілами.',
      },
      en: {
        title: 'Measurement and the security of routing',
        summary: 'Five evenings online: RIPE Atlas, RPKI and running a network under fire.',
      },
      fr: {
        title: 'Mesure et sécurité du routage',
        summary: 'Cinq soirées en ligne : RIPE Atlas, RPKI et l’exploitation sous les tirs.',
      },
    },
    startsOn: weeks.in(week),
    endsOn: weeks.in(week, 4),
    zone: 'Europe/Kyiv',
    place: { country: 'UA', city: 'Kyiv' },
    languages: ['uk'],
    topics: ['measurement', 'routing', 'security'],
    level: 'advanced',
    seats: 120,
    quotaName: 'Online room',
    more: {
      format: 'online',
      dates: { startsTime: '18:00', endsTime: '20:30' },
      private: { onlineUrl: 'https://meet.plenary.example/kyiv', quotas: [{ key: 'room', name: 'Online room' }] },
    },
    ticket: { attendance: 'online' },
  })
}

/** The regional workshop on the day after INET, a part of it. */
function measurementDay(now: Instant) {
  const calendar = yearly(now, '2027-06-13')
  const day = calendar.day('2027-06-26')
  return document({
    slug: `measurement-kigali-${calendar.year(2027)}`,
    series: 'regional',
    texts: {
      en: { title: 'Measurement', summary: 'A day of measuring the networks of the region, on the day after INET.' },
      fr: { title: 'La mesure', summary: 'Une journée pour mesurer les réseaux de la région, au lendemain d’INET.' },
    },
    startsOn: day,
    endsOn: day,
    zone: 'Africa/Kigali',
    place: { country: 'RW', city: 'Kigali', venue: 'Example Convention Centre', latitude: -1.9536, longitude: 30.0926 },
    languages: ['en', 'fr'],
    topics: ['measurement'],
    level: 'introductory',
    host: { slug: 'isoc-rwanda', name: 'Internet Society Rwanda Chapter', kind: 'chapter', country: 'RW' },
    seats: 60,
    quotaName: 'Hall C',
    more: { parent: `inet-${calendar.year(2027)}` },
  })
}

function applications(opensOn: string, closesOn: string, zone: string) {
  return {
    admission: 'application',
    applications: { opensAt: instantOf(opensOn, '00:00', zone), closesAt: instantOf(closesOn, '23:59', zone) },
  }
}

function step(kind: 'early' | 'standard', amountMinor: number, startsAt: Instant | null, endsAt: Instant | null) {
  return { kind, currency: 'USD', amountMinor, startsAt, endsAt }
}

const SEAT = {
  en: ['A seat', 'The course and its materials.'],
  fr: ['Une place', 'Le cours et ses documents.'],
} as const

const QUESTIONS = questionParts(
  [
    {
      code: 'diet',
      kind: 'text',
      audience: 'totals',
      isOnsite: true,
      texts: {
        en: ['What you eat', 'Vegetarian, halal, without nuts …'],
        fr: ['Ce que vous mangez', 'Végétarien, halal, sans fruits à coque …'],
      },
      purpose: 'Totals for the kitchen',
      meaning: 'diet',
    },
    {
      code: 'access',
      kind: 'longtext',
      texts: { en: ['What would help you take part?'], fr: ['Qu’est-ce qui vous aiderait à participer ?'] },
      purpose: 'The host prepares it with you',
      meaning: 'access',
    },
  ],
  { onsite: [], online: [], hidden: [] },
)

function document(workshop: Workshop) {
  const { slug, series, texts, startsOn, endsOn, zone, place, languages, topics, level, host, seats, quotaName } =
    workshop
  const { dates, private: secret, ...more } = (workshop.more ?? {}) as { dates?: object; private?: object }
  return {
    slug,
    series: seriesOf(series),
    status: 'published',
    isSample: true,
    language: Object.keys(texts)[0]!,
    texts,
    dates: { startsOn, endsOn, startsTime: '09:00', endsTime: '17:00', zone, ...dates },
    place,
    format: 'onsite',
    level,
    languages,
    topics: topicsOf(...topics),
    host: host ?? null,
    contactEmail: 'training@plenary.example',
    admission: 'registration',
    quotas: [{ key: 'room', size: seats }],
    ticketTypes: [
      ticket('SEAT', { en: [...SEAT.en], fr: [...SEAT.fr] }, { quotas: ['room'], maxPerOrder: 5, ...workshop.ticket }),
    ],
    questions: QUESTIONS.open,
    ...more,
    private: { quotas: [{ key: 'room', name: quotaName }], questions: QUESTIONS.secret, ...secret },
  }
}
