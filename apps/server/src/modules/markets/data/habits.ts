import type { ShippedHabit, ShortSource } from './shipped.ts';

// Hearsay until somebody there confirms it: etiquette guides and news, each named. None of it blocks anything.
const executivePlanet: ShortSource = {
  title: 'Executive Planet, Malaysia: gift giving',
  url: 'https://www.executiveplanet.com',
};
const hungarian: ShortSource = {
  title: 'Hungarian etiquette',
  url: 'http://www.properties-in-hungary.co.uk/about-hungarian-etiquette.php',
};
const singaporean: ShortSource = {
  title: 'Gifting dos and don’ts for each culture in Singapore',
  url: 'https://asiaone.com/lifestyle/gifting-dos-and-donts-each-culture-singapore',
};
const gulfGuide: ShortSource = {
  title: 'A guide to doing business during Ramadan',
  url: 'https://bcbuae.com/2018/04/09/a-guide-to-doing-business-during-ramadan/',
  date: '2018-04-09',
};
const taste2018: ShortSource = {
  title: 'Appetite (2018), study of hot sauces across countries',
  citation: 'PubMed 29325771',
};
const lemons: ShortSource = {
  title: 'FreshPlaza, sizes of Sichuan lemons by market',
  citation: 'Article 182345',
};
const briefing: ShortSource = { title: 'Notes of the alliance on this market; no published source yet' };

export const shippedHabits: readonly ShippedHabit[] = [
  {
    code: 'JP-SETS-OF-FOUR',
    topic: 'number',
    claim: [
      '“四”（shi）与“死”同音，礼品忌四件一套。',
      'Four (shi) sounds like death: gifts are not given in fours.',
      'Четыре (си) звучит как «смерть»: подарков по четыре не дарят.',
    ],
    advice: [
      '礼盒改为三件、五件或八件装。',
      'Pack three, five or eight to the gift box.',
      'Кладите в коробку три, пять или восемь.',
    ],
    check: { is: 'packCountNot', counts: [4] },
    source: {
      title: 'Business Insider, customs that surprise visitors to Japan',
      url: 'https://m.lotterypost.com/thread/286302',
    },
  },
  {
    code: 'JP-SETS-OF-NINE',
    topic: 'number',
    claim: [
      '“九”（ku）与“苦”同音，部分人忌讳。',
      'Nine (ku) sounds like suffering; some avoid it.',
      'Девять (ку) звучит как «страдание»; некоторые избегают.',
    ],
    advice: ['礼盒避免九件装。', 'Don’t pack nine to a gift box.', 'Не кладите в коробку девять.'],
    check: { is: 'packCountNot', counts: [9] },
    source: briefing,
  },
  {
    code: 'JP-GIFT-UNOPENED',
    topic: 'gift',
    claim: [
      '当面不拆礼物，双手递接。',
      'A gift is not opened in front of the giver; both hands give and take.',
      'Подарок при дарителе не открывают; дают и берут двумя руками.',
    ],
    advice: [
      '不要催促拆礼，包装要讲究。',
      'Don’t ask to have it opened; the wrapping counts.',
      'Не просите открыть; упаковка важна.',
    ],
    source: briefing,
  },
  {
    code: 'JP-GIFT-SEASONS',
    topic: 'calendar',
    claim: [
      '中元（7 月）和岁暮（12 月）是送礼季。',
      'Ochugen (July) and Oseibo (December) are the gift seasons.',
      'Сезоны подарков — очугэн (июль) и осэйбо (декабрь).',
    ],
    advice: [
      '礼盒提前两个月铺货。',
      'Have gift boxes on the shelf two months before.',
      'Завозите подарочные наборы за два месяца.',
    ],
    source: { title: 'Mitsubishi Monitor, July 2012', date: '2012-07-01' },
  },
  {
    code: 'JP-NO-DIRECT-NO',
    topic: 'meeting',
    claim: [
      '决定靠共识，很少直接说“不”。',
      'Decisions are by consensus; a direct no is rare.',
      'Решают согласием; прямое «нет» редко.',
    ],
    advice: [
      '“考虑一下”多半是拒绝，会后书面确认。',
      '“We will consider it” often means no; confirm in writing.',
      '«Мы подумаем» часто значит «нет»; подтвердите письменно.',
    ],
    source: briefing,
  },
  {
    code: 'RU-EVEN-FLOWERS',
    topic: 'number',
    claim: [
      '送花只送单数，双数用于葬礼。',
      'Flowers are given in odd numbers; even numbers are for funerals.',
      'Цветы дарят нечётным числом; чётное — для похорон.',
    ],
    advice: [
      '会面、开业的花束数单支。',
      'Count the stems of bouquets at meetings and openings.',
      'Считайте цветы в букете на встречах и открытиях.',
    ],
    source: {
      title: 'Mint, The odds are against even numbers',
      url: 'https://www.livemint.com/opinion/online-views/the-odds-are-against-even-numbers/amp-11703579753946.html',
      date: '2023-12-26',
    },
  },
  {
    code: 'RU-YELLOW-FLOWERS',
    topic: 'colour',
    claim: [
      '黄花被不少人视为离别或背叛。',
      'Yellow flowers mean parting or betrayal to many.',
      'Жёлтые цветы для многих — к разлуке или измене.',
    ],
    advice: ['花束和促销花卉避免全黄。', 'Avoid all-yellow bouquets.', 'Избегайте полностью жёлтых букетов.'],
    source: { title: 'Flowers in Russia', url: 'https://www.roses.ru/flowers_in_russia.shtml' },
  },
  {
    code: 'RU-LARGE-LEMONS',
    topic: 'taste',
    claim: ['偏好大果柠檬。', 'Large lemons are preferred.', 'Предпочитают крупные лимоны.'],
    advice: ['选大果规格装箱。', 'Pack the large sizes.', 'Пакуйте крупный калибр.'],
    scope: { hs: ['080550'] },
    source: lemons,
  },
  {
    code: 'RU-HANDSHAKES',
    topic: 'meeting',
    claim: [
      '不隔门槛、不交叉握手。',
      'No handshake over a threshold, none crossing another.',
      'Не здороваются через порог и крест-накрест.',
    ],
    advice: ['进门后再握手。', 'Step in first.', 'Сначала войдите.'],
    source: briefing,
  },
  {
    code: 'KZ-BREAD-AND-TEA',
    topic: 'meeting',
    claim: [
      '先喝茶后谈事，茶碗只斟半满是敬意。',
      'Tea comes before business; a half-filled bowl is respect.',
      'Сначала чай, потом дело; неполная пиала — уважение.',
    ],
    advice: ['会谈留出喝茶时间。', 'Leave time for tea.', 'Оставьте время на чай.'],
    source: briefing,
  },
  {
    code: 'HU-ODD-FLOWERS',
    topic: 'number',
    claim: [
      '送花用单数，但忌十三支；忌百合、菊花和红玫瑰。',
      'Flowers in odd numbers, never thirteen; no lilies, chrysanthemums or red roses.',
      'Цветы — нечётным числом, но не тринадцать; без лилий, хризантем и красных роз.',
    ],
    advice: ['开业花束数一数。', 'Count before an opening.', 'Пересчитайте перед открытием.'],
    source: hungarian,
  },
  {
    code: 'HU-NO-GIFT-WINE',
    topic: 'gift',
    claim: [
      '匈牙利人以本国葡萄酒为荣，忌送葡萄酒。',
      'Hungarians are proud of their wine: don’t bring wine.',
      'Венгры гордятся своим вином: вино не дарят.',
    ],
    advice: [
      '可送巧克力、花或烈酒（如白酒）。',
      'Chocolate, flowers or spirits such as baijiu will do.',
      'Подойдут шоколад, цветы или крепкое, например байцзю.',
    ],
    source: hungarian,
  },
  {
    code: 'HU-SURNAME-FIRST',
    topic: 'meeting',
    claim: [
      '姓在前、名在后，称呼用头衔加姓。',
      'The surname stands first; address by title and surname.',
      'Фамилия — впереди; обращаются по титулу и фамилии.',
    ],
    advice: ['名片和请柬按此顺序。', 'Write cards and invitations so.', 'Пишите так карточки и приглашения.'],
    source: hungarian,
  },
  {
    code: 'DE-PUNCTUAL',
    topic: 'meeting',
    claim: [
      '守时，会上少开玩笑，重细节。',
      'Punctual, few jokes at meetings, detail counts.',
      'Пунктуальны, мало шуток, важны детали.',
    ],
    advice: [
      '提前五分钟到，带数据和样品规格书。',
      'Be five minutes early, with data and specifications.',
      'Приходите за пять минут, с данными и спецификациями.',
    ],
    source: { title: 'Business etiquette in Germany (collected slides)', citation: 'docest 518550' },
  },
  {
    code: 'FR-GREETING',
    topic: 'meeting',
    claim: [
      '进店、入席先说“Bonjour”。',
      'One greets (bonjour) on entering a shop or sitting down.',
      'Входя, сначала здороваются (bonjour).',
    ],
    advice: ['促销人员先问候。', 'Let sales staff greet first.', 'Пусть продавцы здороваются первыми.'],
    source: briefing,
  },
  {
    code: 'IT-SEVENTEEN',
    topic: 'number',
    claim: ['十七被视为不吉。', 'Seventeen is held to be unlucky.', 'Семнадцать считают несчастливым.'],
    advice: [
      '礼盒避免十七件，价格、台号避免 17。',
      'No packs, tables or prices of 17.',
      'Без наборов, столов и цен с 17.',
    ],
    check: { is: 'packCountNot', counts: [17] },
    source: { title: 'Doing business in Italy (slides); a weak source' },
  },
  {
    code: 'ES-LATE-HOURS',
    topic: 'calendar',
    claim: [
      '午餐约 14 点、晚餐约 21 点。',
      'Lunch is about two, dinner about nine.',
      'Обед около двух, ужин около девяти.',
    ],
    advice: [
      '品鉴会安排在 13 点前或 20 点后。',
      'Taste before one or after eight.',
      'Дегустации — до часа или после восьми.',
    ],
    source: briefing,
  },
  {
    code: 'NL-DIRECT',
    topic: 'meeting',
    claim: ['直来直去，意见当面说。', 'Opinions are told straight.', 'Мнение говорят прямо.'],
    advice: [
      '不要把直白当失礼。',
      'Don’t take plain words for rudeness.',
      'Не принимайте прямоту за грубость.',
    ],
    source: briefing,
  },
  {
    code: 'PL-ODD-FLOWERS',
    topic: 'number',
    claim: ['送花用单数。', 'Flowers are given in odd numbers.', 'Цветы дарят нечётным числом.'],
    advice: ['花束数单支。', 'Count the stems.', 'Считайте цветы.'],
    source: {
      title: 'In Eastern Europe people bring an even number of flowers only to a funeral',
      url: 'http://cultipass.com/places/ukraine/in-russia-and-eastern-europe-people-bring-even-number-of-flowers-only-at-a-funeral',
    },
  },
  {
    code: 'GB-QUEUE',
    topic: 'meeting',
    claim: [
      '排队和预约被看重，婉转的“不错”可能是保留意见。',
      'Queues and appointments count; “not bad” may be a reservation.',
      'Очередь и договорённости важны; «неплохо» может быть оговоркой.',
    ],
    advice: [
      '请对方书面给出明确意见。',
      'Ask for a clear answer in writing.',
      'Просите ясный ответ письменно.',
    ],
    source: briefing,
  },
  {
    code: 'US-NUTRITION-LABEL',
    topic: 'pack',
    claim: [
      '2005–2013 年违规拒收中 41% 为标签不当，多数缺营养成分表。',
      'Of the violations refused 2005–2013, 41% were misbranding, mostly no nutrition label.',
      '41% нарушений 2005–2013 годов — неверная маркировка, чаще без пищевой ценности.',
    ],
    advice: [
      '先印全营养成分表再发货。',
      'Print the nutrition facts before shipping.',
      'Сначала напечатайте пищевую ценность.',
    ],
    scope: { hs: ['04', '09', '16', '19', '20', '21'] },
    source: {
      title: 'USDA Economic Research Service, FDA refusals of imported food',
      url: 'https://www.ers.usda.gov',
    },
  },
  {
    code: 'US-SWEET-HOT',
    topic: 'taste',
    claim: [
      '受试者不喜欢又甜又不够辣的辣酱。',
      'Tasters disliked hot sauce that was sweet and weak.',
      'Дегустаторам не понравился сладкий и слабый острый соус.',
    ],
    advice: [
      '美国版少糖、辣度写明。',
      'Less sugar, and say how hot it is.',
      'Меньше сахара, указывайте остроту.',
    ],
    scope: { hs: ['2103'], categories: ['sauces'] },
    source: taste2018,
  },
  {
    code: 'CA-QUEBEC-FRENCH',
    topic: 'pack',
    claim: [
      '魁北克的宣传资料和招牌须以法文为主。',
      'In Quebec printed matter and signs are in French first.',
      'В Квебеке печатные материалы и вывески — прежде всего на французском.',
    ],
    advice: [
      '传单、网页先做法文。',
      'Make leaflets and pages in French first.',
      'Сначала делайте листовки и страницы на французском.',
    ],
    source: { title: 'FTC International, labelling for Quebec' },
  },
  {
    code: 'MX-RELATION-FIRST',
    topic: 'meeting',
    claim: [
      '先交朋友再谈生意，会议常延后。',
      'Friendship comes before business; meetings run late.',
      'Сначала дружба, потом дело; встречи затягиваются.',
    ],
    advice: [
      '第一次会面不急着报价。',
      'Don’t quote at the first meeting.',
      'Не называйте цену на первой встрече.',
    ],
    source: briefing,
  },
  {
    code: 'BR-PURPLE',
    topic: 'colour',
    claim: [
      '紫色与黑色使人想到丧事。',
      'Purple and black recall mourning.',
      'Фиолетовый и чёрный напоминают о трауре.',
    ],
    advice: ['礼盒避免紫黑配色。', 'No purple-and-black gift boxes.', 'Не делайте фиолетово-чёрные коробки.'],
    source: { title: 'Brazilian business etiquette (slides); a weak source', citation: 'scribd 664945098' },
  },
  {
    code: 'AE-RAMADAN',
    topic: 'calendar',
    claim: [
      '斋月白天不饮食，工作时间提早结束，多数机构 14–15 点下班。',
      'In Ramadan nobody eats or drinks by day; most offices close at two or three.',
      'В Рамадан днём не едят и не пьют; большинство контор закрывается в два-три.',
    ],
    advice: [
      '品鉴改在日落后，会议排在上午。',
      'Taste after sunset, meet in the morning.',
      'Дегустации — после заката, встречи — утром.',
    ],
    source: gulfGuide,
  },
  {
    code: 'AE-RIGHT-HAND',
    topic: 'gift',
    claim: [
      '递接用右手；不送酒、猪肉制品。',
      'Give and take with the right hand; no alcohol or pork as a gift.',
      'Дают и берут правой рукой; алкоголь и свинину не дарят.',
    ],
    advice: [
      '礼盒不含酒，不用猪的图案。',
      'No spirits in gift boxes, no pigs in pictures.',
      'Без спиртного в наборах и без свиней на картинках.',
    ],
    check: { is: 'hsOutside', hs: ['2203', '2204', '2205', '2206', '2208', '1601', '021012'] },
    source: {
      title: 'Real Business, How to do business in the Gulf',
      url: 'https://realbusiness.co.uk/how-to-do-business-in-the-gulf-part-five/',
    },
  },
  {
    code: 'AE-MILD',
    topic: 'taste',
    claim: ['偏好较淡的辣味。', 'Less spice is preferred.', 'Предпочитают менее острое.'],
    advice: ['推微辣版。', 'Lead with the mild version.', 'Начинайте с мягкой версии.'],
    scope: { hs: ['2103', '0904'], categories: ['sauces', 'hotpot-bases'] },
    source: { title: 'Foods 2020, 9, 1463', citation: 'Foods 9:1463' },
  },
  {
    code: 'SA-WORK-WEEK',
    topic: 'calendar',
    claim: [
      '工作周为周日至周四。',
      'The working week is Sunday to Thursday.',
      'Рабочая неделя — с воскресенья по четверг.',
    ],
    advice: ['周五不约会议。', 'No meetings on Fridays.', 'По пятницам встреч не назначайте.'],
    source: { title: 'Doing business in Saudi Arabia (lecture)', citation: 'doclecture' },
  },
  {
    code: 'SA-NO-SILK-FOR-MEN',
    topic: 'gift',
    claim: ['男士不宜收金饰和丝绸。', 'Men are not given gold or silk.', 'Мужчинам не дарят золото и шёлк.'],
    advice: [
      '蜀锦礼品送女眷或改作陈设。',
      'Shu brocade goes to the ladies, or on the wall.',
      'Парчу — дамам или для интерьера.',
    ],
    scope: { hs: ['5007', '5810'], categories: ['needlework'] },
    check: { is: 'hsOutside', hs: ['5007'] },
    source: { title: 'Doing business in Saudi Arabia (lecture)', citation: 'doclecture' },
  },
  {
    code: 'SA-SMALL-LEMONS',
    topic: 'taste',
    claim: [
      '中东偏好小果柠檬。',
      'Small lemons are preferred in the Middle East.',
      'На Ближнем Востоке предпочитают мелкие лимоны.',
    ],
    advice: ['选小果规格装箱。', 'Pack the small sizes.', 'Пакуйте мелкий калибр.'],
    scope: { hs: ['080550'] },
    source: lemons,
  },
  {
    code: 'ZA-MANY-LANGUAGES',
    topic: 'pack',
    claim: [
      '官方语言十二种，英语通行。',
      'Of twelve official languages English goes everywhere.',
      'Официальных языков двенадцать, английский понимают везде.',
    ],
    advice: [
      '包装用英文，宣传按地区加祖鲁语或南非荷兰语。',
      'English on the pack; Zulu or Afrikaans in advertising by region.',
      'Упаковка на английском; реклама — на зулу или африкаанс по районам.',
    ],
    source: briefing,
  },
  {
    code: 'KR-FOUR',
    topic: 'number',
    claim: [
      '“四”（sa）与“死”同音，忌四件装。',
      'Four (sa) sounds like death; no packs of four.',
      'Четыре (са) звучит как «смерть»; наборов по четыре избегают.',
    ],
    advice: ['礼盒用三、五、七件装。', 'Pack three, five or seven.', 'Пакуйте по три, пять или семь.'],
    check: { is: 'packCountNot', counts: [4] },
    source: {
      title: 'Asian gift-giving guide',
      url: 'https://www.luckyqi.com.vn/en/post/asian-gift-giving-guide-what-not-to-give-to-avoid-offending',
    },
  },
  {
    code: 'KR-RED-INK',
    topic: 'colour',
    claim: ['不用红笔写人名。', 'Names are not written in red.', 'Имена не пишут красным.'],
    advice: [
      '请柬、名牌上的人名用黑色。',
      'Print names black on cards and badges.',
      'Имена на карточках печатайте чёрным.',
    ],
    source: {
      title: 'Asian gift-giving guide',
      url: 'https://www.luckyqi.com.vn/en/post/asian-gift-giving-guide-what-not-to-give-to-avoid-offending',
    },
  },
  {
    code: 'KR-NOT-TOO-HOT',
    topic: 'taste',
    claim: [
      '过辣而不甜的辣酱不受欢迎。',
      'Sauce that is too hot and not sweet was disliked.',
      'Слишком острый и несладкий соус не понравился.',
    ],
    advice: ['韩国版略加甜。', 'Sweeten it a little for Korea.', 'Для Кореи чуть подсластите.'],
    scope: { hs: ['2103'], categories: ['sauces'] },
    source: taste2018,
  },
  {
    code: 'SG-CLOCKS',
    topic: 'gift',
    claim: [
      '华人忌送钟表、刀剪和鞋。',
      'Chinese families don’t give clocks, knives or shoes.',
      'В китайских семьях не дарят часы, ножи и обувь.',
    ],
    advice: ['礼盒不配刀具。', 'No knives in gift sets.', 'Без ножей в наборах.'],
    check: { is: 'hsOutside', hs: ['9101', '9102', '9103', '9105', '8211', '6403', '6405'] },
    source: singaporean,
  },
  {
    code: 'SG-MALAY-WHITE',
    topic: 'colour',
    claim: [
      '马来族忌白色包装，忌猪狗图案，不送酒。',
      'For Malays no white wrapping, no pigs or dogs in pictures, no alcohol.',
      'Малайцам — без белой обёртки, свиней и собак на рисунке, без алкоголя.',
    ],
    advice: [
      '同一款礼盒难以兼顾，按族群分开做。',
      'One box can’t suit all: make two.',
      'Одна коробка не подойдёт всем: сделайте две.',
    ],
    source: singaporean,
  },
  {
    code: 'MY-CLOCKS',
    topic: 'gift',
    claim: [
      '马来西亚华人忌送钟：“送钟”音同“送终”。',
      'Malaysian Chinese don’t give clocks: the words sound like seeing off the dead.',
      'Китайцы Малайзии не дарят часы: звучит как проводы умершего.',
    ],
    advice: [
      '礼品不选钟表；双数、数字八受欢迎。',
      'No clocks; even numbers and eight are welcome.',
      'Без часов; чётные числа и восьмёрка приятны.',
    ],
    check: { is: 'hsOutside', hs: ['9103', '9105'] },
    source: {
      title: 'The Star, Think twice before wrapping that gift',
      url: 'https://www.thestar.com.my/news/nation/2025/12/16/think-twice-before-wrapping-that-gift',
      date: '2025-12-16',
    },
  },
  {
    code: 'MY-MALAY-GIFTS',
    topic: 'gift',
    claim: [
      '马来族：不送酒、猪肉制品、猪狗玩偶，不用白色或黄色包装，用右手递。',
      'Malays: no alcohol, pork, toy pigs or dogs, no white or yellow wrapping, right hand.',
      'Малайцам: без алкоголя, свинины, игрушечных свиней и собак, без белой и жёлтой обёртки, правой рукой.',
    ],
    advice: [
      '与华人习惯相抵处，按收礼人分别准备。',
      'Where this conflicts with Chinese habits, prepare by recipient.',
      'Где это противоречит китайским привычкам, готовьте отдельно.',
    ],
    check: { is: 'hsOutside', hs: ['2203', '2204', '2205', '2206', '2208', '1601', '021012'] },
    source: executivePlanet,
  },
  {
    code: 'TH-HEAD-AND-FEET',
    topic: 'meeting',
    claim: [
      '头为尊、脚为卑：不摸头，不用脚指人指物；慎用佛像。',
      'The head is high, the feet are low: touch no head, point no foot; care with images of the Buddha.',
      'Голова священна, ноги низки: не трогайте головы, не указывайте ногой; осторожно с образами Будды.',
    ],
    advice: [
      '包装不用佛像，地面不贴品牌标识。',
      'No Buddha on packs, no logo on the floor.',
      'Без Будды на упаковке и логотипа на полу.',
    ],
    source: briefing,
  },
  {
    code: 'ID-RIGHT-HAND',
    topic: 'gift',
    claim: [
      '递接用右手，斋月白天不设宴。',
      'Give with the right hand; no meals by day in Ramadan.',
      'Давайте правой рукой; днём в Рамадан не угощают.',
    ],
    advice: ['试吃改在开斋后。', 'Taste after the fast is broken.', 'Дегустации — после разговения.'],
    source: briefing,
  },
  {
    code: 'AU-FRIDAY',
    topic: 'calendar',
    claim: [
      '周五下午不谈公事，气氛随和。',
      'No business on Friday afternoons; the tone is informal.',
      'После обеда в пятницу дел не ведут; тон неформальный.',
    ],
    advice: ['会议排在周二至周四。', 'Meet Tuesday to Thursday.', 'Встречайтесь со вторника по четверг.'],
    source: { title: 'Reloc8 Asia, business customs in Australia' },
  },
];
