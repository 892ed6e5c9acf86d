"""Which column of a list holds which of our fields, by its header."""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache

from checkin.domain.refused import Refused
from checkin.domain.text import clean, fold

FIELDS = (
    *("reference", "honorific", "full_name", "family_name", "given_names", "name_in_script"),
    *("function", "organisation", "delegation", "country", "capacity", "working_group", "seat"),
    *("languages", "email", "phone", "note", "attention", "foreign_codes"),
)
NAMES = ("family_name", "full_name", "given_names")
"""The fields of which a list must have one."""

_BARE_NAME = "name"  # a full name, a family name or given names: the other columns tell
_QUALITY = "quality"  # a capacity beside a function, else a function
_WRITTEN = {
    _BARE_NAME: "name, names, nom, noms, nombre, nome, الاسم",
    _QUALITY: "qualité, en qualité de, calidad, en calidad de, qualidade, الصفة",
    "reference": (
        "reference, ref, ref no, reference number, registration number, registration no, "
        "registration id, id, delegate id, participant id, person id, attendee, "
        "référence, numéro d'inscription, identifiant, matricule, referencia, "
        "número de registro, número de inscripción, referência, número de inscrição, المرجع"
    ),
    "honorific": (
        "title, honorific, salutation, prefix, civility, form of address, attendee name title, "
        "titre, civilité, titre de civilité, formule de politesse, tratamiento, título, titulo, "
        "trato, forma de tratamento, tratamento, pronome de tratamento, اللقب"
    ),
    "full_name": (
        "full name, complete name, whole name, person name, attendee name, participant name, "
        "delegate name, delegate, participant, name of participant, name of delegate, "
        "name of the participant, name of the delegate, name and surname, name surname, "
        "name and family name, first name and surname, first name and last name, "
        "first and last name, surname and name, surname name, surname first name, "
        "surname and first name, family name first name, family name given name, "
        "family name and given names, last name first name, name first name, nom complet, "
        "nom et prénom, nom et prénoms, noms et prénoms, noms et prénom, nom prénom, nom prénoms, "
        "prénom nom, prénom et nom, prénoms et nom, prénoms et noms, nom du participant, "
        "nom du délégué, noms prénoms, délégué, nombre completo, nombre y apellidos, "
        "nombre y apellido, nombres y apellidos, nombre apellidos, apellidos y nombre, "
        "apellidos y nombres, apellido y nombre, apellidos nombre, nombre del participante, "
        "nombre del delegado, participante, delegado, nome completo, nome e apelido, "
        "nome e apelidos, nome e sobrenome, nome do participante, nome do delegado, الاسم الكامل"
    ),
    "family_name": (
        "family name, family names, surname, surnames, last name, lastname, last names, "
        "attendee name family name, attendee name last name, attendee last name, "
        "attendee surname, nom de famille, noms de famille, patronyme, nom patronymique, "
        "apellido, apellidos, primer apellido, apelido, apelidos, sobrenome, nome de família, "
        "اسم العائلة, الاسم العائلي"
    ),
    "given_names": (
        "given name, given names, first name, first names, firstname, forename, forenames, "
        "christian name, attendee name given name, attendee name first name, "
        "attendee first name, prénom, prénoms, nombre de pila, nombres, nome próprio, "
        "nomes próprios, primeiro nome, nome dado, الاسم الشخصي, الاسم الأول"
    ),
    "name_in_script": (
        "name in script, name in original script, name in arabic, arabic name, name arabic, "
        "name in own script, native name, name in arabic script, nom en arabe, nom arabe, "
        "nom dans l'écriture d'origine, nombre en árabe, nombre árabe, nome em árabe, "
        "nome árabe, الاسم بالعربية"
    ),
    "function": (
        "function, functions, position, job title, jobtitle, job, post, occupation, role, "
        "designation, function title, title function, position title, official title, fonction, "
        "fonctions, poste, titre fonction, fonction titre, intitulé du poste, cargo, "
        "función, puesto, cargo función, função, cargo função, posto, الوظيفة, المنصب"
    ),
    "organisation": (
        "organisation, organization, organisme, institution, ministry, ministry institution, "
        "ministry department, department, agency, affiliation, company, company name, company or "
        "organization, employer, entity, service, ministère, structure, administration, "
        "société, entreprise, organisme institution, institution organisme, "
        "ministère institution, organismo, organización, institución, entidad, ministerio, "
        "empresa, organização, instituição, entidade, ministério, المؤسسة, الجهة, الوزارة"
    ),
    "delegation": (
        "delegation, delegation name, name of delegation, member state, partner state, "
        "delegation country, country delegation, country organisation, country organization, "
        "organisation country, country or organisation, country or organization, "
        "delegation of, délégation, état membre, état partenaire, pays organisation, "
        "pays organisme, pays ou organisation, pays délégation, délégation pays, delegación, "
        "estado miembro, país organización, país u organización, país delegación, delegação, "
        "estado membro, país organização, país ou organização, الوفد"
    ),
    "country": (
        "country, countries, country name, country code, nation, home country, "
        "country of origin, country represented, country iso, iso country, "
        "iso2, country iso2, iso code, "
        "pays, pays d'origine, pays représenté, code pays, país, país de origen, código de país, "
        "código do país, رمز البلد, país representado, país de origem, الدولة, البلد"
    ),
    "capacity": (
        "capacity, category, participant type, type of participant, participant category, "
        "badge type, badge category, status in delegation, role in delegation, capacité, "
        "catégorie, type de participant, qualité de participation, rôle dans la délégation, "
        "type de badge, catégorie de participant, categoría, tipo de participante, "
        "categoria, capacidade, الفئة"
    ),
    "working_group": (
        "working group, wg, workshop, breakout group, groupe de travail, gt, atelier, "
        "grupo de trabajo, taller, grupo de trabalho, فريق العمل"
    ),
    "seat": (
        "seat, seat number, seat no, seat name, table, siège, numéro de siège, asiento, "
        "número de asiento, assento, المقعد"
    ),
    "languages": (
        "language, languages, working language, preferred language, spoken languages, langue, "
        "langues, langue de travail, langues parlées, langue préférée, idioma, idiomas, "
        "idioma de trabajo, lengua, lenguas, língua, línguas, idioma de trabalho, اللغة, اللغات"
    ),
    "email": (
        "email, e mail, mail, email address, e mail address, attendee email, attendee e mail, "
        "courriel, adresse électronique, adresse e mail, adresse email, adresse mail, "
        "adresse courriel, correo, correo electrónico, email do participante, correio eletrónico, "
        "correio eletrônico, endereço eletrónico, endereço de email, البريد الإلكتروني"
    ),
    "phone": (
        "phone, phone number, telephone, telephone number, tel, mobile, mobile phone, "
        "mobile number, cell phone, gsm, téléphone, numéro de téléphone, portable, "
        "téléphone portable, teléfono, número de teléfono, móvil, teléfono móvil, telefone, "
        "telemóvel, número de telefone, الهاتف"
    ),
    "note": (
        "note, notes, remark, remarks, comment, comments, observations, remarque, remarques, "
        "commentaire, commentaires, nota, notas, observación, observaciones, comentario, "
        "comentarios, observação, observações, comentário, comentários, ملاحظات"
    ),
    "attention": (
        "attention, special attention, alert, needs, special needs, access needs, "
        "special requirements, à signaler, besoins particuliers, besoins spécifiques, "
        "atención, necesidades especiales, atenção, necessidades especiais, تنبيه"
    ),
    "foreign_codes": (
        "foreign codes, foreign code, other codes, barcode, barcode number, qr code, qr, "
        "ticket code, ticket secret, secret, public id, code barres, code qr, codes externes, "
        "código de barras, código qr, otros códigos, outros códigos"
    ),
}
_ASIDE = re.compile(r"\(\s*\w{1,3}\s*\)")  # Nom(s), Délégué(e)
_SEAM = re.compile(r"[/|\n\r()]| [-–] ")


@cache
def _known() -> dict[str, str]:
    return {fold(word): field for field, line in _WRITTEN.items() for word in line.split(", ")}


def _field(header: str) -> str | None:
    """Our field for a header, also for one in two languages such as `Country / Pays`."""
    plain = _ASIDE.sub("", header)
    whole = _known().get(fold(plain))
    if whole:
        return whole
    parts = {_known().get(fold(part)) for part in _SEAM.split(plain)} - {None}
    return parts.pop() if len(parts) == 1 else None


def columns_of(header: Sequence[str], mapping: Mapping[str, str], path: str) -> dict[str, int]:
    """The index of the column that holds each field; columns that nobody needs are left out.

    `mapping` (field to header) goes before what the headers say. Refused: `no_such_field`,
    `no_such_column`, `no_name_column`.
    """
    columns = {field: _named(header, field, name, path) for field, name in mapping.items()}
    taken = set(columns.values())
    for index, field in enumerate(map(_field, header)):
        if field and field not in columns and index not in taken:
            columns[field] = index
    _settle_bare_name(columns)
    _settle_quality(columns)
    if not any(field in columns for field in NAMES):
        raise Refused("no_name_column", path=path)
    if "country" in columns:
        columns.setdefault("delegation", columns["country"])
    return {field: columns[field] for field in FIELDS if field in columns}


def _named(header: Sequence[str], field: str, name: str, path: str) -> int:
    """Where the header stands that somebody named: as written, else folded."""
    if field not in FIELDS:
        raise Refused("no_such_field", field=field, fields=", ".join(FIELDS))
    alike: tuple[Callable[[str], str], ...] = (str, clean, fold)
    for same in alike:
        found = [index for index, text in enumerate(header) if same(text) == same(name) != ""]
        if found:
            return found[0]
    columns = ", ".join(clean(text) for text in header if clean(text))
    raise Refused("no_such_column", path=path, column=name, columns=columns)


def _settle_bare_name(columns: dict[str, int]) -> None:
    """`Nom` beside `Prénom` is the family name, `Nombre` beside `Apellidos` the given names."""
    bare = columns.pop(_BARE_NAME, None)
    if bare is None:
        return
    family, given = "family_name" in columns, "given_names" in columns
    if given and not family:
        columns["family_name"] = bare
    elif family and not given:
        columns["given_names"] = bare
    else:
        columns.setdefault("full_name", bare)


def _settle_quality(columns: dict[str, int]) -> None:
    """`Qualité` beside `Fonction` is the capacity; alone it may be either, and is shown."""
    quality = columns.pop(_QUALITY, None)
    if quality is not None:
        columns.setdefault("capacity" if "function" in columns else "function", quality)
