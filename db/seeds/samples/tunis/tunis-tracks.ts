interface CourseTrack {
  code: string
  language: 'en' | 'fr' | 'ar'
  room: string
  /** What its lab's machines are called, and what of the addresses for documentation they have. */
  lab: { machine: string; addresses: string; zone: string }
  texts: Record<string, { title: string; summary: string; prerequisites: string }>
  people: { role: string; fullName: string; latinName?: string; email?: string }[]
  /** What was done from Monday to Friday: in the morning, in the afternoon. */
  days: [morning: string, afternoon: string][]
}

function text(title: string, summary: string, prerequisites: string) {
  return { title, summary, prerequisites }
}

/** The three tracks: one in English, one in French, one with a group that speaks Arabic. */
export const TUNIS_TRACKS: CourseTrack[] = [
  {
    code: 'RT-E',
    language: 'en',
    room: 'Lab A',
    lab: {
      machine: '{label}.a.lab.example',
      addresses: '198.51.100.{n}/32 2001:db8:a:{n:hex}::/64',
      zone: '{label}.a.example',
    },
    texts: {
      en: text('Backbone routing', 'OSPF, BGP and RPKI on the routers of a lab.', 'You have configured a router.'),
      fr: text('Routage de dorsale', 'OSPF, BGP et RPKI sur les routeurs du labo.', 'Vous avez configuré un routeur.'),
      ar: text('توجيه الشبكات الأساسية', 'OSPF وBGP وRPKI على موجّهات المختبر.', 'سبق لك ضبط موجّه.'),
    },
    people: [
      { role: 'lead-instructor', fullName: 'Lasse Esimerkki' },
      { role: 'instructor', fullName: 'Rohit Namuna' },
      { role: 'assistant', fullName: 'Siti' },
    ],
    days: [
      ['Addresses and the topology of the lab', 'OSPF'],
      ['BGP between two networks', 'BGP policy'],
      ['Route servers', 'An exchange point of our own'],
      ['RPKI: signing', 'RPKI: validating'],
      ['What breaks at night', 'Your own network: a plan'],
    ],
  },
  {
    code: 'RT-F',
    language: 'fr',
    room: 'Lab B',
    lab: {
      machine: '{label}.b.lab.example',
      addresses: '203.0.113.{n}/32 2001:db8:b:{n:hex}::/64',
      zone: '{label}.b.example',
    },
    texts: {
      fr: text(
        'Infrastructure réseaux IP',
        'OSPF, BGP et RPKI sur les routeurs du labo, en français.',
        'Vous avez configuré un routeur.',
      ),
      en: text(
        'IP network infrastructure, in French',
        'OSPF, BGP and RPKI, in French.',
        'You have configured a router.',
      ),
      ar: text('البنية التحتية لشبكات IP بالفرنسية', 'OSPF وBGP وRPKI، بالفرنسية.', 'سبق لك ضبط موجّه.'),
    },
    people: [
      { role: 'lead-instructor', fullName: 'Fatou Spécimen', email: 'fatou@plenary.example' },
      { role: 'instructor', fullName: 'Luc Modèle' },
    ],
    days: [
      ['Adressage et topologie du labo', 'OSPF'],
      ['BGP entre deux réseaux', 'Politiques BGP'],
      ['Serveurs de routes', 'Notre propre point d’échange'],
      ['RPKI : signer', 'RPKI : valider'],
      ['Ce qui tombe la nuit', 'Votre réseau : un plan'],
    ],
  },
  {
    code: 'DNS-A',
    language: 'ar',
    room: 'Lab C',
    lab: {
      machine: '{label}.c.lab.example',
      addresses: '192.0.2.{n}/32 2001:db8:c:{n:hex}::/64',
      zone: '{label}.c.example',
    },
    texts: {
      ar: text('خدمات أسماء النطاقات', 'الخوادم والنطاقات وDNSSEC، بالعربية.', 'تدير خادمًا يستعمله غيرك.'),
      en: text('The DNS, in Arabic', 'Servers, zones and DNSSEC, in Arabic.', 'You run a server that others use.'),
      fr: text(
        'Le DNS, en arabe',
        'Serveurs, zones et DNSSEC, en arabe.',
        'Vous exploitez un serveur utilisé par d’autres.',
      ),
    },
    people: [
      {
        role: 'lead-instructor',
        fullName: 'داليا نموذجي',
        latinName: 'Dalia Namoudhaj',
        email: 'dalia@plenary.example',
      },
      { role: 'instructor', fullName: 'سامي افتراضي', latinName: 'Sami Iftiradi' },
    ],
    days: [
      ['كيف يعمل نظام الأسماء', 'خادم مستودِع للأجوبة'],
      ['نطاق خاص بك', 'نقل النطاقات بين الخوادم'],
      ['DNSSEC: التوقيع', 'DNSSEC: التحقق'],
      ['تبديل المفاتيح', 'المراقبة والأعطال'],
      ['الخصوصية في الأسماء', 'خطة لشبكتك'],
    ],
  },
]
