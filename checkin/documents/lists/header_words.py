"""How lists write our fields: headers in seven languages and of other tools."""

BARE_NAME = "name"
"""A full name, a family name or given names: the other columns tell."""
QUALITY = "quality"
"""A capacity beside a function, else a function."""

WRITTEN = {
    BARE_NAME: "name, names, nom, noms, nombre, nome, nominativo, الاسم",
    QUALITY: "qualité, en qualité de, calidad, en calidad de, qualidade, الصفة",
    "reference": (
        "reference, ref, ref no, reference number, registration number, registration no, "
        "registration id, id, delegate id, participant id, person id, attendee, numéro "
        "d'inscription, identifiant, matricule, referencia, número de registro, número de "
        "inscripción, número de inscrição, المرجع, attendee number, attendee id, uuid, "
        "delegate number, delegate no, code participant, teilnehmernummer, رقم التسجيل"
    ),
    "honorific": (
        "title, honorific, salutation, prefix, civility, form of address, attendee name title, "
        "titre, civilité, titre de civilité, formule de politesse, tratamiento, título, trato, "
        "forma de tratamento, tratamento, pronome de tratamento, اللقب, anrede, titolo, title "
        "prefix, courtesy title, titre courtoisie"
    ),
    "full_name": (
        "full name, complete name, whole name, person name, attendee name, participant name, "
        "delegate name, delegate, participant, name of participant, name of delegate, name of "
        "the participant, name of the delegate, name and surname, name surname, name and "
        "family name, first name and surname, first name and last name, first and last name, "
        "surname and name, surname name, surname first name, surname and first name, family "
        "name first name, family name given name, family name and given names, last name first "
        "name, name first name, nom complet, nom et prénom, nom et prénoms, noms et prénoms, "
        "noms et prénom, nom prénom, nom prénoms, prénom nom, prénom et nom, prénoms et nom, "
        "prénoms et noms, nom du participant, nom du délégué, noms prénoms, délégué, nombre "
        "completo, nombre y apellidos, nombre y apellido, nombres y apellidos, nombre "
        "apellidos, apellidos y nombre, apellidos y nombres, apellido y nombre, apellidos "
        "nombre, nombre del participante, nombre del delegado, participante, delegado, nome "
        "completo, nome e apelido, nome e apelidos, nome e sobrenome, nome do participante, "
        "nome do delegado, الاسم الكامل, nome e cognome, cognome e nome, vor und nachname, "
        "name vorname, vorname name, vollständiger name, teilnehmer, nom et prénoms complets, "
        "nom prénom du participant, teilnehmername, name des teilnehmers, nombre del "
        "asistente, names in full, name in full, display name, participants name, الاسم واللقب"
    ),
    "family_name": (
        "family name, family names, surname, surnames, last name, lastname, last names, "
        "attendee name family name, attendee name last name, attendee last name, attendee "
        "surname, nom de famille, noms de famille, patronyme, nom patronymique, apellido, "
        "apellidos, primer apellido, apellido paterno, apelido, apelidos, sobrenome, nome de "
        "família, اسم العائلة, الاسم العائلي, last, family, famille, familia, nachname, "
        "familienname, cognome, اللقب العائلي"
    ),
    "given_names": (
        "given name, given names, first name, first names, firstname, forename, forenames, "
        "christian name, attendee name given name, attendee name first name, attendee first "
        "name, prénom, prénoms, nombre de pila, nombres, nome próprio, nomes próprios, "
        "primeiro nome, nome dado, الاسم الشخصي, الاسم الأول, first, given, vorname, vornamen, "
        "rufname, nome di battesimo, prénom usuel"
    ),
    "name_in_script": (
        "name in script, name in original script, name in arabic, arabic name, name arabic, "
        "name in own script, native name, name in arabic script, nom en arabe, nom arabe, nom "
        "dans l'écriture d'origine, nombre en árabe, nombre árabe, nome em árabe, nome árabe, "
        "الاسم بالعربية"
    ),
    "function": (
        "function, functions, position, job title, jobtitle, job, post, occupation, role, "
        "designation, function title, title function, position title, official title, "
        "fonction, fonctions, poste, titre fonction, fonction titre, intitulé du poste, cargo, "
        "función, puesto, cargo función, função, cargo função, posto, الوظيفة, المنصب, "
        "funktion, stellung, beruf, position function, funzione, incarico, carica, cargo "
        "puesto, fonction titre officiel, professional title, function position, المهنة"
    ),
    "organisation": (
        "organisation, organization, organisme, institution, ministry, ministry institution, "
        "ministry department, department, agency, affiliation, company, company name, company "
        "or organization, employer, entity, service, ministère, structure, administration, "
        "société, entreprise, organisme institution, institution organisme, ministère "
        "institution, organismo, organización, institución, entidad, ministerio, empresa, "
        "organização, instituição, entidade, المؤسسة, الجهة, الوزارة, behörde, einrichtung, "
        "firma, institution name, ente, organizzazione, istituzione, azienda, ministero, "
        "organisation name, organization name, host organisation, institution d'origine, "
        "organisation institution, الوزارة المؤسسة, المنظمة, الهيئة"
    ),
    "delegation": (
        "delegation, delegation name, name of delegation, member state, partner state, "
        "delegation country, country delegation, country organisation, country organization, "
        "organisation country, country or organisation, country or organization, delegation "
        "of, état membre, état partenaire, pays organisation, pays organisme, pays ou "
        "organisation, pays délégation, délégation pays, delegación, estado miembro, país "
        "organización, país u organización, país delegación, delegação, estado membro, país "
        "organização, país ou organização, الوفد, delegazione, landesdelegation"
    ),
    "country": (
        "country, countries, country name, country code, nation, home country, country of "
        "origin, country represented, country iso, iso country, iso2, country iso2, iso code, "
        "pays, pays d'origine, pays représenté, code pays, país, país de origen, código de "
        "país, código do país, رمز البلد, país representado, país de origem, الدولة, البلد, "
        "land, herkunftsland, paese, nazione, country of residence, country region, pays de "
        "résidence, país de residencia, البلد الدولة"
    ),
    "capacity": (
        "capacity, category, participant type, type of participant, participant category, "
        "badge type, badge category, status in delegation, role in delegation, capacité, "
        "catégorie, type de participant, qualité de participation, rôle dans la délégation, "
        "type de badge, catégorie de participant, categoría, tipo de participante, capacidade, "
        "الفئة, kategorie, teilnehmerart, ruolo nella delegazione"
    ),
    "working_group": (
        "working group, wg, workshop, breakout group, groupe de travail, gt, atelier, grupo de "
        "trabajo, taller, grupo de trabalho, فريق العمل"
    ),
    "seat": (
        "seat, seat number, seat no, seat name, table, siège, numéro de siège, asiento, número "
        "de asiento, assento, المقعد"
    ),
    "languages": (
        "language, languages, working language, preferred language, spoken languages, langue, "
        "langues, langue de travail, langues parlées, langue préférée, idioma, idiomas, idioma "
        "de trabajo, lengua, lenguas, língua, línguas, idioma de trabalho, اللغة, اللغات, "
        "sprache, sprachen, lingue"
    ),
    "email": (
        "email, e mail, mail, email address, e mail address, attendee email, attendee e mail, "
        "courriel, adresse électronique, adresse e mail, adresse email, adresse mail, adresse "
        "courriel, correo, correo electrónico, email do participante, correio eletrónico, "
        "endereço eletrónico, endereço de email, البريد الإلكتروني, e mail adresse, "
        "mailadresse, mail adresse, indirizzo email, posta elettronica, dirección de correo, "
        "dirección de correo electrónico, correo e, mél, البريد"
    ),
    "phone": (
        "phone, phone number, telephone, telephone number, tel, mobile, mobile phone, mobile "
        "number, cell phone, gsm, numéro de téléphone, portable, téléphone portable, teléfono, "
        "número de teléfono, móvil, teléfono móvil, telefone, telemóvel, número de telefone, "
        "الهاتف, telefon, telefonnummer, handy, cellulare, celular, phone no, tel no, contact "
        "number, numéro de gsm, رقم الهاتف, الجوال, tél portable, tél mobile, no tel, "
        "telephone mobile"
    ),
    "note": (
        "note, notes, remark, remarks, comment, comments, observations, remarque, remarques, "
        "commentaire, commentaires, nota, notas, observación, observaciones, comentario, "
        "comentarios, observação, observações, ملاحظات, bemerkung, bemerkungen, anmerkungen, "
        "osservazioni"
    ),
    "attention": (
        "attention, special attention, alert, needs, special needs, access needs, special "
        "requirements, à signaler, besoins particuliers, besoins spécifiques, atención, "
        "necesidades especiales, atenção, necessidades especiais, تنبيه"
    ),
    "foreign_codes": (
        "foreign codes, foreign code, other codes, barcode, barcode number, qr code, qr, "
        "ticket code, ticket secret, secret, public id, code barres, code qr, codes externes, "
        "código de barras, código qr, otros códigos, outros códigos, barcode id, ticket id, qr "
        "code content, código del boleto, code du billet"
    ),
}
"""Our fields (and the two above) with the headers that mean them, a comma between two."""
