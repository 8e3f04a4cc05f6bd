"""What the keys and sheets of a plan are called in the workbook of a French plan."""

from collections.abc import Mapping

from qt_ict.wording.plan_keys import key_name

KEYS_FR: Mapping[str, str] = {
    "id": "Identifiant",
    "round": "Enquête",
    "section": "Feuille",
    "code": "Code",
    "key": "Clé",
    "name": "Nom",
    "vi": "Nom en vietnamien",
    "en": "Nom en anglais",
    "value": "Valeur",
    "unit": "Unité de mesure",
    "date": "Date",
    "document": "Document",
    "number": "Numéro du document",
    "issuer": "Émis par",
    "area": "Territoire",
    "languages": "Langues",
    "identified_by": "Source du numéro et de la date",
    "carries_out": "Met en œuvre",
    "basis": "Base légale",
    "kind": "Genre",
    "one": "Au singulier (anglais)",
    "per": "Compté parmi",
    "factor": "Multiplié par",
    "source": "Source (point)",
    "comparator": "Comparaison",
    "printed": "Taux imprimé",
    "of": "Part de",
    "parts": "Composé de",
    "conflicts_with": "En contradiction avec",
    "implies": "Implique",
    "low": "Borne basse",
    "high": "Borne haute",
    "confidence": "Confiance (%)",
    "standard_error": "Erreur type",
    "rounded_to": "Arrondi à",
    "definition": "Autre définition",
    "cumulative": "Cumulé",
    "note": "Remarque",
    "numerator": "Numérateur",
    "denominator": "Dénominateur",
    "figure": "Chiffre",
    "better": "Sens favorable",
    "domain": "Domaine",
    "agency": "Organisme responsable",
    "cooperating": "Organismes associés",
    "reference": "Classe de cas passés",
    "edition": "Édition",
    "due": "Échéance",
    "due_inferred": "Échéance déduite de",
    "measure": "Mesure",
    "indicator": "Indicateur",
    "within": "Au sein de l'objectif",
    "from_baseline": "Par rapport au départ",
    "date_assumed": "Date supposée",
    "transcribed": "Recopié d'un document",
    "reports": "Remplit l'obligation",
    "to": "Destinataire",
    "every": "Périodicité",
    "legal_basis": "Fait partie de la base légale",
    "accept": "Accepté",
    "archive": "Archives",
    "authority": "Autorité",
    "band": "Fourchette (les deux bornes)",
    "base": "Nouvelle base",
    "break": "Rupture",
    "ceiling": "Maximum possible",
    "columns": "Colonnes",
    "decimals": "Décimales",
    "every_inferred": "Périodicité déduite",
    "flag": "État du chiffre",
    "flags": "Colonne des états",
    "floor": "Minimum possible",
    "form": "Forme",
    "from": "Par rapport à l'année",
    "holds": "Vaut pour la suite",
    "milestones": "Étapes",
    "negative": "Peut être négatif",
    "parent": "Organisme de tutelle",
    "place": "Lieu",
    "position": "Fonction",
    "rank": "Est un rang",
    "recipients": "Destinataires",
    "restates": "Publié auparavant",
    "revisions": "Révisions",
    "why": "Raison",
    "seen": "Nombres en cause",
}
"""The name of each key."""
_PER_PERIOD = "Compté par période"
SHEETS_FR: Mapping[str, str] = {
    "plan": "Le plan : quel document, émis par qui, pour quel territoire.",
    "figures": "Les chiffres, un par ligne. Enquêtes suivantes : une colonne au nom de l'identifiant de l'enquête, ou "
    "une ligne qui la nomme. Les décimales affichées sont celles qui comptent.",
    "indicators": "Les indicateurs : numérateur / dénominateur × facteur, ou un chiffre tel quel. Aucune valeur n'est "
    "saisie ici.",
    "targets": "Les objectifs, un par ligne ; ce que personne n'a mesuré a la mesure none.",
    "rounds": "Les enquêtes. La première est le point de départ ; l'identifiant d'une suivante est sa date.",
    "units": "Les unités de mesure : share est une part d'un tout, density un taux sans maximum, count des choses "
    "entières.",
    "domains": "Les domaines, comme les titres du plan.",
    "agencies": "Les organismes responsables.",
    "sources": "Les points du document, que citent les sources.",
    "duties": "Les rapports dus : par qui, à qui, à quel rythme.",
    "documents": "Les documents que cite le plan.",
    "report": "La forme des rapports.",
    "sheets": "La forme des tableaux reçus.",
    "accept": "Ce qui est accepté : à quelle entrée, quelle règle, pourquoi, pour quels nombres.",
    "restates": "Ce qui a été publié auparavant pour la même date.",
    "revisions": "Ce que des documents ultérieurs ont fait d'un objectif.",
}
"""What stands above each sheet."""


def key_name_fr(path: str, sheet: str = "") -> str:
    """The name of a key in French, and of the part of it where a path leads further.

    >>> key_name_fr("base.value"), key_name_fr("2012-12-31"), key_name_fr("per", "figures")
    ('Nouvelle base (value)', '2012-12-31', 'Compté par période')
    """
    key, _, below = path.partition(".")
    if key == "per" and sheet != "units":
        return _PER_PERIOD
    if key not in KEYS_FR:
        return key_name(path, sheet).en
    return KEYS_FR[key] + (f" ({below})" if below else "")
