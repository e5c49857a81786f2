/** The topics of the catalogue, with their names in English, French, Arabic and Spanish. */
const TOPICS: Record<string, [en: string, fr: string, ar: string, es: string]> = {
  access: ['Access', 'Accès', 'النفاذ', 'Acceso'],
  'community-networks': ['Community networks', 'Réseaux communautaires', 'الشبكات المجتمعية', 'Redes comunitarias'],
  dns: ['DNS and DNSSEC', 'DNS et DNSSEC', 'نظام أسماء النطاقات', 'DNS y DNSSEC'],
  'exchange-points': [
    'Internet exchange points',
    'Points d’échange Internet',
    'نقاط تبادل الإنترنت',
    'Puntos de intercambio',
  ],
  'internet-governance': [
    'Internet governance',
    'Gouvernance de l’Internet',
    'حوكمة الإنترنت',
    'Gobernanza de Internet',
  ],
  ipv6: ['IPv6', 'IPv6', 'الإصدار السادس', 'IPv6'],
  measurement: ['Measurement', 'Mesure', 'القياس', 'Medición'],
  'network-operations': ['Network operations', 'Exploitation des réseaux', 'تشغيل الشبكات', 'Operación de redes'],
  routing: ['Routing', 'Routage', 'التوجيه', 'Enrutamiento'],
  security: ['Security', 'Sécurité', 'الأمن', 'Seguridad'],
  teaching: ['Teaching', 'Enseignement', 'التدريس', 'Enseñanza'],
}

/** Topics as a document gives them. */
export function topicsOf(...slugs: string[]) {
  return slugs.toSorted().map((slug) => {
    const [en, fr, ar, es] = TOPICS[slug]!
    return { slug, names: { en, fr, ar, es } }
  })
}
