import type { Catalogue } from '../../answers/words/words.ts';

export const ar = {
  'Understood as: {what}': 'فُهم السؤال هكذا: {what}',
  'Page {page} of {pages}': 'صفحة {page} من {pages}',
  '◂ Back': 'السابق',
  '{n} more ▸': '{n} أخرى',
  'Continued ▸': 'تتمة',
  End: 'النهاية',
  Choose: 'اختر',
  '… and {n} more. Ask about less: a shorter time, one outlet, one person.':
    '… و{n} أخرى. اسأل عن أقل: مدة أقصر، أو وسيلة إعلام واحدة، أو شخص واحد.',
  '… and {n} more': '… و{n} أخرى',
  'The archive is still empty. Whoever runs this bot adds articles by putting files (.md, .txt, .html, .json or .jsonl) into its articles folder and using /admin reindex.':
    'الأرشيف ما زال فارغاً. يضيف مشغّلو هذا البوت المقالات بوضع ملفات (.md أو .txt أو .html أو .json أو .jsonl) في مجلد المقالات ثم استعمال /admin reindex.',
  Meetings: 'اللقاءات',
  Quotations: 'الاقتباسات',
  Summary: 'ملخص',
  Network: 'شبكة اللقاءات',
  Timeline: 'تسلسل زمني',
  'Compare outlets': 'قارن وسائل الإعلام',
  'Open the article': 'افتح المقال',
  'Save as …': 'احفظ بصيغة …',
  'This answer as a file': 'هذه الإجابة في ملف',
  'Show to everyone': 'أظهرها للجميع',
  'Something wrong?': 'هل من خطأ؟',
  'What is wrong?': 'ما الخطأ؟',
  'Wrong speaker, date, meeting …': 'متحدث أو تاريخ أو لقاء خاطئ …',
  'Which line is wrong, and what should it say?': 'أي سطر خاطئ، وماذا ينبغي أن يقول؟',
  'Thank you': 'شكراً',
  'Those who run this bot will look at it.': 'سينظر فيه مشغّلو هذا البوت.',
  'You have reported so much that those who run this bot must catch up first. Please try again later.':
    'لقد أبلغت كثيراً وعلى المشغّلين أن يلحقوا أولاً. حاول لاحقاً من فضلك.',
  'That message has no quotation in it: nothing stands between quotation marks.':
    'لا اقتباس في هذه الرسالة: لا شيء بين علامتي تنصيص.',
  'That message has no words that I could look for.': 'لا كلمات في هذه الرسالة أستطيع البحث عنها.',
  'Quotations checked: {n}': 'اقتباسات فُحصت: {n}',
  'Where this may come from': 'من أين قد يأتي هذا',
  'I did not understand that': 'لم أفهم ذلك',
  'That command is no longer offered. Type / to see what there is, or use /help.':
    'لم يعد هذا الأمر متاحاً. اكتب / لترى ما يوجد، أو استعمل /help.',
  'This button is too old: I no longer know what it was about. Please ask again.':
    'هذا الزر قديم جداً: لم أعد أعرف عمّ كان. اسأل مرة أخرى من فضلك.',
  'Something went wrong here': 'حدث خطأ هنا',
  'That is a fault of mine, not of your question. Please try again; if it stays, tell whoever runs this bot:':
    'الخطأ مني لا من سؤالك. حاول مرة أخرى، وإن بقي فأخبر مشغّلي هذا البوت:',
  'incident {incident}': 'حادثة {incident}',
  'I may not write there': 'لا يُسمح لي بالكتابة هناك',
  'You asked me something in a channel where I may not write. Ask me here, or use a slash command there.':
    'سألتني في قناة لا يُسمح لي بالكتابة فيها. اسألني هنا، أو استعمل أمراً هناك.',
  'Just restarting': 'إعادة تشغيل',
  'I am being restarted and will be back in a moment. Please ask again then.':
    'يُعاد تشغيلي الآن وسأعود بعد لحظة. اسأل مرة أخرى حينها من فضلك.',
  'Not for you, sorry': 'عذراً، ليس لك',
  'Only those who run this bot may use /admin.': 'الأمر /admin لمشغّلي هذا البوت فقط.',
  'One moment, please': 'لحظة من فضلك',
  'That was a lot of questions at once. Ask me again in {seconds} s.':
    'كانت أسئلة كثيرة دفعة واحدة. اسألني مرة أخرى بعد {seconds} ث.',
  'Not here, sorry': 'عذراً، ليس هنا',
  'Those who run this bot have not opened it to this server.': 'لم يفتح مشغّلو هذا البوت استعماله لهذا الخادم.',
  'In this server I answer people with certain roles only. Ask whoever runs this bot for access.':
    'في هذا الخادم أجيب أصحاب أدوار معينة فقط. اطلب الإذن من مشغّلي البوت.',
  'I am asked in other channels here: {channels}': 'أُسأل هنا في قنوات أخرى: {channels}',
  'Those who run this bot have switched off direct messages. Ask me in a server.':
    'أوقف مشغّلو هذا البوت الرسائل المباشرة. اسألني في خادم.',
  'Those who run this bot want it asked in its own servers and direct messages only.':
    'يريد مشغّلو البوت أن يُسأل في خوادمه وفي الرسائل المباشرة فقط.',
  'Thank you for having me': 'شكراً على الدعوة',
  'I answer from an archive of news articles: summaries, who met whom, and quotations word for word, each line with its source. Type / to see what can be asked, /help for examples, or mention me with a question.':
    'أجيب من أرشيف مقالات إخبارية: ملخصات، ومن التقى بمن، واقتباسات حرفية، ولكل سطر مصدره. اكتب / لترى الأوامر، أو /help للأمثلة، أو اذكرني مع سؤال.',
  'Not here: these words stand in no article': 'ليس هنا: هذه الكلمات ليست في أي مقال',
  'The message has: {pasted}': 'في الرسالة: {pasted}',
  'The message has, by {who}: {pasted}': 'في الرسالة، عن {who}: {pasted}',
  'the quotations of that message': 'اقتباسات تلك الرسالة',
  'the articles that message speaks of': 'المقالات التي تتحدث عنها تلك الرسالة',
  'No article speaks of this.': 'لا مقال يتحدث عن هذا.',
  'the picture could not be drawn': 'تعذّر رسم الصورة',
  'Still loading': 'ما زال التحميل جاريًا',
  'I am just reading my articles. Please ask again in a moment.': 'أقرأ مقالاتي الآن. اسأل مرة أخرى بعد لحظة من فضلك.',
  'Wrong speaker': 'متحدث خاطئ',
  'Wrong date': 'تاريخ خاطئ',
  'Wrong place': 'مكان خاطئ',
  'Not a meeting': 'ليس لقاء',
  'One person, two names': 'شخص واحد باسمين',
  'Two people, one name': 'شخصان باسم واحد',
  'Wrong kind of outlet': 'نوع الوسيلة خاطئ',
  'Something else': 'شيء آخر',
  'Who said it; “nobody” if not told': 'من قاله؛ «nobody» إن لم يُذكر',
  '2015-11-13, 2015-11, 2015; “none” if not told': '2015-11-13 أو 2015-11 أو 2015؛ «none» إن لم يُذكر',
  'Where; “none” if not told': 'أين؛ «none» إن لم يُذكر',
  'The name, as the article has it': 'الاسم كما في المقال',
  'Who that is': 'من هو',
  'What kind of outlet it is': 'ما نوع الوسيلة',
} satisfies Catalogue;
