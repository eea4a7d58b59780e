/**
 * Cities overseas: key, ISO 3166-1 country, latitude and longitude of the centre in degrees (WGS 84, rounded to a
 * hundredth: about a kilometre), IANA zone, names in Chinese | English | Russian, and — where the city has one —
 * its Chinese quarter, as the city calls it. Coordinates were compared with GeoNames.
 */
export const cityRows = `
new-york US 40.71 -74.01 America/New_York 纽约|New York|Нью-Йорк Flushing
san-francisco US 37.77 -122.42 America/Los_Angeles 旧金山|San Francisco|Сан-Франциско Chinatown
los-angeles US 34.05 -118.24 America/Los_Angeles 洛杉矶|Los Angeles|Лос-Анджелес San Gabriel Valley
chicago US 41.88 -87.63 America/Chicago 芝加哥|Chicago|Чикаго Chinatown
houston US 29.76 -95.37 America/Chicago 休斯敦|Houston|Хьюстон
seattle US 47.61 -122.33 America/Los_Angeles 西雅图|Seattle|Сиэтл
boston US 42.36 -71.06 America/New_York 波士顿|Boston|Бостон
toronto CA 43.65 -79.38 America/Toronto 多伦多|Toronto|Торонто Markham
vancouver CA 49.28 -123.12 America/Vancouver 温哥华|Vancouver|Ванкувер Richmond
montreal CA 45.50 -73.57 America/Toronto 蒙特利尔|Montreal|Монреаль
mexico-city MX 19.43 -99.13 America/Mexico_City 墨西哥城|Mexico City|Мехико Barrio Chino
panama-city PA 8.98 -79.52 America/Panama 巴拿马城|Panama City|Панама
lima PE -12.05 -77.04 America/Lima 利马|Lima|Лима Barrio Chino
sao-paulo BR -23.55 -46.63 America/Sao_Paulo 圣保罗|São Paulo|Сан-Паулу Liberdade
rio-de-janeiro BR -22.91 -43.17 America/Sao_Paulo 里约热内卢|Rio de Janeiro|Рио-де-Жанейро
buenos-aires AR -34.60 -58.38 America/Argentina/Buenos_Aires 布宜诺斯艾利斯|Buenos Aires|Буэнос-Айрес Barrio Chino
santiago CL -33.45 -70.67 America/Santiago 圣地亚哥|Santiago|Сантьяго
bogota CO 4.71 -74.07 America/Bogota 波哥大|Bogotá|Богота
quito EC -0.18 -78.47 America/Guayaquil 基多|Quito|Кито
london GB 51.51 -0.13 Europe/London 伦敦|London|Лондон Soho
manchester GB 53.48 -2.24 Europe/London 曼彻斯特|Manchester|Манчестер Chinatown
paris FR 48.86 2.35 Europe/Paris 巴黎|Paris|Париж 13e arrondissement
lyon FR 45.76 4.84 Europe/Paris 里昂|Lyon|Лион
milan IT 45.46 9.19 Europe/Rome 米兰|Milan|Милан Via Paolo Sarpi
prato IT 43.88 11.10 Europe/Rome 普拉托|Prato|Прато
rome IT 41.90 12.50 Europe/Rome 罗马|Rome|Рим
madrid ES 40.42 -3.70 Europe/Madrid 马德里|Madrid|Мадрид Usera
barcelona ES 41.39 2.17 Europe/Madrid 巴塞罗那|Barcelona|Барселона
lisbon PT 38.72 -9.14 Europe/Lisbon 里斯本|Lisbon|Лиссабон
berlin DE 52.52 13.41 Europe/Berlin 柏林|Berlin|Берлин
hamburg DE 53.55 9.99 Europe/Berlin 汉堡|Hamburg|Гамбург
duisburg DE 51.43 6.76 Europe/Berlin 杜伊斯堡|Duisburg|Дуйсбург
frankfurt DE 50.11 8.68 Europe/Berlin 法兰克福|Frankfurt am Main|Франкфурт-на-Майне
nuremberg DE 49.45 11.08 Europe/Berlin 纽伦堡|Nuremberg|Нюрнберг
amsterdam NL 52.37 4.90 Europe/Amsterdam 阿姆斯特丹|Amsterdam|Амстердам
rotterdam NL 51.92 4.48 Europe/Amsterdam 鹿特丹|Rotterdam|Роттердам
tilburg NL 51.56 5.09 Europe/Amsterdam 蒂尔堡|Tilburg|Тилбург
brussels BE 50.85 4.35 Europe/Brussels 布鲁塞尔|Brussels|Брюссель
vienna AT 48.21 16.37 Europe/Vienna 维也纳|Vienna|Вена
zurich CH 47.37 8.54 Europe/Zurich 苏黎世|Zurich|Цюрих
prague CZ 50.08 14.44 Europe/Prague 布拉格|Prague|Прага
budapest HU 47.50 19.04 Europe/Budapest 布达佩斯|Budapest|Будапешт Monori Center
warsaw PL 52.23 21.01 Europe/Warsaw 华沙|Warsaw|Варшава
lodz PL 51.76 19.46 Europe/Warsaw 罗兹|Łódź|Лодзь
belgrade RS 44.79 20.45 Europe/Belgrade 贝尔格莱德|Belgrade|Белград
athens GR 37.98 23.73 Europe/Athens 雅典|Athens|Афины
piraeus GR 37.94 23.65 Europe/Athens 比雷埃夫斯|Piraeus|Пирей
bucharest RO 44.43 26.10 Europe/Bucharest 布加勒斯特|Bucharest|Бухарест
copenhagen DK 55.68 12.57 Europe/Copenhagen 哥本哈根|Copenhagen|Копенгаген
stockholm SE 59.33 18.07 Europe/Stockholm 斯德哥尔摩|Stockholm|Стокгольм
dublin IE 53.35 -6.26 Europe/Dublin 都柏林|Dublin|Дублин
minsk BY 53.90 27.57 Europe/Minsk 明斯克|Minsk|Минск
moscow RU 55.75 37.62 Europe/Moscow 莫斯科|Moscow|Москва Lyublino
saint-petersburg RU 59.94 30.31 Europe/Moscow 圣彼得堡|Saint Petersburg|Санкт-Петербург
yekaterinburg RU 56.84 60.61 Asia/Yekaterinburg 叶卡捷琳堡|Yekaterinburg|Екатеринбург
novosibirsk RU 55.04 82.93 Asia/Novosibirsk 新西伯利亚|Novosibirsk|Новосибирск
vladivostok RU 43.12 131.89 Asia/Vladivostok 符拉迪沃斯托克|Vladivostok|Владивосток
almaty KZ 43.24 76.89 Asia/Almaty 阿拉木图|Almaty|Алматы
astana KZ 51.17 71.45 Asia/Almaty 阿斯塔纳|Astana|Астана
tashkent UZ 41.30 69.24 Asia/Tashkent 塔什干|Tashkent|Ташкент
bishkek KG 42.87 74.59 Asia/Bishkek 比什凯克|Bishkek|Бишкек
istanbul TR 41.01 28.98 Europe/Istanbul 伊斯坦布尔|Istanbul|Стамбул
dubai AE 25.20 55.27 Asia/Dubai 迪拜|Dubai|Дубай Dragon Mart
abu-dhabi AE 24.45 54.38 Asia/Dubai 阿布扎比|Abu Dhabi|Абу-Даби
riyadh SA 24.71 46.68 Asia/Riyadh 利雅得|Riyadh|Эр-Рияд
doha QA 25.29 51.53 Asia/Qatar 多哈|Doha|Доха
bangkok TH 13.76 100.50 Asia/Bangkok 曼谷|Bangkok|Бангкок Yaowarat
chiang-mai TH 18.79 98.98 Asia/Bangkok 清迈|Chiang Mai|Чиангмай
kuala-lumpur MY 3.14 101.69 Asia/Kuala_Lumpur 吉隆坡|Kuala Lumpur|Куала-Лумпур Petaling Street
penang MY 5.41 100.33 Asia/Kuala_Lumpur 槟城|George Town (Penang)|Джорджтаун (Пинанг)
singapore SG 1.29 103.85 Asia/Singapore 新加坡|Singapore|Сингапур Chinatown
manila PH 14.60 120.98 Asia/Manila 马尼拉|Manila|Манила Binondo
jakarta ID -6.21 106.85 Asia/Jakarta 雅加达|Jakarta|Джакарта Glodok
hanoi VN 21.03 105.85 Asia/Ho_Chi_Minh 河内|Hanoi|Ханой
ho-chi-minh-city VN 10.82 106.63 Asia/Ho_Chi_Minh 胡志明市|Ho Chi Minh City|Хошимин Cholon
phnom-penh KH 11.56 104.92 Asia/Phnom_Penh 金边|Phnom Penh|Пномпень
vientiane LA 17.97 102.60 Asia/Vientiane 万象|Vientiane|Вьентьян
yangon MM 16.84 96.17 Asia/Yangon 仰光|Yangon|Янгон
mumbai IN 19.08 72.88 Asia/Kolkata 孟买|Mumbai|Мумбаи
tokyo JP 35.68 139.69 Asia/Tokyo 东京|Tokyo|Токио
yokohama JP 35.44 139.64 Asia/Tokyo 横滨|Yokohama|Иокогама Chukagai
osaka JP 34.69 135.50 Asia/Tokyo 大阪|Osaka|Осака
seoul KR 37.57 126.98 Asia/Seoul 首尔|Seoul|Сеул
incheon KR 37.46 126.71 Asia/Seoul 仁川|Incheon|Инчхон Chinatown
ulaanbaatar MN 47.91 106.88 Asia/Ulaanbaatar 乌兰巴托|Ulaanbaatar|Улан-Батор
hong-kong HK 22.28 114.16 Asia/Hong_Kong 香港|Hong Kong|Гонконг
macao MO 22.20 113.55 Asia/Macau 澳门|Macao|Макао
sydney AU -33.87 151.21 Australia/Sydney 悉尼|Sydney|Сидней Haymarket
melbourne AU -37.81 144.96 Australia/Melbourne 墨尔本|Melbourne|Мельбурн Chinatown
brisbane AU -27.47 153.03 Australia/Brisbane 布里斯班|Brisbane|Брисбен Sunnybank
auckland NZ -36.85 174.76 Pacific/Auckland 奥克兰|Auckland|Окленд
suva FJ -18.14 178.44 Pacific/Fiji 苏瓦|Suva|Сува
johannesburg ZA -26.20 28.04 Africa/Johannesburg 约翰内斯堡|Johannesburg|Йоханнесбург Cyrildene
cape-town ZA -33.92 18.42 Africa/Johannesburg 开普敦|Cape Town|Кейптаун
nairobi KE -1.29 36.82 Africa/Nairobi 内罗毕|Nairobi|Найроби
dar-es-salaam TZ -6.79 39.21 Africa/Dar_es_Salaam 达累斯萨拉姆|Dar es Salaam|Дар-эс-Салам
addis-ababa ET 9.03 38.74 Africa/Addis_Ababa 亚的斯亚贝巴|Addis Ababa|Аддис-Абеба
lagos NG 6.52 3.38 Africa/Lagos 拉各斯|Lagos|Лагос
accra GH 5.60 -0.19 Africa/Accra 阿克拉|Accra|Аккра
cairo EG 30.04 31.24 Africa/Cairo 开罗|Cairo|Каир
casablanca MA 33.57 -7.59 Africa/Casablanca 卡萨布兰卡|Casablanca|Касабланка
luanda AO -8.84 13.23 Africa/Luanda 罗安达|Luanda|Луанда
port-louis MU -20.16 57.50 Indian/Mauritius 路易港|Port Louis|Порт-Луи Chinatown
`;
