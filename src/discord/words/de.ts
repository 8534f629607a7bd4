import type { Catalogue } from '../../answers/words/catalogue.ts';

export const botDe = {
  'Understood as: {what}': 'Verstanden als: {what}',
  'Page {page} of {pages}': 'Seite {page} von {pages}',
  '◂ Back': '◂ Zurück',
  '{n} more ▸': '{n} weitere ▸',
  'Continued ▸': 'Weiter ▸',
  End: 'Ende',
  Choose: 'Auswählen',
  '… and {n} more. Ask about less: a shorter time, one outlet, one person.':
    '… und {n} weitere. Frag nach weniger: kürzere Zeit, ein Medium, eine Person.',
  '… and {n} more': '… und {n} weitere',
  'The archive is still empty. Whoever runs this bot adds articles by putting files (.md, .txt, .html, .json or .jsonl) into its articles folder and using /admin reindex.':
    'Das Archiv ist noch leer. Wer diesen Bot betreibt, legt Dateien (.md, .txt, .html, .json oder .jsonl) in den Artikelordner und verwendet /admin reindex.',
  Meetings: 'Treffen',
  Quotations: 'Zitate',
  Summary: 'Zusammenfassung',
  Network: 'Netzwerk',
  Timeline: 'Zeitleiste',
  'Compare outlets': 'Medien vergleichen',
  'Open the article': 'Artikel öffnen',
  'Save as …': 'Speichern als …',
  'This answer as a file': 'Diese Antwort als Datei',
  'Show to everyone': 'Allen zeigen',
  'Something wrong?': 'Stimmt etwas nicht?',
  'What is wrong?': 'Was stimmt nicht?',
  'Wrong speaker, date, meeting …': 'Sprecher, Datum, Treffen falsch …',
  'Which line is wrong, and what should it say?': 'Welche Zeile ist falsch, und was müsste dort stehen?',
  'Thank you': 'Danke',
  'Those who run this bot will look at it.': 'Wer diesen Bot betreibt, sieht es sich an.',
  'You have reported so much that those who run this bot must catch up first. Please try again later.':
    'Du hast schon so viel gemeldet, dass es erst bearbeitet werden muss. Bitte versuch es später wieder.',
  'That message has no quotation in it: nothing stands between quotation marks.':
    'In dieser Nachricht steht kein Zitat: nichts zwischen Anführungszeichen.',
  'That message has no words that I could look for.':
    'In dieser Nachricht stehen keine Wörter, nach denen ich suchen könnte.',
  'Quotations checked: {n}': 'Geprüfte Zitate: {n}',
  'Where this may come from': 'Woher das kommen könnte',
  'I did not understand that': 'Das habe ich nicht verstanden',
  'That command is no longer offered. Type / to see what there is, or use /help.':
    'Diesen Befehl gibt es nicht mehr. Tippe / für eine Liste oder verwende /help.',
  'This button is too old: I no longer know what it was about. Please ask again.':
    'Dieser Knopf ist zu alt: Ich weiß nicht mehr, worum es ging. Bitte frag noch einmal.',
  'Something went wrong here': 'Hier ist etwas schiefgegangen',
  'This is my fault, not yours. Please try again; if it keeps happening, tell whoever runs this bot:':
    'Das ist mein Fehler, nicht der deiner Frage. Bitte versuch es noch einmal; wenn es bleibt, sag es denen, die diesen Bot betreiben:',
  'incident {incident}': 'Vorfall {incident}',
  'I may not write there': 'Dort darf ich nicht schreiben',
  'You asked me something in a channel where I may not write. Ask me here, or use a slash command there.':
    'Du hast mich in einem Kanal gefragt, in dem ich nicht schreiben darf. Frag mich hier oder verwende dort einen Befehl.',
  'Just restarting': 'Neustart',
  'I am being restarted and will be back in a moment. Please ask again then.':
    'Ich werde gerade neu gestartet und bin gleich zurück. Bitte frag dann noch einmal.',
  'Not for you, sorry': 'Leider nicht für dich',
  'Only those who run this bot may use /admin.': 'Nur wer diesen Bot betreibt, darf /admin verwenden.',
  'One moment, please': 'Einen Moment bitte',
  'That was a lot of questions at once. Ask me again in {seconds} s.':
    'Das waren viele Fragen auf einmal. In {seconds} s antworte ich wieder.',
  'Not here, sorry': 'Hier leider nicht',
  'Those who run this bot have not opened it to this server.':
    'Für diesen Server haben ihn die Betreiber nicht freigegeben.',
  'In this server I answer people with certain roles only. Ask whoever runs this bot for access.':
    'Auf diesem Server antworte ich nur Personen mit bestimmten Rollen. Bitte die Betreiber um Zugang.',
  'I am asked in other channels here: {channels}': 'Hier werde ich in anderen Kanälen gefragt: {channels}',
  'Those who run this bot have switched off direct messages. Ask me in a server.':
    'Die Betreiber haben Direktnachrichten abgeschaltet. Frag mich auf einem Server.',
  'Those who run this bot want it asked in its own servers and direct messages only.':
    'Die Betreiber möchten, dass ich nur auf eigenen Servern und in Direktnachrichten gefragt werde.',
  'Thank you for having me': 'Danke für die Einladung',
  'I answer from an archive of news articles: summaries, who met whom, and quotations word for word, each line with its source. Type / to see what can be asked, /help for examples, or mention me with a question.':
    'Ich antworte aus einem Archiv von Nachrichtenartikeln: Zusammenfassungen, wer wen getroffen hat und wörtliche Zitate, jede Zeile mit Quelle. Tippe / für alle Befehle, /help für Beispiele, oder erwähne mich mit einer Frage.',
  'Not here: these words stand in no article': 'Nicht hier: Diese Worte stehen in keinem Artikel',
  'The message has: {pasted}': 'Die Nachricht hat: {pasted}',
  'The message has, by {who}: {pasted}': 'Die Nachricht hat, von {who}: {pasted}',
  'the quotations of that message': 'die Zitate dieser Nachricht',
  'the articles that message speaks of': 'die Artikel, von denen diese Nachricht spricht',
  'No article speaks of this.': 'Kein Artikel spricht davon.',
  'the picture could not be drawn': 'das Bild konnte nicht gezeichnet werden',
  'Still loading': 'Wird noch geladen',
  'I am just reading my articles. Please ask again in a moment.':
    'Ich lese gerade meine Artikel. Bitte frag gleich noch einmal.',
  'Wrong speaker': 'Falscher Sprecher',
  'Wrong date': 'Falsches Datum',
  'Wrong place': 'Falscher Ort',
  'Not a meeting': 'Kein Treffen',
  'One person, two names': 'Eine Person, zwei Namen',
  'Two people, one name': 'Zwei Personen, ein Name',
  'Wrong kind of outlet': 'Falsche Art von Medium',
  'Something else': 'Etwas anderes',
  'Who said it; “nobody” if not stated': 'Wer es sagte; „nobody“, wenn unbekannt',
  '2015-11-13, 2015-11, 2015; “none” if not stated': '2015-11-13, 2015-11, 2015; „none“: ohne',
  'Where; “none” if not stated': 'Wo; „none“, wenn nicht genannt',
  'The name, as the article has it': 'Der Name, wie der Artikel ihn hat',
  'Who that is': 'Wer das ist',
  'What kind of outlet it is': 'Welche Art von Medium es ist',
  'what you follow ({n})': 'was du beobachtest ({n})',
  'your quiet hours': 'deine Ruhezeiten',
  'reports that something is wrong ({n})': 'Meldungen, dass etwas nicht stimmt ({n})',
  'corrections that you made ({n})': 'Berichtigungen von dir ({n})',
  'What I keep': 'Was ich speichere',
  'No message is kept, nor who asked what. A question is read, answered and forgotten.':
    'Keine Nachricht wird gespeichert, auch nicht, wer was gefragt hat. Eine Frage wird gelesen, beantwortet und vergessen.',
  'Only in a direct message or a thread I remember your last question, in memory alone and for ten minutes, so that you can go on with it.':
    'Nur in einer Direktnachricht oder einem Thread merke ich mir deine letzte Frage, allein im Arbeitsspeicher und zehn Minuten lang, damit du daran anknüpfen kannst.',
  'About you: {kept}. Each with your Discord number, and nothing else about you.':
    'Über dich: {kept}. Jeweils mit deiner Discord-Nummer und sonst nichts über dich.',
  'The buttons under an answer hold its question, so that they work after a restart. One too long for a button is kept here, without who asked it, until 20,000 newer ones have come.':
    'Die Knöpfe unter einer Antwort enthalten ihre Frage, damit sie nach einem Neustart gehen. Eine zu lange wird hier gespeichert, ohne den Fragenden, bis 20.000 neuere gekommen sind.',
  'Of a server: its settings, and what is followed in its channels. Both go when I am removed from it.':
    'Von einem Server: seine Einstellungen und was in seinen Kanälen beobachtet wird. Beides verschwindet, wenn ich entfernt werde.',
  'The log records which commands were used and how long they took, never what was asked; and who used /admin.':
    'Das Protokoll nennt verwendete Befehle und ihre Dauer, nie was gefragt wurde; und wer /admin verwendet hat.',
  '/privacy delete erases what is kept about you.': '/privacy delete löscht, was über dich gespeichert ist.',
  Erased: 'Gelöscht',
  'Erased: what you follow ({watches}) with all that was still to be sent, your quiet hours, your reports ({reports}).':
    'Gelöscht: was du beobachtest ({watches}) mit allem noch zu Sendenden, deine Ruhezeiten, deine Meldungen ({reports}).',
  'Your corrections ({n}) stay, but no longer carry your name.':
    'Deine Berichtigungen ({n}) gelten weiter, nennen dich aber nicht mehr.',
  'Nothing is kept about you now.': 'Jetzt ist nichts über dich gespeichert.',
  'You follow {n} things already. /watch remove makes room for another.':
    'Du beobachtest schon {n} Dinge. /watch remove schafft Platz.',
  'This server’s channels follow {n} things already, which is as many as may be.':
    'In den Kanälen dieses Servers wird schon {n}-mal beobachtet, mehr geht nicht.',
  'You follow that already': 'Das beobachtest du schon',
  '{what}, sent {where}.': '{what}, gemeldet {where}.',
  'I’ll send you alerts': 'Ich sage Bescheid',
  '{what}: when a new article brings something, I send it {where}.':
    '{what}: Bringt ein neuer Artikel etwas, melde ich es {where}.',
  'The archive knows nobody of that name yet: look at the spelling.':
    'Das Archiv kennt noch niemanden mit diesem Namen: Prüf die Schreibweise.',
  'This is number {number}; /watch remove ends it.': 'Das ist Nummer {number}; /watch remove beendet es.',
  'Give words to look for: at least one of two letters.': 'Gib Wörter an: mindestens eins mit zwei Buchstaben.',
  '{typed} may be {names}. Give the whole name.': '{typed} kann {names} sein. Gib den ganzen Namen an.',
  'I am not in this server, so I can’t write in its channels. Leave out “in” and I’ll message you directly.':
    'Ich bin nicht auf diesem Server und kann in seinen Kanälen nicht schreiben. Lass „in“ weg: Ich sage es dir direkt.',
  'That is no channel that I can write in.': 'In diesem Kanal kann ich nicht schreiben.',
  'Only people who may manage messages in that channel can have alerts sent there. Leave out “in” and I’ll message you directly.':
    'Nur wer dort Nachrichten verwalten darf, kann Neues dort melden lassen. Lass „in“ weg: Ich sage es dir direkt.',
  'I may not write in that channel. Let me (View Channel, Send Messages), or choose another.':
    'Ich darf in diesem Kanal nicht schreiben. Erlaub es mir (View Channel, Send Messages) oder wähl einen anderen.',
  'to you, by direct message': 'dir, per Direktnachricht',
  'in #{channel}': 'in #{channel}',
  'You follow nothing': 'Du beobachtest nichts',
  '/watch add follows a person, two who meet, words or an outlet.':
    '/watch add beobachtet eine Person, zwei die sich treffen, Wörter oder ein Medium.',
  'ended: {why}': 'beendet: {why}',
  'What you follow': 'Was du beobachtest',
  'Nothing is sent from {hours}.': 'Nichts wird gesendet: {hours}.',
  'You follow nothing with the number {number}. /watch list shows the numbers.':
    'Du beobachtest nichts mit der Nummer {number}. /watch list zeigt die Nummern.',
  Removed: 'Entfernt',
  'Number {number} is followed no longer.': 'Nummer {number} wird nicht mehr beobachtet.',
  'No quiet hours': 'Keine Ruhezeiten',
  'Alerts are sent as they come.': 'Neues wird gleich gesendet.',
  'Give hours such as 22-7 or 22:30-6:45, and a time zone such as Europe/Berlin or UTC.':
    'Gib Zeiten wie 22-7 oder 22:30-6:45 an und eine Zeitzone wie Europe/Berlin oder UTC.',
  'Quiet hours': 'Ruhezeiten',
  'What comes in meanwhile is sent afterwards, together.': 'Was inzwischen kam, wird danach zusammen gemeldet.',
  Reindexing: 'Wird neu eingelesen',
  '{done} of {total} articles read': '{done} von {total} Artikeln gelesen',
  Reindexed: 'Neu eingelesen',
  'Already at it': 'Schon dabei',
  'The articles are being read just now. Ask again soon.': 'Die Artikel werden gerade gelesen. Frag bald wieder.',
  'The archive stands as it was before. What happened: {why}': 'Das Archiv steht wie zuvor. Was geschah: {why}',
  'Reindexing failed': 'Neu einlesen fehlgeschlagen',
  'The archive': 'Das Archiv',
  '/admin status lists them all.': '/admin status nennt sie alle.',
  'Every file could be read': 'Jede Datei konnte gelesen werden',
  'Not read ({n})': 'Nicht gelesen ({n})',
  'The articles are being read anew just now': 'Die Artikel werden gerade neu gelesen',
  '{articles}, published {period}': '{articles}, erschienen {period}',
  '{n} people': { one: '{n} Person', other: '{n} Personen' },
  'Built on {date} at {time} UTC': 'Gebaut am {date} um {time} UTC',
  '{articles}: {anew} read anew, {same} unchanged, {gone} gone':
    '{articles}: {anew} neu gelesen, {same} unverändert, {gone} entfernt',
  '{facts}, in {seconds} s': '{facts}, in {seconds} s',
  'Nothing is reported as wrong': 'Nichts ist als falsch gemeldet',
  'Reported as wrong: {n}': 'Als falsch gemeldet: {n}',
  'See the answer': 'Antwort ansehen',
  Done: 'Erledigt',
  Remove: 'Entfernen',
  'the message': 'die Nachricht',
  Settings: 'Einstellungen',
  'Those who run the bot may ask everywhere, whatever is set here.':
    'Die Betreiber dürfen überall fragen, was auch immer hier eingestellt ist.',
  'This server': 'Dieser Server',
  'Roles that may ask, and channels to ask in; none chosen: all.':
    'Rollen, die fragen dürfen, und Kanäle dafür; nichts gewählt: alle.',
  'Every role may ask': 'Jede Rolle darf fragen',
  'In every channel': 'In jedem Kanal',
  Language: 'Sprache',
  'Each person’s own language': 'Die Sprache jeder Person',
  'Answers are private unless asked otherwise': 'Antworten sind privat, wenn nicht anders verlangt',
  yes: 'ja',
  no: 'nein',
  'In every server': 'Auf jedem Server',
  'The bot as a whole': 'Der Bot als Ganzes',
  'Servers in which it answers; none chosen: all.': 'Server, auf denen er antwortet; keiner gewählt: alle.',
  'Direct messages': 'Direktnachrichten',
  'On people’s own accounts': 'Auf eigenen Konten',
  'Noted, but nothing changed': 'Notiert, aber nichts hat sich geändert',
  Corrected: 'Berichtigt',
  'It does not show in the archive: {because}.': 'Im Archiv zeigt es sich nicht: {because}.',
  'Answers use this from now on.': 'Antworten sagen es ab jetzt so.',
  'This is number {number}: /admin correct undo takes it back.':
    'Das ist Nummer {number}: /admin correct undo nimmt es zurück.',
  'There is no correction with the number {number}. /admin correct list shows the numbers.':
    'Es gibt keine Berichtigung mit der Nummer {number}. /admin correct list zeigt die Nummern.',
  'Taken back': 'Zurückgenommen',
  'Answers use what was read again.': 'Antworten sagen es wieder, wie es gelesen wurde.',
  'No corrections': 'Keine Berichtigungen',
  '/admin correct puts right what was read wrongly.': '/admin correct berichtigt, was falsch gelesen wurde.',
  'Corrections: {n}': 'Berichtigungen: {n}',
  'does not hold: {because}': 'gilt nicht: {because}',
  'Correction {number} no longer holds ({what}): {because}':
    'Berichtigung {number} gilt nicht mehr ({what}): {because}',
  'That is no web address: write it in full, with https:// before it.':
    'Das ist keine Webadresse: Schreib sie ganz, mit https:// davor.',
  'Feed followed': 'Feed wird verfolgt',
  '{feed}: {articles} in it just now': '{feed}: darin gerade {articles}',
  'I look at it every {time}, and keep what is new.': 'Ich sehe alle {time} nach und behalte Neues.',
  'Feed not followed': 'Feed wird nicht verfolgt',
  'No feed of that address is followed: see /admin feeds list.':
    'Kein Feed mit dieser Adresse wird verfolgt: siehe /admin feeds list.',
  'Feed removed': 'Feed entfernt',
  'Its articles stay in the archive.': 'Seine Artikel bleiben im Archiv.',
  'Feeds checked': 'Feeds geprüft',
  'New articles: {n}': 'Neue Artikel: {n}',
  'Kept as {file}': 'Gespeichert als {file}',
  Feeds: 'Feeds',
  'None is followed. Add one with /admin feeds add.': 'Keiner wird verfolgt. Füg einen mit /admin feeds add hinzu.',
  'in trouble: {problem}': 'gestört: {problem}',
  'In the archive already': 'Schon im Archiv',
  'Keep this article?': 'Diesen Artikel behalten?',
  'Keep these {n} articles?': 'Diese {n} Artikel behalten?',
  Keep: 'Behalten',
  Correct: 'Berichtigen',
  Discard: 'Verwerfen',
  Close: 'Schließen',
  'No headline was found': 'Keine Überschrift gefunden',
  'The same text is kept as {file}': 'Derselbe Text ist gespeichert als {file}',
  'The page has changed since it was kept as {files}: this would be a new version':
    'Die Seite hat sich geändert, seit sie als {files} gespeichert wurde: Dies wäre eine neue Fassung',
  '“{after}” was added': '„{after}“ kam hinzu',
  '“{before}” is gone': '„{before}“ fehlt jetzt',
  '“{before}” is now “{after}”': '„{before}“ heißt jetzt „{after}“',
  'within a quotation': 'in einem Zitat',
  'What changed': 'Was sich änderte',
  'No people were found': 'Keine Personen gefunden',
  'Nothing was left out': 'Nichts wurde weggelassen',
  'Left out, lines: {n}': 'Weggelassene Zeilen: {n}',
  'Give me an address (url) or a file to add.': 'Gib mir eine Adresse (url) oder eine Datei.',
  'That message has no link and no file.': 'Diese Nachricht hat weder Link noch Datei.',
  'Nothing was added': 'Nichts wurde hinzugefügt',
  'Too many at once': 'Zu viele auf einmal',
  'These are {n} articles: use “readout import” for more than {most}.':
    'Das sind {n} Artikel: Nimm „readout import“ für mehr als {most}.',
  'Only those who run this bot may add articles.': 'Nur wer diesen Bot betreibt, darf Artikel hinzufügen.',
  'This was decided on already, or lay for more than a week. Please add it again.':
    'Darüber ist schon entschieden, oder es lag länger als eine Woche. Bitte füg es neu hinzu.',
  Discarded: 'Verworfen',
  'Nothing was kept.': 'Nichts wurde behalten.',
  Kept: 'Behalten',
  'It is being read into the archive …': 'Es wird ins Archiv eingelesen …',
  'In the archive': 'Im Archiv',
  'Questions find it from now on; the archive holds {articles}.': 'Fragen finden es ab jetzt; im Archiv: {articles}.',
  'Articles are corrected one at a time: add this one by itself.':
    'Artikel werden einzeln berichtigt: Füg diesen allein hinzu.',
  'Correct what was found': 'Gefundenes berichtigen',
  Headline: 'Überschrift',
  Outlet: 'Medium',
  'Published (2015-11-13, 2015-11 or 2015)': 'Erschienen (2015-11-13, 2015-11 oder 2015)',
  'There is nothing to correct any more.': 'Es gibt nichts mehr zu berichtigen.',
  '“{typed}” is no date that an article can have: write 2015-11-13, 2015-11 or 2015.':
    '„{typed}“ ist kein Datum für einen Artikel: Schreib 2015-11-13, 2015-11 oder 2015.',
  'every {time}': 'alle {time}',
  'Kinds of outlet are {kinds}.': 'Arten von Medien sind: {kinds}.',
  'The archive has no article of an outlet called {outlet}: look at /sources.':
    'Das Archiv hat keinen Artikel eines Mediums namens {outlet}: siehe /sources.',
  'An article without a date: take it out of the article’s file instead.':
    'Ein Artikel ohne Datum: Nimm es stattdessen aus der Datei des Artikels.',
  'That correction is no longer offered. Type /admin correct to see what there is.':
    'Diese Berichtigung gibt es nicht mehr. Tipp /admin correct, um zu sehen, was es gibt.',
  '{typed} is no date: write 2015-11-13, 2015-11 or 2015.':
    '{typed} ist kein Datum: Schreib 2015-11-13, 2015-11 oder 2015.',
  'The archive knows nobody called {name}: choose the name from the list.':
    'Das Archiv kennt niemanden namens {name}: Wähl den Namen aus der Liste.',
  'The archive has no article called {article}.': 'Das Archiv hat keinen Artikel namens {article}.',
  'Several articles are called so; give the id of one: {named}.':
    'Mehrere Artikel heißen so; gib die Kennung von einem: {named}.',
  '“{typed}” does not stand in {article}: copy the words from the article.':
    '„{typed}“ steht nicht in {article}: Kopier die Worte aus dem Artikel.',
  'Nothing is read as a quotation there.': 'Dort wird nichts als Zitat gelesen.',
  'No meeting was found there: give words of the sentence that reports it.':
    'Dort wird nichts als Treffen gelesen: Gib Worte des Satzes an, der es berichtet.',
  'speaker in {article}: “{words}” was said by {is}': 'Sprecher in {article}: „{words}“ sagte: {is}',
  'meeting date in {article}: “{words}” is {is}': 'Tag des Treffens in {article}: „{words}“: {is}',
  'meeting place in {article}: “{words}” is {is}': 'Ort des Treffens in {article}: „{words}“: {is}',
  'not a meeting in {article}: “{words}”': 'kein Treffen in {article}: „{words}“',
  '{article} was published {is}': '{article} erschien: {is}',
  '{name} is {is}: one person': '{name} ist {is}: eine Person',
  '{name} in {article} is another: {is}': '{name} in {article} ist jemand anders: {is}',
  '{outlet} is {kind}': '{outlet} ist: {kind}',
  'not stated': 'nicht genannt',
  'the archive has no article of this outlet': 'das Archiv hat keinen Artikel dieses Mediums',
  'the archive knows nobody called {name}': 'das Archiv kennt niemanden namens {name}',
  'its article is not in the archive': 'der Artikel ist nicht im Archiv',
  'the archive does not show it: reindex': 'das Archiv zeigt es nicht: neu einlesen',
  'nobody in the article is called {name}': 'im Artikel heißt niemand {name}',
  'its words no longer stand in the article': 'die Worte stehen nicht mehr im Artikel',
  'nothing is read as a quotation there': 'dort wird nichts als Zitat gelesen',
  'nothing is read as a meeting there': 'dort wird nichts als Treffen gelesen',
  'Taken down': 'Herausgenommen',
  '{article} is out of the archive.': '{article} ist aus dem Archiv heraus.',
  'Its file is destroyed, and so are corrections of it.': 'Die Datei ist zerstört, ebenso Berichtigungen dazu.',
  'Its file was moved to {place}; moved back, it is in the archive again.':
    'Die Datei wurde nach {place} verschoben; zurückverschoben ist der Artikel wieder im Archiv.',
  'Corrections of it are still kept ({n}): /admin correct list shows them.':
    'Berichtigungen dazu bleiben erhalten ({n}): /admin correct list zeigt sie.',
  'Messages I sent before stay where they are.': 'Nachrichten, die ich vorher schickte, bleiben, wo sie sind.',
  'What is left of its words in my index is being erased …':
    'Was von seinen Worten in meinem Index übrig ist, wird gelöscht …',
  'Nothing of it is left in my folders.': 'Kein Wort davon ist in meinen Ordnern übrig.',
  'The article is still there: its file {file} can’t be removed ({code}). The bot must be allowed to write there.':
    'Der Artikel ist noch da: Seine Datei {file} lässt sich nicht entfernen ({code}). Der Bot muss dort schreiben dürfen.',
  'The article’s file has changed meanwhile: reindex, then try again.':
    'Die Datei des Artikels hat sich inzwischen geändert: Lies neu ein und versuch es noch einmal.',
} satisfies Catalogue;
