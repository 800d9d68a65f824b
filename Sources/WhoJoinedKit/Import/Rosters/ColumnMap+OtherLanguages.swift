extension ColumnMap {
    /// Headings of schools abroad: German, French, Spanish, Italian, Dutch, Portuguese, Polish, Welsh and Irish, with the
    /// accents that people leave out left out too.
    static let otherLanguages = ColumnMap(
        name: "other languages",
        spellings: [
            (
                .given,
                [
                    "Vorname", "Rufname", "foreName", "Prénom", "Prenom", "Nombre", "Nombres", "Roepnaam", "Voornaam",
                    "Nome próprio", "Imię", "Imie", "Enw cyntaf", "Céadainm", "Fornavn", "Förnamn", "Etunimi",
                ]
            ),
            (
                .family,
                [
                    "Nachname", "Familienname", "longName", "Nom", "Nom de famille", "Apellido", "Apellidos", "Cognome",
                    "Achternaam", "Apelido", "Nazwisko", "Cyfenw", "Sloinne", "Etternavn", "Efternavn", "Efternamn",
                    "Sukunimi",
                ]
            ),
            (
                .name,
                [
                    "Schülername", "Schuelername", "Schüler", "Schueler", "Name des Kindes", "Élève", "Eleve",
                    "Nom et prénom", "Nom et prenom", "Nom Prénom", "Alumno", "Alumna", "Alunno", "Alunna", "Leerling",
                    "Uczeń", "Uczen", "Disgybl", "Dalta",
                ]
            ),
            (
                .className,
                [
                    "Klasse", "klasse.name", "Klassenname", "Lerngruppe", "Classe", "Clase", "Grupo", "Klas", "Groep",
                    "Turma", "Klasa", "Dosbarth", "Rang", "Klass", "Luokka",
                ]
            ),
            (.year, ["Jahrgang", "Klassenstufe", "Schulstufe", "Curso", "Leerjaar", "Blwyddyn"]),
            (
                .misID,
                [
                    "Schülernummer", "Schuelernummer", "Schüler-ID", "Schueler-ID", "externKey", "Numéro élève",
                    "Matrícula", "Matricula", "Leerlingnummer", "Stamnummer",
                ]
            ),
            (
                .pupilEmail,
                [
                    "Schüler E-Mail", "Schueler E-Mail", "address.email", "Adresse e-mail élève", "Courriel élève",
                    "Correo del alumno", "E-mail leerling",
                ]
            ),
            (
                .plainEmail,
                ["E-Mail-Adresse", "Courriel", "Correo", "Correo electrónico", "Correo electronico", "E-mailadres"]
            ),
            (
                .leftOn,
                ["Austrittsdatum", "Austritt", "Abgangsdatum", "Date de sortie", "Fecha de baja", "Uitschrijfdatum"]
            ),
            (.startsOn, ["Eintrittsdatum", "Eintritt", "Date d'entrée", "Fecha de alta", "Inschrijfdatum"]),
            (
                .courtOrder,
                [
                    "Umgangsverbot", "Kontaktverbot", "Kontaktsperre", "Auskunftssperre", "Interdiction de contact",
                    "Orden de alejamiento", "Contactverbod",
                ]
            ),
            (
                .responsibility,
                ["Sorgerecht", "Sorgeberechtigt", "Autorité parentale", "Patria potestad", "Ouderlijk gezag"]
            ),
        ])
}
