/** La page qui dit comment les événements viennent dans son propre calendrier ; ce que les calendriers disent des échéances. */
export const calendar = {
  title: 'Nos événements dans votre calendrier',
  lead: 'Abonnez-vous une fois. Les nouveaux événements, les nouvelles dates et les annulations arrivent ensuite d’eux-mêmes dans votre calendrier.',
  choose: 'Choisir ce qu’il contient',
  show: 'Montrer ce calendrier',
  past: 'Les événements passés aussi',
  host: 'Hôte',
  moreHosts: 'Autres hôtes',
  coming: 'Tous les événements à venir',
  comingChosen: 'Événements à venir',
  all: 'Tous les événements, passés et à venir',
  feed: 'Plenary : {{name}}',
  words: 'Mots',
  named: '{{label}} : {{values}}',
  inIt_one: 'Il contient {{count}} événement.',
  inIt_many: 'Il contient {{count}} événements.',
  inIt_other: 'Il contient {{count}} événements.',
  nothing:
    'Il ne contient rien encore. Il se remplit de lui-même : dès qu’un événement correspond, il est dans votre calendrier.',
  address: 'L’adresse de ce calendrier, à copier :',
  copy: 'Pour la copier, appuyez longuement dessus, ou cliquez avec le bouton droit.',
  open: {
    android: 'Ouvrir dans ICSx⁵',
    ios: 'Ouvrir dans Calendrier d’Apple',
    mac: 'Ouvrir dans Calendrier d’Apple',
    windows: 'Ouvrir dans un logiciel de calendrier',
    linux: 'Ouvrir dans un logiciel de calendrier',
    web: 'Ouvrir dans un logiciel de calendrier',
  },
  google: 'Ajouter à Google Agenda',
  outlook: 'Ajouter à Outlook.com',
  how: {
    android: 'S’abonner sur Android',
    ios: 'S’abonner sur un iPhone ou un iPad',
    mac: 'S’abonner sur un Mac',
    windows: 'S’abonner sous Windows',
    linux: 'S’abonner sous Linux',
    web: 'S’abonner dans un navigateur',
  },
  system: {
    android: 'Sur Android',
    ios: 'Sur un iPhone ou un iPad',
    mac: 'Sur un Mac',
    windows: 'Sous Windows',
    linux: 'Sous Linux',
    web: 'Dans un navigateur, partout',
  },
  guide: {
    icsx5: {
      name: 'Avec ICSx⁵',
      steps:
        'Installez ICSx⁵. C’est un logiciel libre ; il marche avec tous les calendriers du téléphone, aussi à côté de DAVx⁵.\nAppuyez sur « Ouvrir dans ICSx⁵ » ci-dessus ; ou sur + dans ICSx⁵, et collez l’adresse.\nDans ses réglages, choisissez à quel rythme il regarde, par exemple toutes les heures.',
    },
    androidGoogle: {
      name: 'Avec Google Agenda',
      steps:
        'L’application de Google n’accepte pas d’adresse. Ouvrez calendar.google.com dans un navigateur, de préférence sur un ordinateur.\nÀ côté de « Autres agendas », choisissez +, puis « À partir de l’URL ». Collez l’adresse et choisissez « Ajouter un agenda ».\nSur le téléphone, ouvrez les paramètres de l’application, choisissez le nouvel agenda (peut-être sous « Afficher plus ») et activez « Synchroniser ».',
    },
    iphone: {
      name: 'Avec Calendrier d’Apple',
      steps:
        'Appuyez sur « Ouvrir dans Calendrier d’Apple » ci-dessus, puis sur « S’abonner ».\nOu dans Calendrier : appuyez sur « Calendriers », « Ajouter », « Ajouter un calendrier avec abonnement », et collez l’adresse.\nLe rythme se règle dans Réglages, aux comptes de calendrier, sous « Nouvelles données ».',
    },
    mac: {
      name: 'Avec Calendrier d’Apple',
      steps:
        'Choisissez « Ouvrir dans Calendrier d’Apple » ci-dessus, puis « S’abonner ». Ou dans Calendrier : Fichier, Nouvel abonnement à un calendrier, et collez l’adresse.\nSous « Emplacement », choisissez iCloud : votre iPhone et votre iPad l’auront aussi.\nSous « Actualisation automatique », choisissez « Toutes les heures ».',
    },
    outlook: {
      name: 'Avec Outlook, le nouveau ou dans un navigateur',
      steps:
        'Choisissez « Ajouter à Outlook.com » ci-dessus, puis « Importer ». Ou dans le calendrier, choisissez « Ajouter un calendrier », puis « S’abonner à partir du web ».\nCollez l’adresse, donnez-lui un nom, choisissez « Importer ».',
    },
    outlookClassic: {
      name: 'Avec Outlook classique',
      steps:
        'Choisissez Fichier, Paramètres du compte, encore Paramètres du compte, puis l’onglet « Calendriers Internet » et « Nouveau ».\nCollez l’adresse, choisissez « Ajouter », puis « OK ».',
    },
    thunderbird: {
      name: 'Avec Thunderbird',
      steps:
        'Dans l’agenda, choisissez « Nouvel agenda », puis « Sur le réseau ».\nCollez l’adresse comme emplacement, cochez qu’elle ne demande pas d’identifiants, puis choisissez « Rechercher des agendas » et « S’abonner ».',
    },
    gnome: {
      name: 'Avec Agenda de GNOME',
      steps:
        'Ouvrez la liste des agendas, puis « Gérer les agendas » et « Ajouter un agenda ».\nCollez l’adresse, choisissez « Ajouter ».',
    },
    evolution: {
      name: 'Avec Evolution',
      steps:
        'Choisissez Fichier, Nouveau, Agenda, et le type « Sur le web ».\nCollez l’adresse comme URL. Sous « Actualiser toutes les », choisissez une heure ou moins.',
    },
    google: {
      name: 'Google Agenda',
      steps:
        'Choisissez « Ajouter à Google Agenda » ci-dessus, puis « Ajouter ».\nOu à côté de « Autres agendas », choisissez +, puis « À partir de l’URL » ; collez l’adresse et choisissez « Ajouter un agenda ».',
    },
    proton: {
      name: 'Proton, Fastmail et d’autres',
      steps:
        'Dans les réglages, cherchez les calendriers, et là « S’abonner » ou « Ajouter depuis une URL ».\nCollez l’adresse.',
    },
  },
  contents: 'Ce qu’il contient',
  first: 'Les {{count}} premiers de {{total}}, les plus proches d’abord :',
  firstLatest: 'Les {{count}} premiers de {{total}}, les plus tardifs d’abord :',
  seeAll: 'Les voir tous en liste',
  ready: 'Prêts à l’emploi',
  readyText: 'Chacun d’eux est un calendrier à part. Choisissez-en un pour voir son adresse et ce qu’il contient.',
  bySeries: 'Par série',
  byHost: 'Par hôte',
  byCountry: 'Par pays ou économie',
  changeMind: 'Tous les calendriers prêts à l’emploi',
  good: 'Bon à savoir',
  copyOrSubscribe:
    'Un abonnement reste à jour. Un fichier que vous téléchargez est une copie : il ne change pas quand l’événement change.',
  nobody:
    'Personne n’apprend que vous vous abonnez : votre calendrier lit l’adresse, sans votre nom. Pour arrêter, supprimez le calendrier dans votre logiciel.',
  stays:
    'Ce qui est annulé ou reporté reste dans le calendrier et le dit. Ce qui est terminé y reste quatre-vingt-dix jours.',
  zones:
    'Les heures d’un événement sont celles du lieu où il se tient. Votre calendrier les montre dans votre fuseau ; nos pages nomment toujours le fuseau.',
  often: 'À quel rythme les calendriers regardent',
  oftenText:
    'Un calendrier lit une adresse quand il veut ; personne ne peut le presser. Ce qui est urgent vient aussi par courriel à toutes les personnes inscrites.',
  client: 'Calendrier',
  interval: 'Regarde',
  cancelled: 'Événements annulés',
  vanish: 'disparaissent',
  struck: 'restent, barrés',
  said: 'restent, précédés de « ANNULÉ »',
  clients: {
    google: { name: 'Google Agenda', interval: 'toutes les 4 à 24 heures' },
    apple: { name: 'Calendrier d’Apple', interval: 'à votre choix, de 5 minutes à une semaine' },
    outlook: { name: 'Outlook.com', interval: 'toutes les 3 à 24 heures' },
    thunderbird: { name: 'Thunderbird', interval: 'toutes les 30 minutes' },
    proton: { name: 'Proton', interval: 'toutes les 4 à 16 heures' },
    fastmail: { name: 'Fastmail', interval: 'toutes les heures' },
    chosen: { name: 'ICSx⁵, Evolution, GNOME', interval: 'à votre choix' },
  },
  one: 'Un événement, une date',
  oneText:
    'La page de chaque événement a des fichiers pour votre calendrier : l’événement, son programme ou des séances seules, et chacune de ses dates, comme la fin du prix anticipé.',
  own: 'Vos propres événements',
  ownText:
    'Les événements auxquels vous êtes inscrit, avec vos échéances, ont un calendrier à eux que vous seul connaissez.',
  ownLink: 'Vos calendriers',
  ownSignIn: 'Se connecter pour en avoir un',
  programs: 'Pour les programmes',
  atom: 'Nouvelles de ces événements (Atom)',
  json: 'Ces événements en données (JSON)',
  jcal: 'Ce calendrier en jCal (RFC 7265)',

  event: {
    title: 'Dans votre calendrier',
    file: 'Ajouter au calendrier (.ics)',
    text: 'Ces liens ajoutent une copie telle qu’elle est aujourd’hui. Ce qui change ensuite arrive tout seul avec un abonnement :',
    later: 'Avec un abonnement, la nouvelle date arrivera toute seule :',
    ofSeries: 'tout {{series}}',
    ofHost: 'tout de {{host}}',
    sessions: 'les séances de cet événement, une à une',
    date: 'Ajouter au calendrier',
    dateNamed: 'Ajouter au calendrier : {{what}}',
    allDates: 'Toutes ces dates en calendrier (.ics)',
    session: 'Ajouter au calendrier',
    whole: 'L’événement entier (.ics)',
    programme: 'Toutes les séances en calendrier (.ics)',
    track: 'Les séances de {{track}} en calendrier (.ics)',
    notBoth:
      'Prenez dans votre calendrier l’événement entier ou ses séances, pas les deux : vous auriez tout en double.',
  },

  deadline: {
    title: '{{what}} : {{title}}',
    calendar: '{{title}} : dates',
    scholarshipOpens: 'À partir de là, vous pouvez demander une bourse.',
    scholarshipCloses: 'Envoyez votre demande de bourse avant ce moment.',
    applyOpens: 'À partir de là, vous pouvez poser votre candidature.',
    applyCloses: 'Envoyez votre candidature avant ce moment.',
    saleOpens: 'À partir de là, vous pouvez vous inscrire.',
    earlyEnds: 'Inscrivez-vous avant ce moment pour payer le prix anticipé.',
    standardEnds: 'Inscrivez-vous avant ce moment pour payer le prix normal.',
    saleCloses: 'Inscrivez-vous avant ce moment.',
  },
} as const
