import type { Catalogue } from '../../answers/words/words.ts';

export const de = {
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
  'That is a fault of mine, not of your question. Please try again; if it stays, tell whoever runs this bot:':
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
  'Who said it; “nobody” if not told': 'Wer es sagte; „nobody“, wenn unbekannt',
  '2015-11-13, 2015-11, 2015; “none” if not told': '2015-11-13, 2015-11, 2015; „none“: ohne',
  'Where; “none” if not told': 'Wo; „none“, wenn nicht genannt',
  'The name, as the article has it': 'Der Name, wie der Artikel ihn hat',
  'Who that is': 'Wer das ist',
  'What kind of outlet it is': 'Welche Art von Medium es ist',
} satisfies Catalogue;
