import type { Language } from "./language.ts";

/** French. */
export const FRENCH: Language = {
  code: "fr",
  sections: {
    metadata: ["métadonnées", "informations générales", "participants", "auteur", "auteurs", "intervenants"],
    summary: [
      ...[
        "résumé",
        "résumé exécutif",
        "résumé de l'incident",
        "synthèse",
        "description",
        "vue d'ensemble",
        "contexte et résumé",
      ],
      ...["ce qui s'est passé", "que s'est-il passé", "description de l'incident", "présentation", "en bref"],
    ],
    impact: [
      ...["impacts", "conséquences", "impact utilisateur", "impact client", "impact utilisateurs", "impact métier"],
      ...["périmètre", "exposition", "portée", "utilisateurs affectés", "services affectés"],
    ],
    background: ["contexte", "historique"],
    detection: ["détection", "symptôme", "symptômes", "découverte", "comment l'incident a été détecté"],
    timeline: [
      ...["chronologie", "déroulé", "déroulement", "frise chronologique", "chronologie de l'incident"],
      ...["chronologie des événements", "déroulé des événements", "déroulement des faits", "historique des événements"],
    ],
    "root-cause": [
      ...["cause", "causes", "cause racine", "causes racines", "cause principale", "analyse des causes"],
      ...["analyse de la cause racine", "analyse des causes racines", "cause profonde", "causes profondes"],
      ...["origine", "origine de l'incident", "analyse", "déclencheur", "cause première", "cause et prévention"],
    ],
    contributing: ["facteurs contributifs", "facteurs contribuants", "facteurs aggravants", "causes contributives"],
    restoration: [
      ...["résolution", "correctif", "correctifs", "correctif appliqué", "rétablissement", "remédiation"],
      ...["retour à la normale", "atténuation", "mesures immédiates", "actions immédiates", "solution", "correction"],
      ...["résolution et rétablissement", "fix appliqué", "fix immédiat"],
    ],
    communication: ["communication client", "communication interne"],
    lessons: [
      ...["leçons", "leçons apprises", "leçons tirées", "enseignements", "retour d'expérience", "apprentissages"],
      ...["ce que nous avons appris"],
    ],
    "went-well": [
      ...["ce qui a bien marché", "ce qui a bien fonctionné", "ce qui s'est bien passé", "points positifs"],
    ],
    "went-wrong": [
      ...["ce qui a mal marché", "ce qui n'a pas marché", "ce qui n'a pas fonctionné", "ce qui s'est mal passé"],
      ...["ce qui a mal fonctionné", "ce qui peut être amélioré", "points à améliorer", "axes d'amélioration"],
    ],
    "got-lucky": ["là où nous avons eu de la chance", "où nous avons eu de la chance", "coups de chance"],
    actions: [
      ...["actions correctives", "plan d'action", "plan d'actions", "actions préventives", "mesures correctives"],
      ...["actions à mener", "prochaines étapes", "prévention", "suivi", "mesures préventives", "actions de suivi"],
      ...["actions correctives et préventives", "tâches"],
    ],
    references: ["annexe", "annexes", "références", "liens", "liens utiles"],
  },
  fields: {
    title: ["titre"],
    date: ["date de l'incident", "jour"],
    severity: ["sévérité", "gravité", "criticité", "priorité", "niveau de gravité"],
    status: ["statut", "état"],
    owner: ["responsable", "auteur", "auteurs", "rédigé par", "rédacteur", "propriétaire", "pilote"],
    services: ["services affectés", "services impactés", "service affecté", "nœud affecté", "systèmes affectés"],
    started: ["début", "début de l'incident", "heure de début"],
    detected: ["détecté", "détecté à", "heure de détection"],
    acknowledged: ["pris en charge", "prise en charge"],
    mitigated: ["atténué", "contourné"],
    resolved: ["résolu", "résolu à", "fin", "fin de l'incident", "heure de fin", "rétabli"],
    duration: ["durée", "durée de l'incident", "durée totale", "indisponibilité"],
    timeZone: ["fuseau horaire"],
    environment: ["environnement"],
  },
  columns: {
    time: ["heure", "horodatage", "jour", "quand"],
    action: ["tâche", "mesure", "description"],
    owner: ["responsable", "propriétaire", "qui", "pilote", "assigné"],
    due: ["échéance", "date limite", "délai", "pour quand"],
    ticket: ["suivi"],
    status: ["état", "statut"],
    type: ["catégorie", "nature"],
    priority: ["priorité"],
  },
  severities: {
    sev1: ["critique"],
    sev2: ["haute", "élevée", "élevé", "majeur", "majeure"],
    sev3: ["moyenne", "moyen", "modérée"],
    sev4: ["basse", "faible", "mineur", "mineure"],
  },
  documentNames: ["rapport d'incident", "compte rendu d'incident", "analyse d'incident", "retour d'expérience"],
  frequentWords: ["les", "est", "dans", "pas", "du", "une", "avec", "sur", "qui", "été", "aux", "ont", "cette", "nous"],
};
