/** The series of the catalogue: those of the Internet Society, and those that history knows beside them. */

type Text = [name: string, shortName: string, kind: string, summary: string]

interface SeriesSeed {
  slug: string
  mark: 'inet' | 'ndss' | 'ntw' | 'regional' | 'plain'
  position: number
  texts: Record<string, { name: string; shortName: string; kind: string; summary: string }>
}

function series(slug: string, mark: SeriesSeed['mark'], position: number, languages: Record<string, Text>): SeriesSeed {
  const texts = Object.entries(languages).map(
    ([language, [name, shortName, kind, summary]]) => [language, { name, shortName, kind, summary }] as const,
  )
  return { slug, mark, position, texts: Object.fromEntries(texts) }
}

const OPERATORS = { en: 'Regional operators’ meeting', fr: 'Rencontre régionale d’opérateurs' }
const TRAINING = { en: 'Regional training workshop', fr: 'Atelier régional de formation' }

export const SERIES: SeriesSeed[] = [
  series('inet', 'inet', 1, {
    en: [
      'INET',
      'INET',
      'Annual conference',
      'The conference of the Internet Society: networks, people and policy, since 1991.',
    ],
    fr: [
      'INET',
      'INET',
      'Conférence annuelle',
      'La conférence de l’Internet Society : réseaux, personnes et politiques, depuis 1991.',
    ],
    ar: ['إينت', 'إينت', 'المؤتمر السنوي', 'مؤتمر جمعية الإنترنت: الشبكات والناس والسياسات، منذ عام 1991.'],
  }),
  series('ndss', 'ndss', 2, {
    en: [
      'Network and Distributed System Security Symposium',
      'NDSS',
      'Security symposium',
      'Where research on the security of networks and distributed systems is presented, since 1993.',
    ],
    fr: [
      'Symposium sur la sécurité des réseaux et des systèmes répartis',
      'NDSS',
      'Symposium sur la sécurité',
      'La recherche sur la sécurité des réseaux et des systèmes répartis y est présentée, depuis 1993.',
    ],
    ar: [
      'ندوة أمن الشبكات والأنظمة الموزعة',
      'NDSS',
      'ندوة أمنية',
      'حيث تُعرض أبحاث أمن الشبكات والأنظمة الموزعة، منذ عام 1993.',
    ],
  }),
  series('ntw', 'ntw', 3, {
    en: [
      'Network Training Workshops',
      'NTW',
      'Network Training Workshop',
      'A week of practice for the people who build and run networks, in the week before INET.',
    ],
    fr: [
      'Ateliers de formation aux réseaux',
      'NTW',
      'Atelier de formation aux réseaux',
      'Une semaine de pratique pour celles et ceux qui bâtissent et exploitent les réseaux, la semaine avant INET.',
    ],
    ar: [
      'ورش التدريب على الشبكات',
      'NTW',
      'ورشة تدريب على الشبكات',
      'أسبوع من التطبيق العملي لمن يبنون الشبكات ويشغّلونها، في الأسبوع الذي يسبق إينت.',
    ],
  }),
  series('regional', 'regional', 4, {
    en: [
      'Regional Internet Training Workshops',
      'Regional training',
      'Regional Internet Training Workshop',
      'Short workshops close to home, in the languages of the region, with a chapter as host.',
    ],
    fr: [
      'Ateliers régionaux de formation à l’Internet',
      'Formation régionale',
      'Atelier régional de formation à l’Internet',
      'Des ateliers courts, près de chez vous, dans les langues de la région, accueillis par un chapitre.',
    ],
    ar: [
      'ورش الإنترنت التدريبية الإقليمية',
      'التدريب الإقليمي',
      'ورشة تدريب إقليمية على الإنترنت',
      'ورش قصيرة قريبة منكم، بلغات المنطقة، يستضيفها أحد الفروع.',
    ],
  }),
  series('inet-regional', 'inet', 5, {
    en: [
      'INET regional events',
      'INET Regional',
      'Regional INET',
      'INET in the regions: days and conferences with chapters, since 2005.',
    ],
    fr: [
      'Rencontres INET régionales',
      'INET régional',
      'INET régional',
      'INET dans les régions : journées et conférences avec les chapitres, depuis 2005.',
    ],
  }),
  series('intercommunity', 'plain', 6, {
    en: [
      'InterCommunity',
      'InterCommunity',
      'Global community meeting',
      'The members and chapters of the Internet Society, connected for one meeting.',
    ],
    fr: [
      'InterCommunity',
      'InterCommunity',
      'Rencontre mondiale',
      'Les membres et les chapitres de l’Internet Society, reliés le temps d’une rencontre.',
    ],
  }),
  series('afnog', 'regional', 10, {
    en: [
      'African Network Operators’ Group',
      'AfNOG',
      OPERATORS.en,
      'Workshops and meetings of Africa’s network operators, since 2000.',
    ],
    fr: [
      'Groupe des opérateurs de réseaux africains',
      'AfNOG',
      OPERATORS.fr,
      'Ateliers et rencontres des opérateurs de réseaux d’Afrique, depuis 2000.',
    ],
  }),
  series('ngnog', 'regional', 11, {
    en: ['Nigerian Network Operators’ Group', 'ngNOG', OPERATORS.en, 'Workshops for those who run Nigeria’s networks.'],
    fr: [
      'Groupe des opérateurs de réseaux du Nigéria',
      'ngNOG',
      OPERATORS.fr,
      'Des ateliers pour celles et ceux qui exploitent les réseaux du Nigéria.',
    ],
  }),
  series('sanog', 'regional', 12, {
    en: [
      'South Asian Network Operators Group',
      'SANOG',
      OPERATORS.en,
      'Conferences, tutorials and workshops of South Asia’s operators.',
    ],
    fr: [
      'Groupe des opérateurs de réseaux d’Asie du Sud',
      'SANOG',
      OPERATORS.fr,
      'Conférences, tutoriels et ateliers des opérateurs d’Asie du Sud.',
    ],
  }),
  series('apricot', 'regional', 13, {
    en: [
      'Asia Pacific Regional Internet Conference on Operational Technologies',
      'APRICOT',
      OPERATORS.en,
      'The Asia Pacific region’s conference on running networks.',
    ],
    fr: [
      'Conférence régionale Asie-Pacifique sur les technologies opérationnelles de l’Internet',
      'APRICOT',
      OPERATORS.fr,
      'La conférence de l’Asie-Pacifique sur l’exploitation des réseaux.',
    ],
  }),
  series('pacnog', 'regional', 14, {
    en: [
      'Pacific Network Operators Group',
      'PacNOG',
      OPERATORS.en,
      'Training and meetings for the networks of the Pacific islands.',
    ],
    fr: [
      'Groupe des opérateurs de réseaux du Pacifique',
      'PacNOG',
      OPERATORS.fr,
      'Formations et rencontres pour les réseaux des îles du Pacifique.',
    ],
  }),
  series('pacinet', 'plain', 15, {
    en: [
      'PacINET',
      'PacINET',
      'Regional conference',
      'The conference of the Pacific Islands chapter of the Internet Society.',
    ],
    fr: [
      'PacINET',
      'PacINET',
      'Conférence régionale',
      'La conférence du chapitre des îles du Pacifique de l’Internet Society.',
    ],
  }),
  series('menog', 'regional', 16, {
    en: [
      'Middle East Network Operators Group',
      'MENOG',
      OPERATORS.en,
      'Meetings of the network operators of the Middle East.',
    ],
    fr: [
      'Groupe des opérateurs de réseaux du Moyen-Orient',
      'MENOG',
      OPERATORS.fr,
      'Rencontres des opérateurs de réseaux du Moyen-Orient.',
    ],
  }),
  series('caribnog', 'regional', 17, {
    en: [
      'Caribbean Network Operators Group',
      'CaribNOG',
      OPERATORS.en,
      'Meetings of those who run the networks of the Caribbean.',
    ],
    fr: [
      'Groupe des opérateurs de réseaux des Caraïbes',
      'CaribNOG',
      OPERATORS.fr,
      'Rencontres de celles et ceux qui exploitent les réseaux des Caraïbes.',
    ],
  }),
  series('walc', 'regional', 18, {
    en: [
      'Workshop on networking for Latin America and the Caribbean',
      'WALC',
      TRAINING.en,
      'Training in Spanish for the networks of Latin America and the Caribbean.',
    ],
    fr: [
      'Atelier sur les réseaux pour l’Amérique latine et les Caraïbes',
      'WALC',
      TRAINING.fr,
      'Des formations en espagnol pour les réseaux d’Amérique latine et des Caraïbes.',
    ],
    es: [
      'Taller sobre redes para América Latina y el Caribe',
      'WALC',
      'Taller regional',
      'Formación en español para las redes de América Latina y el Caribe.',
    ],
  }),
  series('ceenet', 'regional', 19, {
    en: [
      'CEENet workshops',
      'CEENet',
      TRAINING.en,
      'Workshops of the Central and Eastern European Networking Association.',
    ],
    fr: [
      'Ateliers CEENet',
      'CEENet',
      TRAINING.fr,
      'Les ateliers de l’association des réseaux d’Europe centrale et orientale.',
    ],
  }),
  series('insig', 'plain', 20, {
    en: [
      'India School on Internet Governance',
      'inSIG',
      'School',
      'Days of learning about Internet governance, held with the chapters in India.',
    ],
    fr: [
      'École indienne sur la gouvernance de l’Internet',
      'inSIG',
      'École',
      'Des journées pour apprendre la gouvernance de l’Internet, avec les chapitres en Inde.',
    ],
  }),
  series('nsrc', 'regional', 21, {
    en: [
      'Network Startup Resource Center workshops',
      'NSRC',
      TRAINING.en,
      'Workshops on campus and research networks.',
    ],
    fr: [
      'Ateliers du Network Startup Resource Center',
      'NSRC',
      TRAINING.fr,
      'Des ateliers sur les réseaux de campus et de recherche.',
    ],
  }),
]

/** The series with what a document says of it. */
export function seriesOf(slug: string): SeriesSeed {
  const found = SERIES.find((one) => one.slug === slug)
  if (!found) throw new Error(`There is no series “${slug}” among the seeds.`)
  return found
}
