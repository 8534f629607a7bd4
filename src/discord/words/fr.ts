import type { Catalogue } from '../../answers/words/catalogue.ts';

export const botFr = {
  'Understood as: {what}': 'Compris comme : {what}',
  'Page {page} of {pages}': 'Page {page} sur {pages}',
  '◂ Back': '◂ Retour',
  '{n} more ▸': '{n} de plus ▸',
  'Continued ▸': 'Suite ▸',
  End: 'Fin',
  Choose: 'Choisir',
  'Give a time such as 8:00, and a time zone such as Europe/Berlin or UTC.':
    'Donnez une heure comme 8:00 et un fuseau comme Europe/Berlin ou UTC.',
  'You have {n} briefings already. /briefing off ends one.':
    'Vous avez déjà {n} briefings. /briefing off en arrête un.',
  'Your briefing is on': 'Votre briefing est activé',
  'You have no briefing': 'Vous n’avez aucun briefing',
  '/briefing on has one sent at a time of day.': '/briefing on en fait envoyer un à une heure donnée.',
  'Your briefings': 'Vos briefings',
  'You have no briefing {number}. /briefing list shows the numbers.':
    'Vous n’avez pas de briefing {number}. /briefing list montre les numéros.',
  'Your briefing is off': 'Votre briefing est arrêté',
  'Briefing {number} is sent no longer.': 'Le briefing {number} n’est plus envoyé.',
  '{days} at {time}': '{days} à {time}',
  daily: 'chaque jour',
  weekdays: 'en semaine',
  weekly: 'chaque semaine',
  'Nothing new': 'Rien de nouveau',
  'your briefings ({n})': 'vos briefings ({n})',
  'Which is meant?': 'De qui s’agit-il ?',
  also: 'aussi',
  'What each said there': 'Ce que chacun y a dit',
  '… and {n} more. Ask about less: a shorter time, one outlet, one person.':
    '… et {n} de plus. Demandez moins : une période plus courte, un seul média, une seule personne.',
  '… and {n} more': '… et {n} de plus',
  'The archive is still empty. Whoever runs this bot adds articles by putting files (.md, .txt, .html, .json or .jsonl) into its articles folder and using /admin reindex.':
    'Les archives sont encore vides. Les responsables de ce bot y ajoutent des articles en plaçant des fichiers (.md, .txt, .html, .json ou .jsonl) dans le dossier des articles, puis avec /admin reindex.',
  Meetings: 'Rencontres',
  Quotations: 'Citations',
  Summary: 'Résumé',
  Network: 'Réseau',
  Timeline: 'Chronologie',
  'Compare outlets': 'Comparer les médias',
  'Open the article': 'Ouvrir l’article',
  'The picture (SVG)': 'L’image (SVG)',
  'The picture’s data (CSV)': 'Les données de l’image (CSV)',
  'Save as …': 'Enregistrer sous …',
  'This answer as a file': 'Cette réponse sous forme de fichier',
  'Show to everyone': 'Montrer à tous',
  'Something wrong?': 'Une erreur ?',
  'What is wrong?': 'Qu’est-ce qui est faux ?',
  'Wrong speaker, date, meeting …': 'Orateur, date, rencontre erronés …',
  'Which line is wrong, and what should it say?': 'Quelle ligne est fausse, et que devrait-elle dire ?',
  'Thank you': 'Merci',
  'Those who run this bot will look at it.': 'Les responsables de ce bot vont regarder.',
  'You have reported so much that those who run this bot must catch up first. Please try again later.':
    'Vous avez déjà beaucoup signalé ; les responsables doivent d’abord suivre. Réessayez plus tard.',
  'That message has no quotation in it: nothing stands between quotation marks.':
    'Ce message ne contient aucune citation : rien n’y est entre guillemets.',
  'That message has no words that I could look for.': 'Ce message ne contient aucun mot que je puisse chercher.',
  'Quotations checked: {n}': 'Citations vérifiées : {n}',
  'Where this may come from': 'D’où cela peut venir',
  'I did not understand that': 'Je n’ai pas compris',
  'That command is no longer offered. Type / to see what there is, or use /help.':
    'Cette commande n’existe plus. Tapez / pour voir ce qu’il y a, ou utilisez /help.',
  'This button is too old: I no longer know what it was about. Please ask again.':
    'Ce bouton est trop ancien : je ne sais plus de quoi il s’agissait. Posez la question à nouveau.',
  'Something went wrong here': 'Quelque chose s’est mal passé',
  'This is my fault, not yours. Please try again; if it keeps happening, tell whoever runs this bot:':
    'C’est ma faute, pas celle de votre question. Réessayez ; si cela persiste, dites-le aux responsables de ce bot :',
  'incident {incident}': 'incident {incident}',
  'I may not write there': 'Je n’ai pas le droit d’écrire là-bas',
  'You asked me something in a channel where I may not write. Ask me here, or use a slash command there.':
    'Vous m’avez posé une question dans un salon où je ne peux pas écrire. Demandez-moi ici, ou utilisez là-bas une commande.',
  'Just restarting': 'Redémarrage en cours',
  'I am being restarted and will be back in a moment. Please ask again then.':
    'Je redémarre et serai de retour dans un instant. Posez alors la question à nouveau.',
  'Not for you, sorry': 'Désolé, pas pour vous',
  'Only those who run this bot may use /admin.': 'Seuls les responsables de ce bot peuvent utiliser /admin.',
  'One moment, please': 'Un instant, s’il vous plaît',
  'That was a lot of questions at once. Ask me again in {seconds} s.':
    'Cela faisait beaucoup de questions à la fois. Redemandez-moi dans {seconds} s.',
  'Not here, sorry': 'Désolé, pas ici',
  'Those who run this bot have not opened it to this server.':
    'Les responsables de ce bot ne l’ont pas ouvert à ce serveur.',
  'In this server I answer people with certain roles only. Ask whoever runs this bot for access.':
    'Sur ce serveur, je ne réponds qu’aux personnes ayant certains rôles. Demandez l’accès aux responsables.',
  'I am asked in other channels here: {channels}': 'Ici, on m’interroge dans d’autres salons : {channels}',
  'Those who run this bot have switched off direct messages. Ask me in a server.':
    'Les responsables de ce bot ont désactivé les messages privés. Demandez-moi sur un serveur.',
  'Those who run this bot want it asked in its own servers and direct messages only.':
    'Les responsables veulent qu’on m’interroge seulement sur mes serveurs et en messages privés.',
  'Thank you for having me': 'Merci de m’accueillir',
  'I answer from an archive of news articles: summaries, who met whom, and quotations word for word, each line with its source. Type / to see what can be asked, /help for examples, or mention me with a question.':
    'Je réponds à partir d’archives d’articles de presse : résumés, qui a rencontré qui, et citations mot à mot, chaque ligne avec sa source. Tapez / pour voir les commandes, /help pour des exemples, ou mentionnez-moi avec une question.',
  'Not here: these words stand in no article': 'Absent : ces mots ne figurent dans aucun article',
  'The message has: {pasted}': 'Le message dit : {pasted}',
  'The message has, by {who}: {pasted}': 'Le message dit, de {who} : {pasted}',
  'the quotations of that message': 'les citations de ce message',
  'the articles that message speaks of': 'les articles dont parle ce message',
  'No article speaks of this.': 'Aucun article n’en parle.',
  'the picture could not be drawn': 'l’image n’a pas pu être dessinée',
  'Still loading': 'Chargement en cours',
  'I am just reading my articles. Please ask again in a moment.':
    'Je suis en train de lire mes articles. Reposez la question dans un instant.',
  'Wrong speaker': 'Mauvais auteur',
  'Wrong date': 'Mauvaise date',
  'Wrong place': 'Mauvais lieu',
  'Not a meeting': 'Pas une rencontre',
  'One person, two names': 'Une personne, deux noms',
  'Two people, one name': 'Deux personnes, un nom',
  'Wrong kind of outlet': 'Mauvais type de média',
  'Something else': 'Autre chose',
  'Who said it; “nobody” if not stated': 'Qui l’a dit ; « nobody » si non précisé',
  '2015-11-13, 2015-11, 2015; “none” if not stated': '2015-11-13, 2015-11, 2015 ; « none » : aucune',
  'Where; “none” if not stated': 'Où ; « none » si non précisé',
  'The name, as the article has it': 'Le nom, tel que dans l’article',
  'Who that is': 'Qui c’est',
  'What kind of outlet it is': 'Quel type de média c’est',
  'what you follow ({n})': 'ce que vous suivez ({n})',
  'reports that something is wrong ({n})': 'signalements d’erreurs ({n})',
  'corrections that you made ({n})': 'corrections de votre part ({n})',
  'What I keep': 'Ce que je conserve',
  'No message is kept, nor who asked what. A question is read, answered and forgotten.':
    'Aucun message n’est conservé, ni qui a demandé quoi. Une question est lue, traitée et oubliée.',
  'Only in a direct message or a thread I remember your last question, in memory alone and for ten minutes, so that you can go on with it.':
    'Seulement dans un message privé ou un fil, je retiens votre dernière question, en mémoire vive et pendant dix minutes, pour que vous puissiez y donner suite.',
  'About you: {kept}. Each with your Discord number, and nothing else about you.':
    'Sur vous : {kept}. Chacun avec votre numéro Discord, et rien d’autre.',
  'The buttons under an answer hold its question, so that they work after a restart. One too long for a button is kept here, without who asked it, until 20,000 newer ones have come.':
    'Les boutons sous une réponse contiennent sa question, pour fonctionner après un redémarrage. Une question trop longue est gardée ici, sans son auteur, jusqu’à ce que 20 000 plus récentes soient venues.',
  'Of a server: its settings, and what is followed in its channels. Both go when I am removed from it.':
    'D’un serveur : ses réglages et ce qui est suivi dans ses salons. Les deux disparaissent quand on me retire.',
  'The log records which commands were used and how long they took, never what was asked; and who used /admin.':
    'Le journal dit quelles commandes ont été utilisées et leur durée, jamais ce qui a été demandé ; et qui a utilisé /admin.',
  '/privacy delete erases what is kept about you.': '/privacy delete efface ce qui est conservé sur vous.',
  Erased: 'Effacé',
  'Nothing is kept about you now.': 'Plus rien n’est conservé sur vous.',
  'You follow {n} things already. /watch remove makes room for another.':
    'Vous suivez déjà {n} choses. /watch remove fait de la place.',
  'This server’s channels follow {n} things already, which is as many as may be.':
    'Les salons de ce serveur suivent déjà {n} choses, le maximum.',
  'You follow that already': 'Vous suivez déjà cela',
  '{what}, sent {where}.': '{what}, annoncé {where}.',
  'I’ll send you alerts': 'Je vous préviendrai',
  '{what}: when a new article brings something, I send it {where}.':
    '{what} : quand un nouvel article apporte quelque chose, je l’annonce {where}.',
  'The archive knows nobody of that name yet: look at the spelling.':
    'L’archive ne connaît encore personne de ce nom : vérifiez l’orthographe.',
  'This is number {number}; /watch remove ends it.': 'C’est le numéro {number} ; /watch remove y met fin.',
  'Give words to look for: at least one of two letters.': 'Donnez des mots à chercher : au moins un de deux lettres.',
  '{typed} may be {names}. Give the whole name.': '{typed} peut être {names}. Donnez le nom entier.',
  'I am not in this server, so I can’t write in its channels. Leave out “in” and I’ll message you directly.':
    'Je ne suis pas sur ce serveur et ne peux écrire dans ses salons. Omettez « in » : je vous préviens directement.',
  'That is no channel that I can write in.': 'Ce n’est pas un salon où je peux écrire.',
  'Only people who may manage messages in that channel can have alerts sent there. Leave out “in” and I’ll message you directly.':
    'Seuls ceux qui peuvent gérer les messages de ce salon peuvent y faire annoncer des nouvelles. Omettez « in » : je vous préviens directement.',
  'I may not write in that channel. Let me (View Channel, Send Messages), or choose another.':
    'Je n’ai pas le droit d’écrire dans ce salon. Autorisez-moi (View Channel, Send Messages) ou choisissez-en un autre.',
  'to you, by direct message': 'à vous, par message privé',
  'in #{channel}': 'dans #{channel}',
  'You follow nothing': 'Vous ne suivez rien',
  '/watch add follows a person, two who meet, words or an outlet.':
    '/watch add suit une personne, deux qui se rencontrent, des mots ou un média.',
  'ended: {why}': 'terminé : {why}',
  'What you follow': 'Ce que vous suivez',
  'Nothing is sent from {hours}.': 'Rien n’est envoyé : {hours}.',
  'You follow nothing with the number {number}. /watch list shows the numbers.':
    'Vous ne suivez rien sous le numéro {number}. /watch list montre les numéros.',
  Removed: 'Retiré',
  'Number {number} is followed no longer.': 'Le numéro {number} n’est plus suivi.',
  'No quiet hours': 'Pas d’heures de silence',
  'Alerts are sent as they come.': 'Les nouvelles sont envoyées à mesure.',
  'Give hours such as 22-7 or 22:30-6:45, and a time zone such as Europe/Berlin or UTC.':
    'Donnez des heures comme 22-7 ou 22:30-6:45, et un fuseau comme Europe/Berlin ou UTC.',
  'Quiet hours': 'Heures de silence',
  'What comes in meanwhile is sent afterwards, together.':
    'Ce qui est venu entre-temps est annoncé ensuite, en une fois.',
  Reindexing: 'Réindexation',
  '{done} of {total} articles read': '{done} articles lus sur {total}',
  Reindexed: 'Réindexé',
  'Already at it': 'Déjà en cours',
  'The articles are being read just now. Ask again soon.': 'Les articles sont en cours de lecture. Redemandez bientôt.',
  'The archive stands as it was before. What happened: {why}':
    'L’archive reste telle qu’avant. Ce qui s’est passé : {why}',
  'Reindexing failed': 'Échec de la réindexation',
  'The archive': 'L’archive',
  '/admin status lists them all.': '/admin status les liste tous.',
  'Every file could be read': 'Tous les fichiers ont pu être lus',
  'Not read ({n})': 'Non lus ({n})',
  'The articles are being read anew just now': 'Les articles sont en train d’être relus',
  '{articles}, published {period}': '{articles}, publiés {period}',
  '{n} people': { one: '{n} personne', other: '{n} personnes' },
  'Built on {date} at {time} UTC': 'Construite le {date} à {time} UTC',
  '{articles}: {anew} read anew, {same} unchanged, {gone} gone':
    '{articles} : {anew} relus, {same} inchangés, {gone} disparus',
  '{facts}, in {seconds} s': '{facts}, en {seconds} s',
  'Nothing is reported as wrong': 'Rien n’est signalé comme faux',
  'Reported as wrong: {n}': 'Signalé comme faux : {n}',
  'See the answer': 'Voir la réponse',
  Done: 'Fait',
  Remove: 'Retirer',
  'the message': 'le message',
  Settings: 'Réglages',
  'Those who run the bot may ask everywhere, whatever is set here.':
    'Ceux qui gèrent le bot peuvent demander partout, quels que soient ces réglages.',
  'This server': 'Ce serveur',
  'Roles that may ask, and channels to ask in; none chosen: all.':
    'Rôles qui peuvent demander, et salons où demander ; aucun choisi : tous.',
  'Every role may ask': 'Tous les rôles peuvent demander',
  'In every channel': 'Dans tous les salons',
  Language: 'Langue',
  'Each person’s own language': 'La langue de chacun',
  'Answers are private unless asked otherwise': 'Les réponses sont privées sauf demande contraire',
  yes: 'oui',
  no: 'non',
  'In every server': 'Sur tous les serveurs',
  'The bot as a whole': 'Le bot dans son ensemble',
  'Servers in which it answers; none chosen: all.': 'Serveurs où il répond ; aucun choisi : tous.',
  'Direct messages': 'Messages privés',
  'On people’s own accounts': 'Sur les comptes personnels',
  'Noted, but nothing changed': 'Noté, mais rien n’a changé',
  Corrected: 'Corrigé',
  'It does not show in the archive: {because}.': 'Cela ne se voit pas dans l’archive : {because}.',
  'Answers use this from now on.': 'Les réponses le disent ainsi désormais.',
  'This is number {number}: /admin correct undo takes it back.':
    'C’est le numéro {number} : /admin correct undo l’annule.',
  'There is no correction with the number {number}. /admin correct list shows the numbers.':
    'Il n’y a pas de correction numéro {number}. /admin correct list montre les numéros.',
  'Other names of {name}: {n}': 'Autres noms de {name} : {n}',
  '/admin correct two-people parts a name from them in one article.':
    '/admin correct two-people sépare un nom de cette personne dans un article.',
  'Taken back': 'Annulé',
  'Answers use what was read again.': 'Les réponses le disent de nouveau comme lu.',
  'No corrections': 'Aucune correction',
  '/admin correct puts right what was read wrongly.': '/admin correct rectifie ce qui a été mal lu.',
  'Corrections: {n}': 'Corrections : {n}',
  'does not hold: {because}': 'ne tient pas : {because}',
  'Correction {number} no longer holds ({what}): {because}':
    'La correction {number} ne tient plus ({what}) : {because}',
  'That is no web address: write it in full, with https:// before it.':
    'Ce n’est pas une adresse web : écrivez-la en entier, avec https://.',
  'Feed followed': 'Flux suivi',
  '{feed}: {articles} in it just now': '{feed} : {articles} en ce moment',
  'I look at it every {time}, and keep what is new.': 'Je le consulte toutes les {time} et garde ce qui est nouveau.',
  'Feed not followed': 'Flux non suivi',
  'No feed of that address is followed: see /admin feeds list.':
    'Aucun flux de cette adresse n’est suivi : voir /admin feeds list.',
  'Feed removed': 'Flux retiré',
  'Its articles stay in the archive.': 'Ses articles restent dans l’archive.',
  'Feeds checked': 'Flux consultés',
  'New articles: {n}': 'Nouveaux articles : {n}',
  'Kept as {file}': 'Gardé sous {file}',
  Feeds: 'Flux',
  'None is followed. Add one with /admin feeds add.': 'Aucun n’est suivi. Ajoutez-en un avec /admin feeds add.',
  'in trouble: {problem}': 'en difficulté : {problem}',
  'In the archive already': 'Déjà dans l’archive',
  'Keep this article?': 'Garder cet article ?',
  'Keep these {n} articles?': 'Garder ces {n} articles ?',
  Keep: 'Garder',
  Correct: 'Corriger',
  Discard: 'Écarter',
  Close: 'Fermer',
  'No headline was found': 'Aucun titre trouvé',
  'The same text is kept as {file}': 'Le même texte est gardé sous {file}',
  'The page has changed since it was kept as {files}: this would be a new version':
    'La page a changé depuis qu’elle est gardée sous {files} : ce serait une nouvelle version',
  '“{after}” was added': '« {after} » ajouté',
  '“{before}” is gone': '« {before} » disparu',
  '“{before}” is now “{after}”': '« {before} » est devenu « {after} »',
  'within a quotation': 'dans une citation',
  'What changed': 'Ce qui a changé',
  'No people were found': 'Aucune personne trouvée',
  'Nothing was left out': 'Rien n’a été omis',
  'Left out, lines: {n}': 'Lignes omises : {n}',
  'Give me an address (url) or a file to add.': 'Donnez-moi une adresse (url) ou un fichier.',
  'That message has no link and no file.': 'Ce message n’a ni lien ni fichier.',
  'Nothing was added': 'Rien n’a été ajouté',
  'Too many at once': 'Trop à la fois',
  'These are {n} articles: use “readout import” for more than {most}.':
    'Cela fait {n} articles : utilisez « readout import » au-delà de {most}.',
  'Only those who run this bot may add articles.': 'Seuls ceux qui gèrent ce bot peuvent ajouter des articles.',
  'This was decided on already, or lay for more than a week. Please add it again.':
    'C’est déjà décidé, ou resté plus d’une semaine. Veuillez l’ajouter de nouveau.',
  Discarded: 'Écarté',
  'Nothing was kept.': 'Rien n’a été gardé.',
  Kept: 'Gardé',
  'It is being read into the archive …': 'Lecture dans l’archive en cours …',
  'In the archive': 'Dans l’archive',
  'Questions find it from now on; the archive holds {articles}.':
    'Les questions le trouvent désormais ; dans l’archive : {articles}.',
  'Articles are corrected one at a time: add this one by itself.':
    'Les articles se corrigent un à un : ajoutez celui-ci seul.',
  'Correct what was found': 'Corriger ce qui a été trouvé',
  Headline: 'Titre',
  Outlet: 'Média',
  'Published (2015-11-13, 2015-11 or 2015)': 'Publié (2015-11-13, 2015-11 ou 2015)',
  'There is nothing to correct any more.': 'Il n’y a plus rien à corriger.',
  '“{typed}” is no date that an article can have: write 2015-11-13, 2015-11 or 2015.':
    '« {typed} » n’est pas une date possible : écrivez 2015-11-13, 2015-11 ou 2015.',
  'every {time}': 'toutes les {time}',
  'Kinds of outlet are {kinds}.': 'Les types de média sont : {kinds}.',
  'The archive has no article of an outlet called {outlet}: look at /sources.':
    'L’archive n’a aucun article d’un média appelé {outlet} : voyez /sources.',
  'An article without a date: take it out of the article’s file instead.':
    'Un article sans date : retirez-la plutôt du fichier de l’article.',
  'That correction is no longer offered. Type /admin correct to see what there is.':
    'Cette correction n’existe plus. Tapez /admin correct pour voir ce qu’il y a.',
  '{typed} is no date: write 2015-11-13, 2015-11 or 2015.':
    '{typed} n’est pas une date : écrivez 2015-11-13, 2015-11 ou 2015.',
  'The archive knows nobody called {name}: choose the name from the list.':
    'L’archive ne connaît personne du nom de {name} : choisissez le nom dans la liste.',
  'The archive has no article called {article}.': 'L’archive n’a aucun article appelé {article}.',
  'Several articles are called so; give the id of one: {named}.':
    'Plusieurs articles s’appellent ainsi ; donnez l’identifiant de l’un : {named}.',
  '“{typed}” does not stand in {article}: copy the words from the article.':
    '« {typed} » ne figure pas dans {article} : copiez les mots de l’article.',
  'Nothing is read as a quotation there.': 'Rien n’y est lu comme une citation.',
  'No meeting was found there: give words of the sentence that reports it.':
    'Rien n’y est lu comme une rencontre : donnez des mots de la phrase qui la rapporte.',
  'speaker in {article}: “{words}” was said by {is}': 'qui parle dans {article} : « {words} » a été dit par : {is}',
  'meeting date in {article}: “{words}” is {is}': 'date de la rencontre dans {article} : « {words} » : {is}',
  'meeting place in {article}: “{words}” is {is}': 'lieu de la rencontre dans {article} : « {words} » : {is}',
  'not a meeting in {article}: “{words}”': 'pas une rencontre dans {article} : « {words} »',
  '{article} was published {is}': '{article} est paru : {is}',
  '{name} is {is}: one person': '{name} est {is} : une seule personne',
  '{name} in {article} is another: {is}': '{name} dans {article} est quelqu’un d’autre : {is}',
  '{outlet} is {kind}': '{outlet} est : {kind}',
  'not stated': 'non précisé',
  'the archive has no article of this outlet': 'l’archive n’a aucun article de ce média',
  'the archive knows nobody called {name}': 'l’archive ne connaît personne du nom de {name}',
  'its article is not in the archive': 'son article n’est pas dans l’archive',
  'the archive does not show it: reindex': 'l’archive ne le montre pas : réindexez',
  'nobody in the article is called {name}': 'personne dans l’article ne s’appelle {name}',
  'its words no longer stand in the article': 'ses mots ne figurent plus dans l’article',
  'nothing is read as a quotation there': 'rien n’y est lu comme une citation',
  'nothing is read as a meeting there': 'rien n’y est lu comme une rencontre',
  'Taken down': 'Retiré',
  '{article} is out of the archive.': '{article} n’est plus dans l’archive.',
  'Its file is destroyed, and so are corrections of it.': 'Son fichier est détruit, ainsi que ses corrections.',
  'Its file was moved to {place}; moved back, it is in the archive again.':
    'Son fichier a été déplacé vers {place} ; remis en place, il revient dans l’archive.',
  'Corrections of it are still kept ({n}): /admin correct list shows them.':
    'Ses corrections sont encore gardées ({n}) : /admin correct list les montre.',
  'Messages I sent before stay where they are.': 'Les messages déjà envoyés restent où ils sont.',
  'What is left of its words in my index is being erased …':
    'Ce qui reste de ses mots dans mon index est en cours d’effacement …',
  'Nothing of it is left in my folders.': 'Il n’en reste pas un mot dans mes dossiers.',
  'The article is still there: its file {file} can’t be removed ({code}). The bot must be allowed to write there.':
    'L’article est encore là : son fichier {file} ne peut être retiré ({code}). Le bot doit pouvoir y écrire.',
  'The article’s file has changed meanwhile: reindex, then try again.':
    'Le fichier de l’article a changé entre-temps : réindexez, puis réessayez.',
  'your quiet hours ({n})': 'vos heures calmes ({n})',
  'your last question, in memory ({n})': 'votre dernière question, en mémoire ({n})',
  'feeds that you added ({n})': 'flux que vous avez ajoutés ({n})',
  'Erased: {kept}, with all that was still to be sent.': 'Effacé : {kept}, avec tout ce qui restait à envoyer.',
  'These stay, but no longer carry your name: {kept}.': 'Ceux-ci restent, mais ne portent plus votre nom : {kept}.',
  'A file needs mending': 'Un fichier est à réparer',
  'Mend the file, or put a backup of it in its place, and try again.':
    'Réparez le fichier, ou remettez-en une sauvegarde, puis réessayez.',
  'One of my files was edited and can’t be read. Those who run me find in the log which one it is.':
    'Un de mes fichiers a été modifié et ne peut être lu. Ceux qui me font tourner trouvent dans le journal lequel.',
  'Nothing was changed.': 'Rien n’a été changé.',
  'Found damaged in the archive, left out and read again from the articles folder: {file}':
    'Trouvé endommagé dans l’archive, écarté et relu depuis le dossier des articles : {file}',
  'That can’t be done just now': 'Impossible pour le moment',
  'My machine lets me open no more files. Those who run me must allow more (ulimit -n).':
    'Ma machine ne me laisse plus ouvrir de fichiers. Ceux qui me font tourner doivent en permettre davantage (ulimit -n).',
  'There is no room left on my disk, so this could not be kept. Those who run me must make room.':
    'Il ne reste plus de place sur mon disque : cela n’a pas pu être conservé. Ceux qui me font tourner doivent en faire.',
} satisfies Catalogue;
