import type { Catalogue } from '../../answers/words/words.ts';

export const es = {
  'Understood as: {what}': 'Entendido como: {what}',
  'Page {page} of {pages}': 'Página {page} de {pages}',
  '◂ Back': '◂ Atrás',
  '{n} more ▸': '{n} más ▸',
  'Continued ▸': 'Sigue ▸',
  End: 'Fin',
  Choose: 'Elegir',
  '… and {n} more. Ask about less: a shorter time, one outlet, one person.':
    '… y {n} más. Pregunta por menos: un tiempo más corto, un medio, una persona.',
  '… and {n} more': '… y {n} más',
  'The archive is still empty. Whoever runs this bot adds articles by putting files (.md, .txt, .html, .json or .jsonl) into its articles folder and using /admin reindex.':
    'El archivo aún está vacío. Quien gestiona este bot añade artículos poniendo ficheros (.md, .txt, .html, .json o .jsonl) en la carpeta de artículos y usando /admin reindex.',
  Meetings: 'Reuniones',
  Quotations: 'Citas',
  Summary: 'Resumen',
  Network: 'Red',
  Timeline: 'Cronología',
  'Compare outlets': 'Comparar medios',
  'Open the article': 'Abrir el artículo',
  'Save as …': 'Guardar como …',
  'This answer as a file': 'Esta respuesta como fichero',
  'Show to everyone': 'Mostrar a todos',
  'Something wrong?': '¿Algo está mal?',
  'What is wrong?': '¿Qué está mal?',
  'Wrong speaker, date, meeting …': 'Orador, fecha, reunión incorrectos …',
  'Which line is wrong, and what should it say?': '¿Qué línea está mal y qué debería decir?',
  'Thank you': 'Gracias',
  'Those who run this bot will look at it.': 'Quienes gestionan este bot lo mirarán.',
  'You have reported so much that those who run this bot must catch up first. Please try again later.':
    'Ya has avisado de mucho y primero hay que atenderlo. Inténtalo más tarde.',
  'That message has no quotation in it: nothing stands between quotation marks.':
    'Ese mensaje no contiene ninguna cita: nada está entre comillas.',
  'That message has no words that I could look for.': 'Ese mensaje no contiene palabras que yo pueda buscar.',
  'Quotations checked: {n}': 'Citas comprobadas: {n}',
  'Where this may come from': 'De dónde puede venir esto',
  'I did not understand that': 'No lo he entendido',
  'That command is no longer offered. Type / to see what there is, or use /help.':
    'Ese comando ya no existe. Escribe / para ver los que hay, o usa /help.',
  'This button is too old: I no longer know what it was about. Please ask again.':
    'Este botón es demasiado antiguo: ya no sé de qué se trataba. Pregunta otra vez.',
  'Something went wrong here': 'Algo ha salido mal',
  'That is a fault of mine, not of your question. Please try again; if it stays, tell whoever runs this bot:':
    'Es un fallo mío, no de tu pregunta. Inténtalo de nuevo; si continúa, díselo a quienes gestionan este bot:',
  'incident {incident}': 'incidente {incident}',
  'I may not write there': 'Ahí no puedo escribir',
  'You asked me something in a channel where I may not write. Ask me here, or use a slash command there.':
    'Me has preguntado en un canal donde no puedo escribir. Pregúntame aquí, o usa allí un comando.',
  'Just restarting': 'Reiniciando',
  'I am being restarted and will be back in a moment. Please ask again then.':
    'Me están reiniciando y vuelvo enseguida. Pregunta entonces otra vez.',
  'Not for you, sorry': 'Lo siento, no es para ti',
  'Only those who run this bot may use /admin.': 'Solo quienes gestionan este bot pueden usar /admin.',
  'One moment, please': 'Un momento, por favor',
  'That was a lot of questions at once. Ask me again in {seconds} s.':
    'Han sido muchas preguntas seguidas. Vuelve a preguntar dentro de {seconds} s.',
  'Not here, sorry': 'Lo siento, aquí no',
  'Those who run this bot have not opened it to this server.':
    'Quienes gestionan este bot no lo han abierto a este servidor.',
  'In this server I answer people with certain roles only. Ask whoever runs this bot for access.':
    'En este servidor solo respondo a personas con ciertos roles. Pide acceso a quienes gestionan el bot.',
  'I am asked in other channels here: {channels}': 'Aquí se me pregunta en otros canales: {channels}',
  'Those who run this bot have switched off direct messages. Ask me in a server.':
    'Quienes gestionan este bot han desactivado los mensajes directos. Pregúntame en un servidor.',
  'Those who run this bot want it asked in its own servers and direct messages only.':
    'Quienes gestionan el bot quieren que se le pregunte solo en sus servidores y por mensaje directo.',
  'Thank you for having me': 'Gracias por invitarme',
  'I answer from an archive of news articles: summaries, who met whom, and quotations word for word, each line with its source. Type / to see what can be asked, /help for examples, or mention me with a question.':
    'Respondo a partir de un archivo de artículos de prensa: resúmenes, quién se reunió con quién y citas palabra por palabra, cada línea con su fuente. Escribe / para ver los comandos, /help para ejemplos, o mencióname con una pregunta.',
  'Not here: these words stand in no article': 'No está aquí: estas palabras no están en ningún artículo',
  'The message has: {pasted}': 'El mensaje dice: {pasted}',
  'The message has, by {who}: {pasted}': 'El mensaje dice, de {who}: {pasted}',
  'the quotations of that message': 'las citas de ese mensaje',
  'the articles that message speaks of': 'los artículos de los que habla ese mensaje',
  'No article speaks of this.': 'Ningún artículo habla de esto.',
  'the picture could not be drawn': 'no se pudo dibujar la imagen',
  'Still loading': 'Cargando todavía',
  'I am just reading my articles. Please ask again in a moment.':
    'Estoy leyendo mis artículos. Pregunta otra vez dentro de un momento.',
  'Wrong speaker': 'Quien habla es otro',
  'Wrong date': 'Fecha incorrecta',
  'Wrong place': 'Lugar incorrecto',
  'Not a meeting': 'No es una reunión',
  'One person, two names': 'Una persona, dos nombres',
  'Two people, one name': 'Dos personas, un nombre',
  'Wrong kind of outlet': 'Tipo de medio incorrecto',
  'Something else': 'Otra cosa',
  'Who said it; “nobody” if not told': 'Quién lo dijo; «nobody» si no consta',
  '2015-11-13, 2015-11, 2015; “none” if not told': '2015-11-13, 2015-11, 2015; «none»: ninguna',
  'Where; “none” if not told': 'Dónde; «none» si no consta',
  'The name, as the article has it': 'El nombre, como en el artículo',
  'Who that is': 'Quién es',
  'What kind of outlet it is': 'Qué tipo de medio es',
} satisfies Catalogue;
