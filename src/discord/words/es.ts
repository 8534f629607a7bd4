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
  'what you follow ({n})': 'lo que sigues ({n})',
  'your quiet hours': 'tus horas de silencio',
  'reports that something is wrong ({n})': 'avisos de errores ({n})',
  'corrections that you made ({n})': 'correcciones tuyas ({n})',
  'What I keep': 'Lo que guardo',
  'No message is kept, nor who asked what. A question is read, answered and forgotten.':
    'No se guarda ningún mensaje ni quién preguntó qué. Una pregunta se lee, se responde y se olvida.',
  'About you: {kept}. Each with your Discord number, and nothing else about you.':
    'Sobre ti: {kept}. Cada cosa con tu número de Discord, y nada más.',
  'The buttons under an answer hold its question, so that they work after a restart. One too long for a button is kept here, without who asked it, until 20,000 newer ones have come.':
    'Los botones bajo una respuesta llevan su pregunta, para que sigan tras un reinicio. Una demasiado larga se guarda aquí, sin quién la hizo, hasta que lleguen 20.000 más nuevas.',
  'Of a server: its settings, and what is followed in its channels. Both go when I am removed from it.':
    'De un servidor: sus ajustes y lo que se sigue en sus canales. Ambos se borran cuando me quitan.',
  'The log tells which commands were used and how long they took, never what was asked; and who used /admin.':
    'El registro dice qué comandos se usaron y cuánto tardaron, nunca qué se preguntó; y quién usó /admin.',
  '/privacy delete erases what is kept about you.': '/privacy delete borra lo que se guarda sobre ti.',
  Erased: 'Borrado',
  'Erased: what you follow ({watches}) with all that was still to be sent, your quiet hours, your reports ({reports}).':
    'Borrado: lo que sigues ({watches}) con todo lo pendiente de envío, tus horas de silencio, tus avisos ({reports}).',
  'Your corrections ({n}) hold, but no longer tell that they are yours.':
    'Tus correcciones ({n}) siguen, pero ya no dicen que son tuyas.',
  'Nothing is kept about you now.': 'Ya no se guarda nada sobre ti.',
  'You follow {n} things already. /watch remove makes room for another.':
    'Ya sigues {n} cosas. /watch remove deja sitio.',
  'This server’s channels follow {n} things already, which is as many as may be.':
    'Los canales de este servidor ya siguen {n} cosas, el máximo.',
  'You follow that already': 'Ya sigues eso',
  '{what}, told {where}.': '{what}, se avisa {where}.',
  'I will tell you': 'Te avisaré',
  '{what}: when a new article brings something, I tell it {where}.':
    '{what}: cuando un artículo nuevo traiga algo, avisaré {where}.',
  'The archive knows nobody of that name yet: look at the spelling.':
    'El archivo aún no conoce a nadie con ese nombre: revisa cómo se escribe.',
  'This is number {number}; /watch remove ends it.': 'Es el número {number}; /watch remove lo termina.',
  'Give words to look for: at least one of two letters.': 'Da palabras que buscar: al menos una de dos letras.',
  '{typed} may be {names}. Give the whole name.': '{typed} puede ser {names}. Da el nombre completo.',
  'I am not in this server, so I can’t write in its channels. Leave out “in”: I tell you directly.':
    'No estoy en este servidor y no puedo escribir en sus canales. Omite «in»: te aviso directamente.',
  'That is no channel that I can write in.': 'No es un canal donde pueda escribir.',
  'Only those who may manage messages in that channel may have news told there. Leave out “in”: I tell you directly.':
    'Solo quien puede gestionar mensajes en ese canal puede pedir avisos allí. Omite «in»: te aviso directamente.',
  'I may not write in that channel. Let me (View Channel, Send Messages), or choose another.':
    'No puedo escribir en ese canal. Permítemelo (View Channel, Send Messages) o elige otro.',
  'to you, by direct message': 'a ti, por mensaje directo',
  'in #{channel}': 'en #{channel}',
  'You follow nothing': 'No sigues nada',
  '/watch add follows a person, two who meet, words or an outlet.':
    '/watch add sigue a una persona, a dos que se reúnen, palabras o un medio.',
  'ended: {why}': 'terminado: {why}',
  'What you follow': 'Lo que sigues',
  'Nothing is sent from {hours}.': 'No se envía nada: {hours}.',
  'You follow nothing with the number {number}. /watch list shows the numbers.':
    'No sigues nada con el número {number}. /watch list muestra los números.',
  Removed: 'Quitado',
  'Number {number} is followed no longer.': 'El número {number} ya no se sigue.',
  'No quiet hours': 'Sin horas de silencio',
  'News is sent as it comes.': 'Las novedades se envían según llegan.',
  'Give hours such as 22-7 or 22:30-6:45, and a time zone such as Europe/Berlin or UTC.':
    'Da horas como 22-7 o 22:30-6:45 y una zona como Europe/Berlin o UTC.',
  'Quiet hours': 'Horas de silencio',
  'What came meanwhile is told afterwards, together.': 'Lo que llegue entretanto se avisa después, junto.',
  Reindexing: 'Reindexando',
  '{done} of {total} articles read': '{done} de {total} artículos leídos',
  Reindexed: 'Reindexado',
  'Already at it': 'Ya en ello',
  'The articles are being read just now. Ask again soon.': 'Los artículos se están leyendo ahora. Pregunta en breve.',
  'The archive stands as it was before. What happened: {why}': 'El archivo queda como antes. Qué pasó: {why}',
  'Reindexing failed': 'Falló la reindexación',
  'The archive': 'El archivo',
  '/admin status lists them all.': '/admin status los lista todos.',
  'Every file could be read': 'Se pudieron leer todos los archivos',
  'Not read ({n})': 'Sin leer ({n})',
  'The articles are being read anew just now': 'Los artículos se están releyendo ahora',
  '{articles}, published {period}': '{articles}, publicados {period}',
  '{n} people': { one: '{n} persona', other: '{n} personas' },
  'Built on {date} at {time} UTC': 'Construido el {date} a las {time} UTC',
  '{articles}: {anew} read anew, {same} unchanged, {gone} gone':
    '{articles}: {anew} releídos, {same} sin cambios, {gone} retirados',
  '{facts}, in {seconds} s': '{facts}, en {seconds} s',
  'Nothing is reported as wrong': 'No hay avisos de errores',
  'Reported as wrong: {n}': 'Avisos de errores: {n}',
  'See the answer': 'Ver la respuesta',
  Done: 'Hecho',
  Remove: 'Quitar',
  'the message': 'el mensaje',
  Settings: 'Ajustes',
  'Those who run the bot may ask everywhere, whatever is set here.':
    'Quienes llevan el bot pueden preguntar en todas partes, diga lo que diga aquí.',
  'This server': 'Este servidor',
  'Roles that may ask, and channels to ask in; none chosen: all.':
    'Roles que pueden preguntar y canales donde hacerlo; ninguno elegido: todos.',
  'Every role may ask': 'Todo rol puede preguntar',
  'In every channel': 'En todos los canales',
  Language: 'Idioma',
  'Each person’s own language': 'El idioma de cada persona',
  'Answers are private unless asked otherwise': 'Las respuestas son privadas salvo que se pida',
  yes: 'sí',
  no: 'no',
  'In every server': 'En todos los servidores',
  'The bot as a whole': 'El bot en general',
  'Servers in which it answers; none chosen: all.': 'Servidores en los que responde; ninguno elegido: todos.',
  'Direct messages': 'Mensajes directos',
  'On people’s own accounts': 'En cuentas personales',
  'Noted, but nothing changed': 'Anotado, pero nada ha cambiado',
  Corrected: 'Corregido',
  'It does not show in the archive: {because}.': 'No se nota en el archivo: {because}.',
  'Answers tell it so from now on.': 'Las respuestas lo dirán así desde ahora.',
  'This is number {number}: /admin correct undo takes it back.':
    'Es el número {number}: /admin correct undo lo deshace.',
  'There is no correction with the number {number}. /admin correct list shows the numbers.':
    'No hay corrección con el número {number}. /admin correct list muestra los números.',
  'Taken back': 'Deshecho',
  'Answers tell it again as it was read.': 'Las respuestas lo dicen otra vez como se leyó.',
  'No corrections': 'Sin correcciones',
  '/admin correct puts right what was read wrongly.': '/admin correct arregla lo que se leyó mal.',
  'Corrections: {n}': 'Correcciones: {n}',
  'does not hold: {because}': 'no vale: {because}',
  'Correction {number} no longer holds ({what}): {because}': 'La corrección {number} ya no vale ({what}): {because}',
} satisfies Catalogue;
