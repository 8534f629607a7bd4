/** Names as English newspapers spell them, by where they come from; the full names of nobody in particular, `|` between them. */
export const NAMES_OF_THE_WORLD: Readonly<Record<string, string>> = {
  Arabic: `Abdul-Rahman Hamid al-Tamimi|Abu Yusuf al-Janabi|Khalid bin Faisal al-Dosari|Umm Kulthum Nasser|Saad al-Din al-Masri|
    Abdel Fattah el-Badri|Faiez Serghini|Mohammed Ould Cheikh|Noureddine Ben Ammar|Rached Belhadj|Abd al-Aziz al-Harthi|
    Nechirvan Zebari|Walid Abu Zahra|Haidar al-Amiri|Qais Abdul-Hussein|Ammar al-Yasiri|Hadi al-Bayati|Mustafa al-Kaabi|
    Mozah bint Khalifa|Jibril al-Rajoub|Salah ad-Din Qutb|Ibn Saud al-Otaibi|Muqtada al-Khafaji|Samir Geagea|Nabih Karami`,
  Persian: `Mohammad Javad Rezaei|Hossein Amir-Rahimi|Ali Akbar Velayatian|Gholam-Hossein Mohseni|Abbas Ali Mousavi|
    Esmail Kowsari|Mohammad-Bagher Ghasemi|Mehdi Karroubian|Ebrahim Raeesi|Bahram Ghassemi|Farhad Dejpasand|Eshaq Jahangirian|
    Hamid Baeidi Nejad|Kazem Gharibi|Zahra Ebadi|Golnaz Esfandiari|Ahmad Zia Masoudi|Gulbuddin Hekmati|Hamdullah Mohibi|Rula Ghani`,
  Russian: `Vladimir Vladimirovich Medinskov|Sergei Kuzhugetovich Oyunov|Yevgeny Primakovich|Dmitry Peskarev|Mikhail Bogdashov|
    Nikolai Platonovich Patrusheva|Valery Gerasimenko|Vyacheslav Volodkin|Valentina Matviyenkova|Yury Ushakin|Grigory Karasyov|
    Volodymyr Zelenchuk|Oleksandr Syrskiy|Serhiy Shefirenko|Yulia Svyrydchuk|Alyaksandr Lukashevich|Svyatlana Tsikhanava|
    Nikol Pashinyants|Kassym-Jomart Tokenov|Gurbanguly Berdiyev|Shavkat Mirzaliev|Irakli Kobakhia|Mikheil Saakadze|Ilham Aliyarov`,
  'East Asian': `Xi Jinhai|Wang Yiwei|Li Keqing|Zhang Zhijun|Yang Jiechun|Qin Gangsheng|Zhao Lijun|Hua Chunlan|Tsai Ying-wen|
    Lai Ching-wei|Hsieh Su-mei|Kim Jong-ho|Kim Yo-han|Moon Jae-sik|Yoon Suk-min|Ban Ki-tae|Park Geun-ho|Shinzo Abeno|Fumio Kishimoto|
    Yoshihide Sugawara|Taro Konoe|Junichiro Komura|Ri Yong-su|Choe Son-mi|Nguyen Phu Tran|Pham Minh Chien|Tran Dai Quan|Vo Van Thuan`,
  'South Asian': `Narendra Modhera|Subrahmanyam Jaikumar|Rajnath Singhal|Nirmala Sitaram|Manmohan Singh Gill|Arvind Kejriwala|
    Mallikarjun Khargone|Vikram Misri Rao|Ajit Dovalkar|Shashi Tharoori|Mamata Banerji|Imran Khanani|Shehbaz Sharifi|
    Asif Ali Zardani|Ishaq Darzai|Bilawal Bhutta|Jalil Abbas Jilawar|Hasina Rahman Begum|AK Abdul Momin|Ranil Wickremaratne|
    Gotabaya Rajapakshe|Mahinda Samarasena|Pushpa Kamal Dahalia|KP Sharma Olive|S. M. Krishnaswamy`,
  Turkish: `Recep Tayyip Erdemir|Mevlüt Çavuşlu|Hakan Fidanlı|İbrahim Kalınoğlu|Hulusi Akarsu|Ahmet Davutoğulları|Yaşar Gülersoy|
    Devlet Bahçelik|Kemal Kılıçdar|Ekrem İmamoğulu|Selahattin Demirtaşlı|Binali Yıldırımcı|Bülent Arınçlı|Ömer Çelikkol|Süleyman Soylular`,
  African: `Abiy Ahmed Tolosa|Hailemariam Desaleyn|Uhuru Kenyambi|Raila Odingo|Yoweri Musevani|Paul Kagambe|Félix Tshisekele|
    Cyril Ramaphala|Nkosazana Dlamini-Moyo|Emmerson Mnangagwe|Nana Akufo-Mensah|Muhammadu Buharin|Goodluck Jonathon Ebele|
    Bola Tinubuola|Olusegun Obasanya|Ngozi Okonjo-Eze|Moussa Faki Hamat|Alassane Ouattarou|Faure Gnassingba|Ibrahim Boubacar Koita|
    Assimi Goitara|Thabo Mbekele|Salva Kiir Maduok|Abdel Fattah Burhani|Mohamed Hamdan Dagalow|Isaias Afwerke`,
  European: `Ursula von der Weyden|Jens Stoltenborg|Dominique de Villerin|Frank-Walter Steinmann|Annegret Kramp-Karlbauer|
    Jaap de Hoop Schaefer|Herman Van Rompaert|Guy Verhofstaedt|Aleksandar Vučinić|Hashim Thaqi|Edi Ramadani|Milorad Dodiković|
    Kyriakos Mitsotakos|Nikos Anastasiadou|Mateusz Morawiecki|Andrzej Dudek|Viktor Orbánffy|Péter Szijjártosi|Zuzana Čaputa|
    José Manuel Alvares|Pedro Sánchez Rojo|Giuseppe Contini|Sanna Mariniemi|Lars Løkke Rasmusson|Micheál Martinez O’Neill`,
  'Latin American': `Luiz Inácio da Costa|Dilma Rousseva|Jair Bolsonari|Cristina Fernández de Kirchmar|Andrés Manuel López Obregón|
    Enrique Peña Prieto|Nicolás Madurga|Evo Moralez Ayma|Juan Manuel Santoro|Michelle Bacheleta|Gabriel Borich|Daniel Ortegal`,
  Hebrew: `Benjamin Netanyahov|Avigdor Liebermann|Ehud Olmertz|Shimon Perezin|Tzipi Livnat|Yair Lapidoth|Naftali Bennetzer|
    Gabi Ashkenazim|Itamar Ben-Gvirtz|Bezalel Smotrichov|Yoav Gallantz|Gadi Eisenkotter`,
};

/** Sentences with a place for a name. Each stands alone: nothing else in the text tells who is meant. */
export const SENTENCES = [
  '# told reporters on Monday that the talks would go on.',
  'The delegation was led by #, officials said.',
  'Police in the capital said # had been released on bail.',
  'Foreign Minister # will travel to Geneva next week.',
  '“We have nothing to hide,” # said.',
  'He met # in Vienna on Tuesday.',
  'The letter was signed by # and two others.',
  'The president’s special envoy, #, arrived late on Sunday.',
  'According to #, the border has been closed since May.',
  '#, the head of the commission, declined to comment.',
];

/** Each name in a sentence of its own. */
export const namesInSentences = (names: string): { readonly name: string; readonly text: string }[] =>
  names
    .split('|')
    .map((name) => name.trim())
    .map((name, i) => ({ name, text: (SENTENCES[i % SENTENCES.length] ?? '#').replace('#', name) }));
