import { asked, type Choice } from './written-question.ts'

const LEVELS: Choice[] = [
  ['never', 'Never', 'Jamais'],
  ['lab', 'In a lab', 'En laboratoire'],
  ['production', 'In production', 'En production'],
  ['expert', 'I teach it to others', 'Je l’enseigne'],
]

const HOSTS: Choice[] = [
  ['shell', 'Worked on a Unix command line', 'Travaillé en ligne de commande Unix'],
  ['install', 'Installed a server from nothing', 'Installé un serveur à partir de rien'],
  ['addresses', 'Planned IPv4 and IPv6 addresses', 'Planifié des adresses IPv4 et IPv6'],
  ['capture', 'Read a packet capture', 'Lu une capture de paquets'],
  ['zone', 'Edited a DNS zone', 'Modifié une zone DNS'],
  ['resolver', 'Run a resolver for others', 'Exploité un résolveur pour d’autres'],
  ['services', 'Kept services running at start and after a fault', 'Maintenu des services après une panne'],
  ['backup', 'Restored from a backup', 'Restauré une sauvegarde'],
]

const ROUTING: Choice[] = [
  ['ospf', 'Configured OSPF', 'Configuré OSPF'],
  ['isis', 'Configured IS-IS', 'Configuré IS-IS'],
  ['bgp', 'Configured BGP', 'Configuré BGP'],
  ['policy', 'Written routing policy for several neighbours', 'Écrit une politique de routage pour plusieurs voisins'],
  ['ipv6', 'Deployed IPv6 in a backbone', 'Déployé IPv6 dans une dorsale'],
  ['rpki', 'Signed route origins or validated them', 'Signé ou validé des origines de routes'],
  ['exchange', 'Connected to an exchange point', 'Raccordé à un point d’échange'],
  ['filters', 'Filtered routes of customers', 'Filtré les routes de clients'],
]

const SERVICES: Choice[] = [
  ['authoritative', 'Run authoritative name servers', 'Exploité des serveurs de noms faisant autorité'],
  ['dnssec', 'Signed a zone', 'Signé une zone'],
  ['rollover', 'Replaced a key of a signed zone', 'Remplacé une clé d’une zone signée'],
  ['mail', 'Run mail for an organization', 'Exploité la messagerie d’une organisation'],
  ['sender', 'Set up SPF, DKIM and DMARC', 'Mis en place SPF, DKIM et DMARC'],
  ['web', 'Run a web server with certificates', 'Exploité un serveur web avec certificats'],
  ['directory', 'Run a directory for sign-in', 'Exploité un annuaire d’authentification'],
  ['anycast', 'Served from several places', 'Servi depuis plusieurs lieux'],
]

const MANAGEMENT: Choice[] = [
  ['snmp', 'Collected figures from routers', 'Relevé des mesures sur des routeurs'],
  ['dashboards', 'Built dashboards and alarms', 'Construit des tableaux de bord et des alertes'],
  ['flows', 'Looked into traffic flows', 'Analysé des flux de trafic'],
  ['tickets', 'Worked with a ticket system', 'Travaillé avec un système de tickets'],
  ['configuration', 'Kept configurations under version control', 'Versionné des configurations'],
  ['logs', 'Collected and searched logs', 'Centralisé et fouillé des journaux'],
  ['incident', 'Led the answer to an incident', 'Conduit la réponse à un incident'],
  ['hardening', 'Hardened routers and servers', 'Durci des routeurs et des serveurs'],
]

/** What the applicants of each track have done: eight things each, the same for both routing tracks. */
export const NTW_SKILLS = [
  grid('skills-t1', ['T1'], HOSTS),
  grid('skills-t2', ['T2', 'T2-F'], ROUTING),
  grid('skills-t3', ['T3'], SERVICES),
  grid('skills-t4', ['T4'], MANAGEMENT),
]

function grid(code: string, choices: string[], rows: Choice[]) {
  const texts = {
    en: ['What have you done so far?', 'There is no wrong answer: it tells us which track fits.'] as [string, string],
    fr: ['Qu’avez-vous déjà fait ?', 'Il n’y a pas de mauvaise réponse : cela nous dit quel parcours convient.'] as [
      string,
      string,
    ],
  }
  return asked(code, 'grid', texts, 'Whether the track fits', { isRequired: true, choices, rows, levels: LEVELS })
}
