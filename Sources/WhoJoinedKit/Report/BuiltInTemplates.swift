// The templates that come with the program, for when it was moved away from its Templates folder. A test keeps
// them equal to the files there.

/// By the file's path inside Templates/.
let builtInTemplates: [(file: String, text: String)] = [
    (
        file: "letters/en.txt",
        text: #"""
        {{school}}
        {{today}}

        {{#contact}}Dear {{contact}},{{/contact}}{{^contact}}Dear parent or carer,{{/contact}}

        {{#children}}
        {{#missed}}
        We missed {{name}} in the online lesson on {{day}} at {{time}}{{#lesson}} ({{lesson}}){{/lesson}}.
        {{/missed}}
        {{#camera_off}}
        We could not see {{name}} in the online lesson on {{day}} at {{time}}{{#lesson}} ({{lesson}}){{/lesson}}. The camera may not have been working.
        {{/camera_off}}
        {{#late}}
        {{name}} came in after the start of the online lesson on {{day}} at {{time}}{{#lesson}} ({{lesson}}){{/lesson}}.
        {{/late}}
        {{#outside_account}}
        {{name}} joined the online lesson on {{day}} at {{time}} with an account that is not the school's. Please use the school account; we can help with signing in.
        {{/outside_account}}
        {{#no_agreement}}
        We do not yet have a signed Acceptable Use agreement for {{name}} on file. Please ask us for a copy if you need one.
        {{/no_agreement}}
        {{/children}}

        We would like to check that all is well. Is there anything that makes joining difficult: a device, the internet connection, the time of day? If so, please tell us and we will help.
        {{#support}}
        We know that this has happened more than once, and we would be glad to find a way together.
        {{/support}}

        If you have already been in touch with us about this, thank you; there is nothing more to do.

        This letter is about online lessons. It is not about the attendance register.

        With kind regards,
        {{school}}

        """#
    ),
    (
        file: "letters/es.txt",
        text: #"""
        {{school}}
        {{today}}

        Estimada familia:

        {{#children}}
        {{#missed}}
        {{name}}: no vimos al alumno o a la alumna en la clase en línea del {{date}} a las {{time}}{{#lesson}} ({{lesson}}){{/lesson}}.
        {{/missed}}
        {{#camera_off}}
        {{name}}: en la clase en línea del {{date}} a las {{time}} no se veía la imagen. Quizá la cámara no funcionaba.
        {{/camera_off}}
        {{#late}}
        {{name}}: la conexión a la clase en línea del {{date}} a las {{time}} se hizo después del comienzo.
        {{/late}}
        {{#outside_account}}
        {{name}}: en la clase en línea del {{date}} a las {{time}} se usó una cuenta que no es del colegio. Les rogamos que utilicen la cuenta del colegio; podemos ayudarles a iniciar la sesión.
        {{/outside_account}}
        {{#no_agreement}}
        {{name}}: todavía no tenemos firmado el acuerdo de uso de internet (Acceptable Use agreement). Si lo necesitan, les enviaremos una copia.
        {{/no_agreement}}
        {{/children}}

        Queremos asegurarnos de que todo va bien. ¿Hay algo que dificulte la participación: el dispositivo, la conexión a internet, el horario? Si es así, dígannoslo y les ayudaremos.
        {{#support}}
        Ha ocurrido más de una vez y nos gustaría encontrar juntos una solución.
        {{/support}}

        Si ya han hablado con nosotros de este asunto, gracias; no hay nada más que hacer.

        Esta carta se refiere a las clases en línea. No se refiere al registro de asistencia.

        Atentamente,
        {{school}}

        """#
    ),
    (
        file: "letters/pl.txt",
        text: #"""
        {{school}}
        {{today}}

        Szanowni Państwo,

        {{#children}}
        {{#missed}}
        {{name}}: nie widzieliśmy dziecka na lekcji online w dniu {{date}} o godzinie {{time}}{{#lesson}} ({{lesson}}){{/lesson}}.
        {{/missed}}
        {{#camera_off}}
        {{name}}: na lekcji online w dniu {{date}} o godzinie {{time}} obraz z kamery nie był widoczny. Być może kamera nie działała.
        {{/camera_off}}
        {{#late}}
        {{name}}: połączenie z lekcją online w dniu {{date}} o godzinie {{time}} nastąpiło po jej rozpoczęciu.
        {{/late}}
        {{#outside_account}}
        {{name}}: na lekcji online w dniu {{date}} o godzinie {{time}} użyto konta, które nie jest kontem szkolnym. Prosimy o korzystanie z konta szkolnego; chętnie pomożemy w logowaniu.
        {{/outside_account}}
        {{#no_agreement}}
        {{name}}: nie mamy jeszcze podpisanej zgody na zasady korzystania z internetu (Acceptable Use agreement). W razie potrzeby prześlemy formularz.
        {{/no_agreement}}
        {{/children}}

        Chcielibyśmy się upewnić, że wszystko jest w porządku. Czy coś utrudnia udział w lekcjach: brak urządzenia, połączenie z internetem, godzina zajęć? Jeśli tak, prosimy o wiadomość, a postaramy się pomóc.
        {{#support}}
        Zdarzyło się to więcej niż raz i chętnie wspólnie znajdziemy rozwiązanie.
        {{/support}}

        Jeśli sprawa została już ze szkołą omówiona, dziękujemy; nic więcej nie trzeba robić.

        Ten list dotyczy lekcji online. Nie dotyczy szkolnej listy obecności.

        Z poważaniem,
        {{school}}

        """#
    ),
    (
        file: "letters/pt.txt",
        text: #"""
        {{school}}
        {{today}}

        Estimada família,

        {{#children}}
        {{#missed}}
        {{name}}: não vimos a criança na aula online do dia {{date}} às {{time}}{{#lesson}} ({{lesson}}){{/lesson}}.
        {{/missed}}
        {{#camera_off}}
        {{name}}: na aula online do dia {{date}} às {{time}} não havia imagem. Talvez a câmara não estivesse a funcionar.
        {{/camera_off}}
        {{#late}}
        {{name}}: a ligação à aula online do dia {{date}} às {{time}} foi feita depois do início.
        {{/late}}
        {{#outside_account}}
        {{name}}: na aula online do dia {{date}} às {{time}} foi usada uma conta que não é da escola. Pedimos que usem a conta da escola; podemos ajudar a iniciar a sessão.
        {{/outside_account}}
        {{#no_agreement}}
        {{name}}: ainda não temos assinado o acordo de utilização da internet (Acceptable Use agreement). Se precisarem, enviamos uma cópia.
        {{/no_agreement}}
        {{/children}}

        Gostaríamos de saber se está tudo bem. Há alguma coisa que dificulte a participação: o equipamento, a ligação à internet, o horário? Se sim, digam-nos e ajudaremos.
        {{#support}}
        Aconteceu mais do que uma vez e gostaríamos de encontrar juntos uma solução.
        {{/support}}

        Se já falaram connosco sobre este assunto, obrigado; não é preciso fazer mais nada.

        Esta carta é sobre as aulas online. Não é sobre o registo de presenças.

        Com os melhores cumprimentos,
        {{school}}

        """#
    ),
    (
        file: "letters/ro.txt",
        text: #"""
        {{school}}
        {{today}}

        Stimate părinte sau tutore,

        {{#children}}
        {{#missed}}
        {{name}}: nu am văzut copilul la lecția online din data de {{date}}, ora {{time}}{{#lesson}} ({{lesson}}){{/lesson}}.
        {{/missed}}
        {{#camera_off}}
        {{name}}: la lecția online din data de {{date}}, ora {{time}}, imaginea nu a fost vizibilă. Poate că nu a funcționat camera video.
        {{/camera_off}}
        {{#late}}
        {{name}}: conectarea la lecția online din data de {{date}}, ora {{time}}, a avut loc după începerea lecției.
        {{/late}}
        {{#outside_account}}
        {{name}}: la lecția online din data de {{date}}, ora {{time}}, a fost folosit un cont care nu aparține școlii. Vă rugăm să folosiți contul școlii; vă putem ajuta cu conectarea.
        {{/outside_account}}
        {{#no_agreement}}
        {{name}}: nu avem încă un acord semnat privind regulile de utilizare a internetului (Acceptable Use agreement). La cerere vă trimitem formularul.
        {{/no_agreement}}
        {{/children}}

        Dorim să ne asigurăm că totul este în regulă. Există ceva care face participarea dificilă: un dispozitiv, conexiunea la internet, ora lecției? Dacă da, vă rugăm să ne spuneți și vă vom ajuta.
        {{#support}}
        S-a întâmplat de mai multe ori și am dori să găsim împreună o soluție.
        {{/support}}

        Dacă ați vorbit deja cu noi despre acest lucru, vă mulțumim; nu mai este nimic de făcut.

        Această scrisoare se referă la lecțiile online. Nu se referă la registrul de prezență.

        Cu stimă,
        {{school}}

        """#
    ),
    (
        file: "slt-summary.html",
        text: #"""
        <!doctype html>
        <html lang="en-GB">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="robots" content="noindex">
        <title>{{title}}</title>
        <style>
        :root { color-scheme: light dark; --paper: #fff; --ink: #1b1b1b; --soft: #4d4d4d; --line: #767676; --rule: #d0d0d0; --band: #f3f3f3; --staff: #1f3a68; --pupil: #6b8fc4; --guest: #b3261e; --gap: #f3c6c1; }
        @media (prefers-color-scheme: dark) { :root { --paper: #16181c; --ink: #f0f0f0; --soft: #c4c4c4; --line: #9a9a9a; --rule: #4a4d52; --band: #22252b; --staff: #b9cdf2; --pupil: #5f86c2; --guest: #ff8a80; --gap: #6e2f2a; } }
        * { box-sizing: border-box; }
        body { margin: 0 auto; max-width: 62rem; padding: 1rem; background: var(--paper); color: var(--ink); font: 1rem/1.45 system-ui, sans-serif; overflow-wrap: anywhere; }
        h1 { font-size: 1.5rem; margin: 0 0 .25rem; }
        h2 { font-size: 1.15rem; margin: 1.75rem 0 .5rem; border-bottom: 2px solid var(--line); }
        h3 { font-size: 1rem; margin: 1.25rem 0 .25rem; }
        p, ul { margin: .4rem 0; }
        ul { padding-left: 1.2rem; }
        .soft, figcaption, caption { color: var(--soft); font-size: .9rem; text-align: left; }
        .act { border-left: .4rem solid var(--guest); padding-left: .6rem; }
        .scroll { overflow-x: auto; }
        table { border-collapse: collapse; width: 100%; font-size: .92rem; }
        th, td { text-align: left; vertical-align: top; padding: .25rem .5rem; border-bottom: 1px solid var(--rule); overflow-wrap: break-word; }
        th { background: var(--band); }
        .n { text-align: right; font-variant-numeric: tabular-nums; }
        figure { margin: .5rem 0 1rem; }
        svg { display: block; width: 100%; overflow: visible; font: 12px system-ui, sans-serif; }
        svg text { fill: var(--ink); }
        .mini { width: 12rem; max-width: 100%; }
        .grid { stroke: var(--rule); stroke-width: 1; }
        .staff { fill: var(--staff); }
        .pupil { fill: var(--pupil); }
        .guest { fill: var(--paper); stroke: var(--guest); stroke-width: 2; stroke-dasharray: 5 2; }
        .open { fill: var(--paper); stroke: var(--line); stroke-width: 1.5; stroke-dasharray: 2 2; }
        .gap { fill: var(--gap); stroke: var(--guest); stroke-width: 1; }
        .range { fill: var(--pupil); opacity: .55; }
        .dot { fill: var(--staff); }
        details { margin: .25rem 0; }
        summary { cursor: pointer; }
        @media (max-width: 40rem) { body { padding: .6rem; } th, td { padding: .2rem .3rem; } }
        @media print {
          :root { --paper: #fff; --ink: #000; --soft: #333; --line: #555; --rule: #bbb; --band: #eee; --staff: #1f3a68; --pupil: #6b8fc4; --guest: #b3261e; --gap: #f3c6c1; }
          body { max-width: none; padding: 0; font-size: 10pt; }
          section, figure, tr { break-inside: avoid; }
          section.long { break-inside: auto; }
          h2, h3, caption, h2 + p, h3 + p { break-after: avoid; }
          .scroll { overflow: visible; }
          details { display: none; }
          [aria-labelledby="log"] details, [aria-labelledby="key"] details { display: block; }
          details::details-content { content-visibility: visible; height: auto; }
          @supports selector(::details-content) { summary { display: none; } }
        }
        </style>
        </head>
        <body>
        {{{main}}}
        </body>
        </html>

        """#
    ),
]
