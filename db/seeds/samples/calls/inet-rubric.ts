import { judged } from './written-criterion.ts'

const counts = (firstTime: number, returning: number) =>
  [5, { '': firstTime, 'first-time': firstTime, returning }] as const

/** Five points each; who comes again is weighed by what they did since. */
export const INET_RUBRIC = [
  judged(
    'need',
    ...counts(25, 20),
    {
      en: ['Need', 'Can they or their employer pay? The costs are shown.'],
      fr: ['Besoin', 'Peuvent-ils payer, eux ou leur employeur ? Les coûts sont montrés.'],
    },
    {
      0: ['Could pay', 'Pourrait payer'],
      3: ['A gap, and part of it covered', 'Un manque, en partie couvert'],
      5: ['No other way, and shown', 'Aucune autre voie, et c’est montré'],
    },
  ),
  judged(
    'relevance',
    ...counts(20, 20),
    { en: ['Relevance of work or studies'], fr: ['Pertinence du travail ou des études'] },
    {
      0: ['No tie to INET', 'Sans lien avec INET'],
      3: ['Part of the work', 'Une partie du travail'],
      5: ['At the heart of the work', 'Au cœur du travail'],
    },
  ),
  judged(
    'contribution',
    ...counts(20, 30),
    { en: ['Contribution plan', 'What they will do afterwards.'], fr: ['Projet', 'Ce qu’ils feront ensuite.'] },
    {
      0: ['None', 'Aucun'],
      1: ['A vague wish', 'Un vœu vague'],
      2: ['Own learning only', 'Seulement apprendre soi-même'],
      3: ['A plan for one team', 'Un projet pour une équipe'],
      4: ['A plan with partners and dates', 'Un projet avec partenaires et dates'],
      5: ['A plan, and proof of earlier delivery', 'Un projet, et des preuves d’avoir déjà réalisé'],
    },
  ),
  judged(
    'community',
    ...counts(15, 20),
    {
      en: ['Community engagement', 'Chapter, operators’ group, research network.'],
      fr: ['Engagement', 'Chapitre, groupe d’opérateurs, réseau de recherche.'],
    },
    {
      0: ['None', 'Aucun'],
      3: ['Takes part', 'Participe'],
      5: ['Builds or leads', 'Construit ou dirige'],
    },
  ),
  judged(
    'under-served',
    ...counts(20, 10),
    {
      en: ['Under-served community or region', 'By coarse facts, without names.'],
      fr: ['Communauté ou région mal desservie', 'Dans les grandes lignes, sans noms.'],
    },
    {
      0: ['Well served', 'Bien desservie'],
      3: ['Partly served', 'En partie desservie'],
      5: ['Hardly anybody else reaches them', 'Presque personne d’autre ne les atteint'],
    },
  ),
]
