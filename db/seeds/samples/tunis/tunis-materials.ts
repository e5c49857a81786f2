/** Links beside the sessions, by the sessions' codes. */
export const TUNIS_MATERIALS = [
  { session: 'OPENING', title: 'The week on one page', path: 'week.pdf', audience: 'public' },
  { session: 'RT-E-1A', title: 'The lab’s topology', path: 'rt-e/topology.pdf', audience: 'participants' },
  { session: 'RT-E-2A', title: 'BGP: the exercises', path: 'rt-e/bgp.html', audience: 'participants' },
  { session: 'RT-E-2A', title: 'BGP: the answers', path: 'rt-e/bgp-answers.html', audience: 'instructors' },
  { session: 'RT-F-2A', title: 'BGP : les exercices', path: 'rt-f/bgp.html', audience: 'participants' },
  { session: 'RT-F-4A', title: 'RPKI : signer', path: 'rt-f/rpki.html', audience: 'public' },
  { session: 'DNS-A-3A', title: 'DNSSEC: التمارين', path: 'dns-a/dnssec.html', audience: 'participants' },
] as const
