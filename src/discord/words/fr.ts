import type { Catalogue } from '../../answers/words/words.ts';

export const fr = {
  'Understood as: {what}': 'Compris comme : {what}',
  'Page {page} of {pages}': 'Page {page} sur {pages}',
  '◂ Back': '◂ Retour',
  '{n} more ▸': '{n} de plus ▸',
  'Continued ▸': 'Suite ▸',
  End: 'Fin',
  Choose: 'Choisir',
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
  'That is a fault of mine, not of your question. Please try again; if it stays, tell whoever runs this bot:':
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
  'Who said it; “nobody” if not told': 'Qui l’a dit ; « nobody » si non précisé',
  '2015-11-13, 2015-11, 2015; “none” if not told': '2015-11-13, 2015-11, 2015 ; « none » : aucune',
  'Where; “none” if not told': 'Où ; « none » si non précisé',
  'The name, as the article has it': 'Le nom, tel que dans l’article',
  'Who that is': 'Qui c’est',
  'What kind of outlet it is': 'Quel type de média c’est',
} satisfies Catalogue;
