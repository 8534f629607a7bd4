import type { Catalogue } from '../../answers/words/words.ts';

export const ru = {
  'Understood as: {what}': 'Понято так: {what}',
  'Page {page} of {pages}': 'Страница {page} из {pages}',
  '◂ Back': '◂ Назад',
  '{n} more ▸': 'Ещё {n} ▸',
  'Continued ▸': 'Дальше ▸',
  End: 'Конец',
  Choose: 'Выберите',
  '… and {n} more. Ask about less: a shorter time, one outlet, one person.':
    '… и ещё {n}. Спросите уже: более короткий срок, одно издание, один человек.',
  '… and {n} more': '… и ещё {n}',
  'The archive is still empty. Whoever runs this bot adds articles by putting files (.md, .txt, .html, .json or .jsonl) into its articles folder and using /admin reindex.':
    'Архив пока пуст. Владельцы бота добавляют статьи, положив файлы (.md, .txt, .html, .json или .jsonl) в папку статей и вызвав /admin reindex.',
  Meetings: 'Встречи',
  Quotations: 'Цитаты',
  Summary: 'Обзор',
  Network: 'Связи',
  Timeline: 'Хронология',
  'Compare outlets': 'Сравнить издания',
  'Open the article': 'Открыть статью',
  'Save as …': 'Сохранить как …',
  'This answer as a file': 'Этот ответ в виде файла',
  'Show to everyone': 'Показать всем',
  'Something wrong?': 'Что-то не так?',
  'What is wrong?': 'Что неверно?',
  'Wrong speaker, date, meeting …': 'Неверный автор слов, дата, встреча …',
  'Which line is wrong, and what should it say?': 'Какая строка неверна и что в ней должно быть?',
  'Thank you': 'Спасибо',
  'Those who run this bot will look at it.': 'Владельцы бота это посмотрят.',
  'You have reported so much that those who run this bot must catch up first. Please try again later.':
    'От вас уже много сообщений, сначала их надо разобрать. Попробуйте позже.',
  'That message has no quotation in it: nothing stands between quotation marks.':
    'В этом сообщении нет цитат: ничего не стоит в кавычках.',
  'That message has no words that I could look for.': 'В этом сообщении нет слов, которые можно искать.',
  'Quotations checked: {n}': 'Проверено цитат: {n}',
  'Where this may come from': 'Откуда это может быть',
  'I did not understand that': 'Я этого не понял',
  'That command is no longer offered. Type / to see what there is, or use /help.':
    'Такой команды больше нет. Введите /, чтобы увидеть список, или /help.',
  'This button is too old: I no longer know what it was about. Please ask again.':
    'Эта кнопка слишком старая: я уже не знаю, о чём она была. Спросите ещё раз.',
  'Something went wrong here': 'Что-то пошло не так',
  'That is a fault of mine, not of your question. Please try again; if it stays, tell whoever runs this bot:':
    'Это моя ошибка, а не вашего вопроса. Попробуйте ещё раз; если повторится, скажите владельцам бота:',
  'incident {incident}': 'происшествие {incident}',
  'I may not write there': 'Там мне нельзя писать',
  'You asked me something in a channel where I may not write. Ask me here, or use a slash command there.':
    'Вы спросили меня в канале, где мне нельзя писать. Спросите здесь или используйте там команду.',
  'Just restarting': 'Перезапуск',
  'I am being restarted and will be back in a moment. Please ask again then.':
    'Меня перезапускают, я скоро вернусь. Спросите, пожалуйста, ещё раз чуть позже.',
  'Not for you, sorry': 'Извините, это не для вас',
  'Only those who run this bot may use /admin.': 'Команду /admin могут использовать только владельцы бота.',
  'One moment, please': 'Одну минуту',
  'That was a lot of questions at once. Ask me again in {seconds} s.':
    'Слишком много вопросов сразу. Спросите ещё раз через {seconds} с.',
  'Not here, sorry': 'Извините, не здесь',
  'Those who run this bot have not opened it to this server.': 'Владельцы бота не открыли его для этого сервера.',
  'In this server I answer people with certain roles only. Ask whoever runs this bot for access.':
    'На этом сервере я отвечаю только людям с определёнными ролями. Попросите доступ у владельцев бота.',
  'I am asked in other channels here: {channels}': 'Здесь меня спрашивают в других каналах: {channels}',
  'Those who run this bot have switched off direct messages. Ask me in a server.':
    'Владельцы бота отключили личные сообщения. Спросите меня на сервере.',
  'Those who run this bot want it asked in its own servers and direct messages only.':
    'Владельцы хотят, чтобы бота спрашивали только на его серверах и в личных сообщениях.',
  'Thank you for having me': 'Спасибо за приглашение',
  'I answer from an archive of news articles: summaries, who met whom, and quotations word for word, each line with its source. Type / to see what can be asked, /help for examples, or mention me with a question.':
    'Я отвечаю по архиву новостных статей: обзоры, кто с кем встречался и дословные цитаты, у каждой строки есть источник. Введите /, чтобы увидеть команды, /help для примеров, или упомяните меня с вопросом.',
  'Not here: these words stand in no article': 'Здесь нет: этих слов нет ни в одной статье',
  'The message has: {pasted}': 'В сообщении: {pasted}',
  'The message has, by {who}: {pasted}': 'В сообщении, от имени {who}: {pasted}',
  'the quotations of that message': 'цитаты этого сообщения',
  'the articles that message speaks of': 'статьи, о которых говорит это сообщение',
  'No article speaks of this.': 'Ни одна статья не говорит об этом.',
  'the picture could not be drawn': 'картинку нарисовать не удалось',
  'Still loading': 'Ещё загружается',
  'I am just reading my articles. Please ask again in a moment.':
    'Я как раз читаю свои статьи. Спросите, пожалуйста, ещё раз чуть позже.',
  'Wrong speaker': 'Не тот говорящий',
  'Wrong date': 'Не та дата',
  'Wrong place': 'Не то место',
  'Not a meeting': 'Не встреча',
  'One person, two names': 'Один человек, два имени',
  'Two people, one name': 'Два человека, одно имя',
  'Wrong kind of outlet': 'Не тот вид СМИ',
  'Something else': 'Другое',
  'Who said it; “nobody” if not told': 'Кто сказал; «nobody», если не указано',
  '2015-11-13, 2015-11, 2015; “none” if not told': '2015-11-13, 2015-11, 2015; «none»: без даты',
  'Where; “none” if not told': 'Где; «none», если не указано',
  'The name, as the article has it': 'Имя, как в статье',
  'Who that is': 'Кто это',
  'What kind of outlet it is': 'Какой это вид СМИ',
} satisfies Catalogue;
