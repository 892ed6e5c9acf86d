"""In what capacity somebody comes, as lists write it in English, French, Spanish, Portuguese."""

import re
from functools import cache

from checkin.domain.delegate import Capacity
from checkin.domain.text import fold

_WRITTEN = {
    Capacity.HEAD: (
        "head, head of delegation, head of the delegation, hod, delegation head, leader, "
        "head of mission, chef, cheffe, chef de délégation, cheffe de délégation, "
        "chef de la délégation, cheffe de la délégation, cdd, chef de file, jefe, jefa, "
        "jefe de delegación, jefa de delegación, jefe de la delegación, jefa de la delegación, "
        "chefe, chefe de delegação, chefe da delegação, رئيس الوفد, رئيسة الوفد, رئيس وفد"
    ),
    Capacity.ALTERNATE: (
        "alternate, alternate delegate, alternate head, alternate head of delegation, alternative, "
        "substitute, deputy, deputy head, deputy head of delegation, suppléant, suppléante, "
        "délégué suppléant, déléguée suppléante, adjoint, adjointe, chef adjoint, "
        "chef de délégation adjoint, cheffe de délégation adjointe, chef adjoint de délégation, "
        "chef adjoint de la délégation, chef suppléant, suplente, delegado suplente, "
        "delegada suplente, adjunto, adjunta, jefe adjunto, jefa adjunta, "
        "jefe adjunto de delegación, jefe adjunto de la delegación, subjefe de delegación, "
        "chefe adjunto, chefe adjunto de delegação, chefe adjunto da delegação, "
        "نائب رئيس الوفد, مناوب, عضو مناوب"
    ),
    Capacity.DELEGATE: (
        "delegate, member, member of delegation, member of the delegation, participant, "
        "representative, délégué, déléguée, membre, membre de délégation, membre de la délégation, "
        "participante, représentant, représentante, delegado, delegada, miembro, "
        "miembro de la delegación, representante, membro, membro da delegação, "
        "مندوب, مندوبة, مشارك, عضو, عضو الوفد"
    ),
    Capacity.ADVISER: (
        "adviser, advisor, expert, counsellor, conseiller, conseillère, experte, asesor, asesora, "
        "experto, experta, consejero, consejera, assessor, assessora, conselheiro, conselheira, "
        "perito, perita, مستشار, مستشارة, خبير"
    ),
    Capacity.SPEAKER: (
        "speaker, keynote speaker, panellist, panelist, moderator, orateur, oratrice, intervenant, "
        "intervenante, conférencier, conférencière, modérateur, modératrice, ponente, orador, "
        "oradora, conferenciante, moderador, moderadora, palestrante, متحدث, متحدثة"
    ),
    Capacity.OBSERVER: (
        "observer, observateur, observatrice, observador, observadora, مراقب, مراقبة"
    ),
    Capacity.INTERPRETER: (
        "interpreter, interpretation, translator, interprète, interprétation, traducteur, "
        "traductrice, intérprete, traductor, traductora, tradutor, tradutora, "
        "مترجم, مترجمة, مترجم شفوي"
    ),
    Capacity.PRESS: (
        "press, media, journalist, presse, médias, journaliste, prensa, medios, "
        "periodista, imprensa, jornalista, صحافة, الصحافة, صحفي, صحفية"
    ),
    Capacity.SECURITY: (
        "security, security officer, close protection, protection, bodyguard, sécurité, "
        "officier de sécurité, agent de sécurité, garde du corps, seguridad, escolta, segurança, "
        "أمن, الأمن"
    ),
    Capacity.SECRETARIAT: (
        "secretariat, secretariat staff, secrétariat, secretaría, secretaria, secretariado, "
        "أمانة, الأمانة"
    ),
    Capacity.HOST: (
        "host, host staff, host country, host country staff, organiser, organizer, organisation, "
        "organization, organising team, organizing committee, staff, hôte, pays hôte, personnel, "
        "organisateur, organisatrice, équipe d'organisation, équipe d'accueil, anfitrión, "
        "anfitriona, país anfitrión, organización, organizador, organizadora, organização, "
        "anfitrião, pessoal anfitrião, personal anfitrión, equipo anfitrión, equipa anfitriã, "
        "تنظيم, المنظمون, فريق الاستضافة"
    ),
}
_SEAM = re.compile(r"[,;/|()\n+]| [-–] ")


@cache
def _known() -> dict[str, Capacity]:
    return {
        fold(word): capacity for capacity, line in _WRITTEN.items() for word in line.split(", ")
    }


def capacity_of(text: str) -> Capacity | None:
    """The capacity a text names, alone or among other remarks; None when it names none or two."""
    whole = _known().get(fold(text))
    if whole:
        return whole
    named = {_known()[part] for part in map(fold, _SEAM.split(text)) if part in _known()}
    return named.pop() if len(named) == 1 else None
