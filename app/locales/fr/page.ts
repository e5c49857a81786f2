export const page = {
  aside: 'À propos de Plenary',
  versionOf: 'Version du {{day}}',
  accessibility: {
    title: 'Accessibilité',
    lead: 'Plenary doit fonctionner pour toutes les personnes qui veulent venir : sur un vieux téléphone, avec une connexion lente, au clavier, à l’oreille et sur papier.',
    goal: {
      title: 'Ce que nous visons',
      text: 'Nous suivons les Règles pour l’accessibilité des contenus web (WCAG) 2.2, niveau AA, sur chaque page publique et sur chaque page dont les participants, les formateurs et les organisateurs ont besoin.\n\n- Chaque page fonctionne sans script, sans image et au clavier seul.\n- Les titres, les formulaires et les erreurs sont balisés pour que les lecteurs d’écran les annoncent.\n- Le texte est bien contrasté, en thème clair comme en thème sombre, et rien n’est signalé par la seule couleur.\n- Les pages tiennent dans une largeur de 320 pixels et peuvent être agrandies à 400 %.\n- Les pages en arabe se lisent de droite à gauche. Les noms gardent leur écriture d’origine.\n- Une page est légère, pour s’ouvrir même avec une connexion lente.',
    },
    limits: {
      title: 'Ce qui manque, à notre connaissance',
      text: 'Nous vérifions nos pages avec des outils automatiques et à la main ; aucun audit extérieur n’a encore eu lieu. Les outils ne trouvent qu’une partie de ce qui gêne.\n\nLes descriptions des événements sont écrites par leurs organisateurs. Une traduction peut manquer, et un document en lien peut ne pas être accessible.',
    },
    event: {
      title: 'Lors d’un événement',
      text: 'La page d’un événement indique ce que l’organisateur sait du lieu : marches, ascenseurs, boucles magnétiques, salles calmes, sous-titrage. Si elle ne répond pas à votre question, écrivez au contact indiqué avant de réserver votre voyage.\n\nCe que vous dites de vos besoins sert à y répondre, et à rien d’autre.',
    },
    help: {
      title: 'Si quelque chose vous gêne',
      text: 'Écrivez à [{{email}}](mailto:{{email}}) en indiquant la page et l’outil avec lequel vous la lisez. Une personne vous lira. Nous vous dirons ce que nous pouvons faire tout de suite, et nous vous inscrirons par e-mail si un formulaire est inutilisable.',
    },
  },
  privacy: {
    title: 'Vie privée',
    lead: 'Nous gardons ce dont un événement a besoin, nous le montrons à qui en a besoin, et nous ne suivons personne.',
    kept: {
      title: 'Ce que nous gardons',
      text: '- **À l’inscription :** les noms et les adresses e-mail du formulaire, le pays, vos réponses aux questions de l’événement et ce que vous avez accepté.\n- **Au paiement par carte :** le montant, la devise, l’heure et le numéro du paiement. Les numéros de carte vont au prestataire de paiement et ne nous parviennent jamais.\n- **À la connexion :** votre adresse e-mail et, pour chaque appareil, la famille de son navigateur et sa dernière visite.\n- **Quand un logiciel consulte votre propre calendrier :** la dernière fois, et quel genre de logiciel c’était.\n- **À chaque modification :** qui a changé quoi, et quand, pour retrouver et réparer les erreurs.\n\nAucun compte n’est nécessaire pour participer.',
    },
    seen: {
      title: 'Qui peut le voir',
      text: 'Les organisateurs d’un événement voient ses inscriptions. Les formateurs voient les participants de ce qu’ils enseignent et, parmi leurs réponses, seulement celles qui leur sont destinées. Les finances voient les commandes et les paiements. Les administrateurs font fonctionner l’installation et peuvent voir ce qu’ils doivent voir.\n\nLa personne qui a passé une commande voit celles qui y figurent. Personne n’apparaît dans une liste publique sans avoir coché la case prévue.\n\nNous ne vendons rien et n’affichons aucune publicité.',
    },
    cookies: {
      title: 'Cookies et journaux',
      text: 'Une visite ne dépose aucun cookie. La connexion en dépose un, nommé `plenary_sign_in`, qui sert seulement à vous garder connecté. Il prend fin quand vous vous déconnectez, ou après 30 jours sans visite.\n\nNos journaux techniques ne contiennent ni nom ni adresse e-mail. Pour empêcher de deviner des codes ou d’inonder des messageries, nous comptons les essais par adresse réseau, pour peu de temps et sous une forme qui ne permet pas de lire l’adresse.\n\nLes pages ne chargent rien d’autres entreprises : ni polices, ni compteurs, ni cartes.',
    },
    payment: {
      title: 'Paiement et courrier',
      text: 'Les paiements par carte ont lieu sur la page de notre prestataire, Stripe, qui traite vos données selon ses propres conditions. Nous lui transmettons le montant, son objet, votre adresse e-mail et le code de votre commande.\n\nLe courrier passe par des serveurs de messagerie, les nôtres et les vôtres. Nos messages ne contiennent ni image de suivi ni lien déguisé.',
    },
    yours: {
      title: 'Ce que vous pouvez demander',
      text: 'Consultez et corrigez votre nom et votre pays [sur votre page]({{me}}). Retrouvez une commande [par son code]({{status}}).\n\nÉcrivez à [{{email}}](mailto:{{email}}) depuis l’adresse concernée pour recevoir une copie de ce que nous gardons à votre sujet, ou pour le faire effacer. Après un effacement, les places et les montants restent dans les livres sans votre nom, car les comptes doivent rester justes.',
    },
  },
  conduct: {
    title: 'Code de conduite',
    lead: 'À nos événements se retrouvent des personnes de nombreux pays, langues et parcours. Chacune doit pouvoir apprendre, parler et être entendue.',
    scope: {
      title: 'Où il s’applique',
      text: 'À chaque événement et atelier auquel vous vous inscrivez avec Plenary : dans les salles, en ligne, dans les messageries et les listes de diffusion, lors des dîners et des sorties qui en font partie. Il s’applique à tout le monde : participants, intervenants, formateurs, sponsors, équipes et organisateurs.',
    },
    expected: {
      title: 'Ce que nous vous demandons',
      text: '- Respectez chaque personne, surtout dans le désaccord. Critiquez les idées, pas les gens.\n- Parlez de façon que celles et ceux qui n’ont pas votre langue maternelle puissent suivre. Laissez les autres finir.\n- Soyez patient avec les débutants : tout le monde l’a été.\n- Demandez avant de photographier ou d’enregistrer quelqu’un, et acceptez un refus.\n- Utilisez les réseaux et les machines d’un atelier pour l’atelier, et ne touchez ni aux systèmes ni aux données des autres.\n- Suivez les règles du lieu et les lois du pays d’accueil.',
    },
    unacceptable: {
      title: 'Ce que nous n’acceptons pas',
      text: 'Le harcèlement sous toutes ses formes : insultes, menaces, plaisanteries ou images dégradantes sur le genre, la sexualité, le handicap, l’apparence, l’âge, l’origine, la religion ou les convictions d’une personne ; attention ou contact non désirés ; filature ou traque ; divulgation d’informations privées ; perturbation volontaire d’une séance ; et le fait de pousser d’autres à agir ainsi.\n\nToute personne à qui l’on demande d’arrêter doit arrêter aussitôt.',
    },
    report: {
      title: 'Si quelque chose arrive',
      text: 'Si une personne est en danger, appelez d’abord les secours locaux.\n\nParlez à un membre de l’équipe de l’événement ou allez à son accueil. Si vous préférez écrire, utilisez le contact de la page de l’événement ou [{{email}}](mailto:{{email}}). Vous pouvez venir accompagné, et quelqu’un peut signaler les faits à votre place.\n\nNous écoutons, nous notons seulement le nécessaire et nous le transmettons seulement à qui doit agir. Un signalement sincère ne nuira à personne qui le fait.',
    },
    consequences: {
      title: 'Ce que nous pouvons faire',
      text: 'Les organisateurs peuvent demander des excuses, mettre fin à une intervention, séparer des personnes, exclure quelqu’un de l’événement sans remboursement, ou d’événements à venir. Ils entendent les deux parties quand c’est possible et décident sans les personnes concernées. Vous pouvez demander un second examen en écrivant à la même adresse.',
    },
  },
  contact: {
    title: 'Contact',
    lead: 'La personne la plus proche de votre question répond le plus vite.',
    event: {
      title: 'Au sujet d’un événement',
      text: 'Programme, lieu, lettres pour un visa, repas et besoins d’accès, changements et annulations : écrivez au contact indiqué sur la page de l’événement. [Trouver votre événement]({{events}}).',
    },
    order: {
      title: 'Au sujet d’une commande ou d’un billet',
      text: 'Indiquez le code de la commande, par exemple `P7KQ-4M2X` ; il figure dans chaque e-mail qui la concerne. Pas d’e-mail ? [Retrouvez votre commande par son code]({{status}}).\n\nN’envoyez jamais de numéro de carte ni de mot de passe. Personne ici ne vous en demandera.',
    },
    plenary: {
      title: 'Au sujet de Plenary',
      text: 'Une page qui ne marche pas, un obstacle, une question sur vos données, ou autre chose : [{{email}}](mailto:{{email}}). Si une page d’erreur affiche un court numéro, ajoutez-le ; il nous aide à retrouver ce qui s’est passé.',
    },
    security: {
      title: 'Une faille de sécurité',
      text: 'Merci de votre attention. Écrivez à [{{email}}](mailto:{{email}}) avec « Security » dans l’objet et la marche à suivre pour la constater. Ne touchez pas aux données d’autrui, et laissez-nous le temps de réparer avant de publier.',
    },
  },
  data: {
    title: 'Données ouvertes et flux',
    lead: 'Le catalogue a aussi sa place sur votre site, dans votre calendrier et dans vos programmes. Sans clé et sans inscription.',
    calendars: {
      title: 'Calendriers',
      text: 'Abonnez-vous une fois : les nouveaux événements et les changements d’heure ou de lieu arrivent d’eux-mêmes. [Comment s’abonner]({{calendar}}).\n\n- Tous les événements : [`/events.ics`](/events.ics)\n- Une série : `/series/ntw.ics`\n- Un événement : `/events/EVENT.ics` ; son programme : `/events/EVENT/programme.ics` ; ses dates : `/events/EVENT/deadlines.ics`',
    },
    feeds: {
      title: 'Fil d’actualité',
      text: '[`/events.atom`](/events.atom) annonce aux lecteurs de flux les événements nouveaux ou modifiés.',
    },
    json: {
      title: 'Données',
      text: '- Le catalogue : [`/events.json`](/events.json)\n- Un événement, avec ses parcours, ses prix et son programme : `/events/EVENT.json`\n- Le sens des champs : [`/schemas/event.json`](/schemas/event.json), un schéma JSON\n\nLes dates sont données à l’heure du lieu, avec son fuseau horaire. Les montants sont des nombres entiers de la plus petite unité de leur devise.',
    },
    queries: {
      title: 'Seulement ce que vous voulez',
      text: 'Chaque filtre du [catalogue]({{events}}) vaut aussi pour les calendriers, les flux et les données. Choisissez les filtres sur la page, puis ajoutez `.ics`, `.atom` ou `.json` après `/events` dans son adresse :\n\n- `/events.ics?series=ndss`\n- `/events.json?country=KE&when=all`\n- `/events.atom?topic=routing&language=fr`\n\nLes mots sont `q`, `series`, `country`, `topic`, `language`, `format`, `level`, `host`, `from`, `to`, `when`, `price`, `scholarship` et `page`. Plusieurs valeurs d’un même mot sont liées par « ou », plusieurs mots par « et ».',
    },
    manners: {
      title: 'Bon usage',
      text: 'Une fois par heure suffit. Renvoyez l’`ETag` que vous avez reçu : si rien n’a changé, la réponse tient en quelques octets. Les événements marqués comme exemples sont inventés et ne doivent pas être présentés ailleurs comme réels.\n\nLes données parlent des événements et des personnes de leur programme public. Elles ne disent jamais qui s’est inscrit.',
    },
  },
} as const
