"""In what capacity somebody comes, as lists write it in our five languages."""

import re
from functools import cache, lru_cache

from checkin.domain.delegate import Capacity
from checkin.domain.text import fold

_WRITTEN = {
    Capacity.HEAD: (
        "head, head of delegation, head of the delegation, hod, delegation head, leader, "
        "head of mission, chef, cheffe, chef de délégation, cheffe de délégation, "
        "chef de la délégation, cheffe de la délégation, cdd, chef de file, jefe, jefa, "
        "jefe de delegación, jefa de delegación, jefe de la delegación, jefa de la delegación, "
        "chefe, chefe de delegação, chefe da delegação, h o d, head delegate, chief delegate, "
        "chief of delegation, delegation leader, head of del, co head, co head of delegation, "
        "chef del, chef de del, c d d, cod, jefe del, jefe delegación, jefa delegación, "
        "chefe delegação, líder de delegación, رئيس الوفد, رئيسة الوفد, رئيس وفد, رئيسة وفد, "
        "رؤساء الوفود, heads of delegation, chefs de délégation, cheffes de délégation, "
        "jefes de delegación, chefes de delegação"
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
        "نائب رئيس الوفد, نائبة رئيس الوفد, مناوب, مناوبة, عضو مناوب, "
        "deputy hod, dhod, alternates, deputy head of the delegation, "
        "deputy heads of delegation, alt, alternate delegates, vice head of delegation, "
        "vice head, acting head of delegation, suppléants, suppléantes, vice chef de délégation, "
        "chef de délégation suppléant, cheffe de délégation suppléante, sous chef de délégation, "
        "suplentes, jefe de delegación adjunto, jefa de delegación adjunta, "
        "jefe de delegación suplente, subjefa de delegación, vicejefe de delegación, "
        "chefe de delegação adjunto, chefe de delegação adjunta, vice chefe de delegação, "
        "نائب رئيس وفد"
    ),
    Capacity.DELEGATE: (
        "delegate, member, member of delegation, member of the delegation, participant, "
        "representative, délégué, déléguée, membre, membre de délégation, membre de la délégation, "
        "participante, représentant, représentante, delegado, delegada, miembro, "
        "miembro de la delegación, representante, membro, membro da delegação, "
        "مندوب, مندوبة, مشارك, عضو, عضو الوفد, مندوبون, مشاركة, مشاركون, ممثل, ممثلة, عضوة, "
        "أعضاء الوفد, عضو وفد, delegates, members, members of delegation, "
        "members of the delegation, delegation member, participants, representatives, "
        "country delegate, national delegate, attendee, attendees, délégués, déléguées, membres, "
        "membres de la délégation, participants, participant, représentants, représentantes, "
        "delegados, delegadas, miembros, miembro de delegación, miembros de la delegación, "
        "participantes, representantes, membros, membro de delegação, membros da delegação"
    ),
    Capacity.ADVISER: (
        "adviser, advisor, expert, counsellor, conseiller, conseillère, experte, asesor, asesora, "
        "experto, experta, consejero, consejera, assessor, assessora, conselheiro, conselheira, "
        "perito, perita, مستشار, مستشارة, خبير, خبيرة, خبراء, مستشارون, "
        "advisers, advisors, experts, "
        "counsellors, counselor, technical adviser, technical advisor, technical expert, "
        "special adviser, special advisor, conseillers, conseillères, experts, expertes, "
        "conseiller technique, conseillère technique, expert technique, asesores, asesoras, "
        "expertos, expertas, consejeros, asesor técnico, asesora técnica, assessores, assessoras, "
        "conselheiros, especialista, peritos, assessor técnico, assessora técnica"
    ),
    Capacity.SPEAKER: (
        "speaker, keynote speaker, panellist, panelist, moderator, orateur, oratrice, intervenant, "
        "intervenante, conférencier, conférencière, modérateur, modératrice, ponente, orador, "
        "oradora, conferenciante, moderador, moderadora, palestrante, متحدث, متحدثة, متحدثون, "
        "محاضر, محاضرة, محاور, ميسّر, ميسّرة, speakers, keynote, panellists, panelists, moderators, "
        "presenter, presenters, facilitator, facilitators, rapporteur, orateurs, oratrices, "
        "intervenants, intervenantes, conférenciers, modérateurs, facilitateur, facilitatrice, "
        "ponentes, oradores, oradoras, moderadores, facilitador, facilitadora, palestrantes, "
        "panelista, panelistas"
    ),
    Capacity.OBSERVER: (
        "observer, observateur, observatrice, observador, observadora, مراقب, مراقبة, مراقبون, "
        "observers, permanent observer, observateurs, observatrices, observateur permanent, "
        "observadores, observadoras, observador permanente"
    ),
    Capacity.INTERPRETER: (
        "interpreter, interpretation, translator, interprète, interprétation, traducteur, "
        "traductrice, intérprete, traductor, traductora, tradutor, tradutora, "
        "مترجم, مترجمة, مترجم شفوي, مترجمة شفوية, مترجم فوري, مترجمة فورية, مترجمون, ترجمة, "
        "interpreters, translators, translation, interprètes, traducteurs, traductrices, "
        "traduction, intérpretes, traductores, traductoras, interpretación, tradutores, "
        "tradutoras, interpretação"
    ),
    Capacity.PRESS: (
        "press, media, journalist, presse, médias, journaliste, prensa, medios, "
        "periodista, imprensa, jornalista, صحافة, الصحافة, صحفي, صحفية, صحفيون, إعلام, الإعلام, "
        "إعلامي, إعلامية, مصور, journalists, photographer, cameraman, camera crew, media crew, "
        "journalistes, photographe, caméraman, periodistas, fotógrafo, fotógrafa, camarógrafo, "
        "jornalistas, mídia, média"
    ),
    Capacity.SECURITY: (
        "security, security officer, close protection, protection, bodyguard, sécurité, "
        "officier de sécurité, agent de sécurité, garde du corps, seguridad, escolta, segurança, "
        "أمن, الأمن, حارس, حارسة, حارس شخصي, مرافق أمني, ضابط أمن, "
        "security officers, security staff, "
        "bodyguards, close protection officer, protection officer, gardes du corps, "
        "garde rapprochée, protection rapprochée, agents de sécurité, escoltas, guardaespaldas, "
        "oficial de seguridad, guarda costas, agente de segurança, agente de seguridad"
    ),
    Capacity.SECRETARIAT: (
        "secretariat, secretariat staff, secrétariat, secretaría, secretaria, secretariado, "
        "أمانة, الأمانة, الأمانة العامة, أمانة عامة, icmpd secretariat, conference secretariat, "
        "meeting secretariat, secrétariat général, secretaría general, secretariado general, "
        "secretariado geral, secrétariat de la conférence"
    ),
    Capacity.HOST: (
        "host, host staff, host country, host country staff, organiser, organizer, organisation, "
        "organization, organising team, organizing committee, staff, hôte, pays hôte, personnel, "
        "organisateur, organisatrice, équipe d'organisation, équipe d'accueil, anfitrión, "
        "anfitriona, país anfitrión, organización, organizador, organizadora, organização, "
        "anfitrião, pessoal anfitrião, personal anfitrión, equipo anfitrión, equipa anfitriã, "
        "تنظيم, المنظمون, فريق الاستضافة, مضيف, البلد المضيف, منظم, منظمة, فريق التنظيم, "
        "organisers, organizers, organising committee, organization team, hosts, volunteer, "
        "volunteers, organisateurs, organisatrices, comité d'organisation, équipe organisatrice, "
        "bénévole, bénévoles, organizadores, organizadoras, comité organizador, voluntario, "
        "voluntaria, voluntarios, comissão organizadora, voluntário, voluntária, anfitriões"
    ),
}
_SEAM = re.compile(r"[,;/|()\[\]\n+:&]| [-–—] ")
_NUMBERED = re.compile(r"^\s*(?:\d{1,2}|[a-zA-Z])\s*[.)\-–:]\s*|\s+\d{1,3}$")
_HEAD_OF = re.compile(
    r"(?:the )?(?:head|chief|chef|cheffe|jefe|jefa|chefe) (?:of|de|del|da) .*"
    r"\b(?:delegation|delegacion|delegacao)\b.*|رييسه? وفد .*"
)
_BOTH_GENDERS = re.compile(r"[·.]e\b(?:[·.]s\b)?")  # délégué·e
_LONGEST = 200  # letters; a capacity is a word or two


@cache
def _known() -> dict[str, Capacity]:
    return {
        fold(word): capacity for capacity, line in _WRITTEN.items() for word in line.split(", ")
    }


@lru_cache(maxsize=8192)
def capacity_of(text: str) -> Capacity | None:
    """The capacity a text names, alone or among other remarks; None when it names none or two."""
    written = _BOTH_GENDERS.sub("", _NUMBERED.sub("", text[:_LONGEST]))
    whole = _named(fold(text)) or _named(fold(written))
    if whole:
        return whole
    named = {_named(part) for part in map(fold, _SEAM.split(written))} - {None}
    return named.pop() if len(named) == 1 else None


def _named(folded: str) -> Capacity | None:
    """`Head of the Tunisian delegation` is a head, `Deputy head of it` somebody else."""
    return _known().get(folded) or (Capacity.HEAD if _HEAD_OF.fullmatch(folded) else None)
