/** What invented applicants write, by what they are asked about and their language; several of them make an answer. */
export const SAMPLE_SENTENCES: Record<string, Record<string, string[]>> = {
  work: {
    en: [
      'I keep the campus network of about forty buildings running, with two colleagues.',
      'Our backbone has six routers and two upstreams, and I am the one who is called at night.',
      'I look after name servers, mail and the web of a small provider.',
      'We moved half of our schools to fibre last year, and nobody has measured what that changed.',
      'I teach networking three days a week and run the laboratory on the other two.',
      'The exchange point has eleven members now, and its route server is my work.',
    ],
    fr: [
      'J’exploite le réseau d’un campus d’une quarantaine de bâtiments, avec deux collègues.',
      'Notre dorsale compte six routeurs et deux transitaires, et c’est moi qu’on appelle la nuit.',
      'Je m’occupe des serveurs de noms, de la messagerie et du web d’un petit opérateur.',
      'J’enseigne les réseaux trois jours par semaine et je tiens le laboratoire les deux autres.',
    ],
    ar: [
      'أدير شبكة جامعية تضم نحو أربعين مبنى مع زميلين.',
      'أعمل على خوادم الأسماء والبريد لدى مزوّد صغير.',
      'أدرّس الشبكات ثلاثة أيام في الأسبوع وأشرف على المختبر في اليومين الآخرين.',
    ],
  },
  problem: {
    en: [
      'When one upstream fails, traffic does not come back for an hour, because we announce everything by hand.',
      'Half of our addresses are private and nobody knows which; IPv6 stands in the plan since four years.',
      'Our zones are not signed, and last year somebody answered in our name for two days.',
      'We see faults only when people call, since nothing watches the links to the provinces.',
      'Two providers in the same street exchange their traffic over another continent.',
      'The person who built our monitoring has left, and nobody dares to touch it.',
    ],
    fr: [
      'Quand un transitaire tombe, le trafic met une heure à revenir : nous annonçons tout à la main.',
      'Nos zones ne sont pas signées, et l’an dernier quelqu’un a répondu à notre place pendant deux jours.',
      'Nous ne voyons les pannes que quand on nous appelle : rien ne surveille les liens des provinces.',
      'Deux opérateurs de la même rue échangent leur trafic par un autre continent.',
    ],
    ar: [
      'عندما يتعطل أحد المزوّدين الأعلى لا تعود حركة البيانات إلا بعد ساعة لأننا نعلن المسارات يدويًا.',
      'مناطقنا غير موقّعة، وفي العام الماضي ردّ غيرنا باسمنا يومين كاملين.',
      'لا نعرف بالأعطال إلا عندما يتصل بنا الناس.',
    ],
  },
  plan: {
    en: [
      'In September I give the same course to twelve engineers of three universities, in our laboratory; the dean has agreed.',
      'I will teach it to my team first, one afternoon a week, and write down how we did it.',
      'The operators’ group meets in October: I run a day of it on what I learned.',
      'I have trained eight colleagues after the last course that I took, and six of them still work with it.',
      'There is no date yet, but my head of department wants a course before the end of the year.',
      'I would like to share it with others when there is an opportunity.',
    ],
    fr: [
      'En septembre je donne le même cours à douze ingénieurs de trois universités ; le doyen est d’accord.',
      'Je formerai d’abord mon équipe, un après-midi par semaine, et je rédigerai notre méthode.',
      'Le groupe d’opérateurs se réunit en octobre : j’y anime une journée.',
      'Il n’y a pas encore de date, mais ma direction veut un cours avant la fin de l’année.',
    ],
    ar: [
      'في سبتمبر أقدّم الدورة نفسها لاثني عشر مهندسًا من ثلاث جامعات، وقد وافق العميد.',
      'سأدرّب فريقي أولًا بعد ظهر يوم كل أسبوع وأدوّن كيف فعلنا ذلك.',
      'لا يوجد موعد بعد، لكن الإدارة تريد دورة قبل نهاية العام.',
    ],
  },
  money: {
    en: [
      'My employer pays my salary during the week and nothing else.',
      'We asked the ministry, which has no travel money this year.',
      'My university can cover the visa and a third of the flight.',
      'I applied to a regional fund and was told that it is spent.',
      'Since the currency fell, the flight costs more than four months of my pay.',
    ],
    fr: [
      'Mon employeur maintient mon salaire cette semaine-là, et rien d’autre.',
      'Nous avons demandé au ministère, qui n’a pas de crédits de voyage cette année.',
      'Mon université peut prendre en charge le visa et un tiers du vol.',
      'Depuis la chute de la monnaie, le vol coûte plus de quatre mois de salaire.',
    ],
    ar: [
      'يدفع صاحب العمل راتبي خلال الأسبوع ولا شيء غير ذلك.',
      'سألنا الوزارة وليس لديها مخصصات سفر هذا العام.',
      'تستطيع جامعتي تغطية التأشيرة وثلث ثمن التذكرة.',
    ],
  },
  community: {
    en: [
      'I am the secretary of our chapter and answer the questions of its new members.',
      'I helped run the last meeting of the operators’ group: streams, desk, cables.',
      'I translate material into our language and keep a list for beginners.',
      'So far I have only listened, and I want that to change.',
    ],
    fr: [
      'Je suis secrétaire de notre chapitre et réponds aux nouveaux membres.',
      'J’ai aidé à la dernière réunion du groupe d’opérateurs : diffusion, accueil, câbles.',
      'Jusqu’ici j’ai surtout écouté, et je veux que cela change.',
    ],
    ar: ['أنا أمينة سر فرعنا وأجيب عن أسئلة الأعضاء الجدد.', 'أترجم المواد إلى لغتنا وأدير قائمة للمبتدئين.'],
  },
  place: {
    en: [
      'Outside the capital there is one link of a single provider, and schools share it with the clinic.',
      'Half of the villages have no fixed line; people climb a hill to send a message.',
      'Prices are twenty times those of the coast.',
    ],
    fr: [
      'Hors de la capitale, il n’y a qu’un lien d’un seul opérateur, partagé par les écoles et le dispensaire.',
      'La moitié des villages n’ont pas de ligne fixe.',
    ],
    ar: ['خارج العاصمة خط واحد لمزوّد واحد تتقاسمه المدارس والعيادة.', 'نصف القرى بلا خط ثابت.'],
  },
  letter: {
    en: [
      'I have worked with this person for three years and would send nobody else.',
      'They are careful, curious, and explain things well; after the last course they trained half of our team.',
      'We release them for the whole week and want them to teach what they learn.',
    ],
    fr: [
      'Nous travaillons ensemble depuis trois ans et je n’enverrais personne d’autre.',
      'Une personne soigneuse, curieuse, et qui explique bien.',
    ],
    ar: ['نعمل معًا منذ ثلاث سنوات ولا أرسل غير هذا الشخص.', 'شخص دقيق وفضولي ويحسن الشرح.'],
  },
  review: {
    en: [
      'A clear problem and a plan that can be checked.',
      'The plan names a course but no date.',
      'Strong on the work, thin on passing it on.',
      'Knows most of this already; T4 might fit better.',
      'The gap is shown, and the employer carries a part.',
      'I would have liked to read how many people would learn from it.',
    ],
  },
}

export const SAMPLE_ROLES: Record<string, string[]> = {
  en: [
    'Network engineer',
    'System administrator',
    'Lecturer in networking',
    'Head of a network operations centre',
    'Doctoral student',
    'Exchange point operator',
  ],
  fr: [
    'Ingénieur réseau',
    'Administratrice système',
    'Enseignant en réseaux',
    'Responsable d’un centre d’exploitation',
    'Doctorante',
  ],
  ar: ['مهندس شبكات', 'مسؤولة أنظمة', 'محاضر في الشبكات', 'طالبة دكتوراه'],
}

/** Of organizations; `{country}` is their country's code. */
export const SAMPLE_ORGANIZATIONS = [
  'Example University {country}',
  'Sample Institute of Technology {country}',
  'Specimen Research Network {country}',
  'Placeholder Telecom {country}',
  'Mock Internet Exchange {country}',
  'Ministry of Examples {country}',
  'Test Community Networks {country}',
  'Fictional College {country}',
]
