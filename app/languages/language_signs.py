"""What languages are told by on forms: letters of a script, and common words."""

from __future__ import annotations

SCRIPTS = (
    ("\u0370", "\u03ff", "el"),
    ("\u0400", "\u052f", "ru"),
    ("\u0530", "\u058f", "hy"),
    ("\u0590", "\u05ff", "he"),
    ("\u0600", "\u06ff", "ar"),
    ("\u0750", "\u077f", "ar"),
    ("\u0900", "\u097f", "hi"),
    ("\u0b80", "\u0bff", "ta"),
    ("\u0e00", "\u0e7f", "th"),
    ("\u10a0", "\u10ff", "ka"),
    ("\u1200", "\u137f", "ti"),
    ("\u1e00", "\u1eff", "vi"),
    ("\u1f00", "\u1fff", "el"),
    ("\u3040", "\u30ff", "ja"),
    ("\u3400", "\u9fff", "zh"),
    ("\uac00", "\ud7af", "ko"),
    ("\ufb50", "\ufefc", "ar"),
)
"""First and last letter of a script, and the language that most often uses it on forms here."""

LETTERS = (("uk", "іїєґ"), ("fa", "پچژگکی"))
"""Letters by which two languages are told from their neighbours of the same script."""

COMMON = {
    "de": "der die das und ist nicht mit für von den dem ein eine einer einen sie ihre ihr wird werden zu zum zur im "
    "auf bei oder aus nach wenn dass sind haben kann nur bitte ich wir auch als vom beim durch bis über unter keine "
    "sich nein straße hausnummer wohnort anschrift vorname vornamen familienname geburtsdatum geburtsort "
    "unterschrift antrag antragsteller angaben staatsangehörigkeit ggf usw bzw mtl lfd tt jjjj sonstige "
    "sonstiges",
    "en": "the and of to is you for your or not with this that these are be on by have if has been from which at "
    "other please must should would can any their his her what where when how than it we do does did issued who "
    "birth number street",
    "fr": "le la les et est que pour vous dans une sur avec ne pas par ou votre vos qui aux nom au du de si oui nous "
    "être cette ce ces sont été lieu naissance êtes avez veuillez",
    "it": "il lo la gli le di del della delle dei dal dalla per che con non una sono si nel nella alla ai è lei suo "
    "deve essere questo questa anche nome cognome luogo oppure qualora presente domanda nascita",
    "es": "el la los las del de que para con una no por se su sus es al como más usted debe este esta ha si nombre "
    "fecha apellidos lugar solicitud favor nacimiento",
    "pt": "o os as do dos da de que para com uma não por se seu sua ao como mais ou você deve este esta são nome "
    "apelido local pedido favor em na no",
    "nl": "de het een en van is niet met voor op te aan dat deze dit zijn uw wordt worden door naar ook bij heeft "
    "kunt moet geen of naam",
    "tr": "ve bir bu için ile olarak veya ya da de olan ne kadar değil lütfen adı soyadı doğum yeri tarihi imza "
    "varsa mi mı hayır evet tarafından sonra önce gibi her formu başvuru olup sizin",
    "pl": "nie na się do jest oraz lub przez dla od czy po za ze to są imię nazwisko data miejsce urodzenia proszę "
    "tak adres podpis jeśli który która w z i",
    "ro": "și si în la de pe cu nu este sau care pentru să ale lui prin dacă sunt ați nume prenume data locul "
    "nașterii semnătura dumneavoastră vă rugăm",
    "cs": "se na že do nebo pro jsou není které podle při jméno příjmení narození místo podpis prosím ano ne vaše "
    "jako od je",
    "hr": "je su na se za od ili koji koja kao što nije ime prezime rođenja mjesto potpis molimo ako da li iz vaš "
    "vaše svi podaci",
    "sq": "dhe në të për një nga ose është nuk që se emri mbiemri data vendi lindjes ju lutem nëse nënshkrimi",
    "hu": "és az egy nem hogy vagy van meg kell ha név születési hely ideje kérjük aláírás igen ön lakcím",
    "ku": "û ji bo li di de ne yan ev bi ku hûn navê paşnavê dîroka zayînê wekî heke",
    "vi": "và của là có cho không các trong được người với này ngày họ tên nơi sinh vui lòng xin",
    "sv": "och att det som på är av för till inte med om ett eller har från namn ditt",
    "da": "og at det som på af til ikke med om et eller har fra navn dit",
}
"""Common words, those of forms among them. What two languages share tells nothing between these two."""
