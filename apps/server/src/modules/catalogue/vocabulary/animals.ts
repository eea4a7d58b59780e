/**
 * What labels call that which comes of an animal, beyond the plain names of `ingredients.ts`: key, then Chinese
 * (simplified; traditional is folded), English and Russian words. A single character (鸡, 蛋, 奶) counts too, since what is missed
 * is a false pass. `=` before a Russian word: exactly this form, where a stem would also be another word (мёд, медь).
 */
const rows = `
beef-tallow: 牛油,牛脂,牛脂肪,牛板油,牛骨髓油|tallow,beef fat,beef dripping,dripping,suet,bovine fat,beef oil|говяжий жир,жир говяжий,говяжье сало
lard: 猪油,猪脂,猪板油,猪脂肪,荤油,大油,猪肥膘|lard,pork fat,pig fat,porcine fat|свиной жир,жир свиной,смалец,шпик,лярд,=сало,=сала
animal-fat: 动物油,动物油脂,动物脂肪,动物性油脂,动物脂|animal fat,animal oil|животный жир,жир животный,животного происхождения
chicken-fat: 鸡油,鸡脂|chicken fat,chicken oil,poultry fat,schmaltz|куриный жир,жир куриный,жир птичий,птичий жир
duck-fat: 鸭油,鸭脂|duck fat,duck oil|утиный жир,жир утиный
goose-fat: 鹅油,鹅脂|goose fat,goose oil|гусиный жир,жир гусиный
beef: 牛,毛肚,牛百叶|beef,veal,bovine,cattle,ox,oxtail,tripe|говядина,говяжий,телятина
pork: 猪,肥肠,排骨,火腿,培根,腊肠,香肠,黄喉|pork,pig,porcine,ham,bacon,swine|свинина,свиной,ветчина,бекон
mutton: 羊|mutton,lamb,sheep,goat,ovine|баранина,бараний,ягнятина,козлятина
rabbit: 兔|rabbit|кролик,крольчатина,кроличий
chicken: 鸡|chicken,hen|курица,куриный,=куры,=кур,цыпленок
duck: 鸭|duck|утка,утиный,утятина
goose: 鹅|goose|гусь,гусиный,гусятина
poultry: 火鸡,鹌鹑,鸽子,鸽肉,乳鸽,禽|poultry,turkey,quail,pigeon|мясо птицы,индейка,перепелка
game: 鹿肉,鹿茸,马肉,驴肉,驼肉,田鸡,牛蛙,蛙,雪蛤,甲鱼,鳖,龟板,龟甲,鳄鱼|venison,horse meat,horsemeat,donkey,deer,frog,turtle|оленина,конина,лягушка
meat: 肉,血豆腐,血旺,内脏|meat,sausage,offal,liver,blood|мясо,мясной,колбаса,=печень,=печени,=печенью
bone-broth: 骨,骨汤,高汤,上汤|bone,broth,meat stock,meat extract|кость,костный,бульон
gelatine: 明胶,吉利丁,阿胶,骨胶|gelatine,gelatin|желатин
collagen: 胶原,胶原蛋白|collagen|коллаген
casings: 肠衣|casings|кишечная оболочка
milk: 奶,乳,奶酪,干酪,芝士,起司,黄油,酥油,酪蛋白,酪朊酸,乳清,乳清蛋白,奶油,乳脂,牛奶,牛乳,羊奶,羊乳,马奶,驼奶,牛轧糖|milk,whey,casein,caseinate,lactose,butter,buttermilk,butterfat,ghee,cheese,cream,yoghurt,yogurt,dairy,lactalbumin,curd,kefir|молоко,молочный,сыворотка,казеин,казеинат,лактоза,сливки,сливочный,=сыр,=сыра,=сыром,=сыры,сырный,творог,йогурт,сметана,кефир
egg: 蛋,鸡蛋,鸭蛋,鹅蛋,鹌鹑蛋,蛋黄酱|egg,albumen,ovalbumin,yolk,mayonnaise|яйцо,яиц,яичный,желток,майонез
fish: 鱼,鳗,鳕,鲑,鲣,鳝,泥鳅,金枪,沙丁|fish,anchovy,tuna,salmon,cod,bonito,sardine,mackerel,herring,eel,katsuobushi,surimi,isinglass,roe,caviar|рыба,рыбный,рыбий,анчоус,тунец,тунца,лосось,треска,сельдь,скумбрия,икра,сурими
sturgeon-roe: 鲟鱼籽酱,鲟鱼子,鲟鱼子酱|sturgeon caviar|осетровая икра,икра осетровая
seafood: 海鲜,海参,海胆,海蜇|seafood,sea cucumber,sea urchin,jellyfish|морепродукты,трепанг,медуза
shrimp: 虾|shrimp,prawn,krill|креветка,креветочный,криль
crayfish: 小龙虾,龙虾|crayfish,crawfish,lobster|=раки,=раков,омар,лангуст
crab: 蟹|crab|краб,крабовый
squid: 鱿,鱿鱼,墨鱼,章鱼,乌贼|squid,cuttlefish,octopus,calamari|кальмар,осьминог,каракатица
molluscs: 蚝,蚝油,牡蛎,扇贝,干贝,贻贝,瑶柱,鲍鱼,蛤,蚌,蛏,螺,蜗牛|oyster,clam,mussel,scallop,abalone,snail,conch,whelk,mollusc,mollusk|устрица,устричный,мидия,гребешок,моллюск,улитка
honey: 蜂蜜,花蜜,蜜糖|honey|=мед,=меда,=медом,=меду,=меде,медовый
royal-jelly: 蜂王浆,王浆|royal jelly|маточное молочко
propolis: 蜂胶|propolis|прополис
bee-pollen: 蜂花粉|bee pollen|пчелиная пыльца,пыльца пчелиная
beeswax: 蜂蜡|beeswax|пчелиный воск,воск пчелиный
insects: 昆虫,蚕蛹,蜂蛹,蟋蟀,黄粉虫,蝗虫,蚂蚱,蚂蚁,竹虫|insect,cricket,mealworm,locust,silkworm|насекомое,насекомых,сверчок,саранча,мучной червь
carmine: 胭脂虫,胭脂虫红|carmine,cochineal,e120|кармин,кошениль
shellac: 紫胶,虫胶|shellac,e904|шеллак
lanolin: 羊毛脂|lanolin,wool fat|ланолин
birds-nest: 燕窝|bird's nest,edible nest|ласточкино гнездо
`;

/** Names in which a word of the list above is no animal: what stands inside a longer name doesn't count. */
const innocent = `
zh: 牛油果,牛蒡,牛肝菌,牛至,牛膝,牛角椒,牛磺酸,牛心果,牛奶果,牵牛,牛舌草,牛蒡子,牛樟芝,牛皮菜
zh: 猪苓,猪笼草,猪毛菜,猪屎豆,猪牙皂,猪肚菇,羊肚菌,羊栖菜,淫羊藿,羊角菜,羊蹄甲,羊奶果,羊角椒
zh: 鸡枞,鸡枞菌,鸡㙡,鸡油菌,鸡头米,鸡心果,鸡心椒,鸡心枣,鸡血藤,鸡骨草,鸡骨香,鸡矢藤,鸡屎藤,鸡冠花,鸡蛋花,鸡蛋果,鸡尾酒,鸡腿菇,鸡腿蘑,鸡毛菜,鸡豆,鸡爪槭,鸡爪黄连,鸡嘴豆,素鸡,素鸭,素鹅,素肉,素火腿,素蚝油,素鱼,素虾
zh: 鸭跖草,鸭儿芹,鸭脚木,鸭梨,鸭舌草,鸭掌木,鸭嘴花,鸭脚粟,鹅掌菜,鹅掌楸,鹅肠菜,鹅不食草,鹅蛋菌,鹅观草,兔眼蓝莓,兔儿伞
zh: 鱼腥草,鱼香,鱼尾葵,鱼眼草,鱼鳞草,金鱼草,虾青素,虾夷葱,蟹味菇,蟹爪兰,螺旋藻,螺丝椒,蛤蟆草
zh: 大豆蛋白,大豆分离蛋白,豌豆蛋白,花生蛋白,大米蛋白,玉米蛋白,小麦蛋白,植物蛋白,谷物蛋白,组织蛋白,豆蛋白,谷蛋白,分离蛋白,蛋白酶,蛋白质,蛋氨酸,蛋黄果
zh: 椰奶,豆奶,杏仁奶,燕麦奶,核桃奶,花生奶,植物奶,米奶,奶油果,奶蓟,奶白菜,奶浆菌,植物奶油,植物黄油,人造黄油,植物酥油,起酥油,椰子奶
zh: 乳酸,乳化,乳木果,豆乳,腐乳,豆腐乳,椰乳,乳香,乳菇,植物乳,杏仁乳,花生乳,核桃乳,燕麦乳,钟乳石,乳瓜,乳黄瓜,乳胶,胶乳,乳苣,乳牛肝菌,乳酸菌
zh: 肉桂,肉豆蔻,肉苁蓉,果肉,桂圆肉,龙眼肉,椰肉,椰子肉,枣肉,萸肉,植物肉,人造肉,核桃肉,莲肉,多肉,瓜肉,杏肉,桃肉,梅肉,橘肉,桔肉,柚肉,芒果肉,柠檬肉,豆肉,菌肉
zh: 骨碎补,补骨脂,透骨草,龙骨,无骨,去骨,虎皮青椒,龙舌兰花蜜,蚂蚁上树
en: coconut milk,coconut cream,coconut meat,coconut butter,soy milk,soya milk,soybean milk,almond milk,oat milk,rice milk,nut milk,plant milk,walnut milk,peanut milk,milk thistle,milk vetch,soy cream,vegetable cream,plant cream
en: cocoa butter,cacao butter,peanut butter,shea butter,nut butter,almond butter,apple butter,sesame butter,mango butter,vegetable butter,vegan butter,vegan cheese,butter bean,butter lettuce,butter nut,cream of tartar,bean curd,soy cheese
en: egg plant,egg fruit,oyster mushroom,king oyster mushroom,oyster plant,chicken of the woods,hen of the woods,chick pea,beef tomato,beefsteak mushroom,ox tongue fungus,duck weed,goose grass,goose berry,fish mint,crab apple,crab mushroom,lamb lettuce,lamb quarters,horse chestnut,snail clover
en: honey suckle,honey dew,honey melon,honey locust,honey pomelo,honey tangerine,honey peach,honey mandarin,locust bean,locust bean gum,carob locust,fish flavour eggplant,fish fragrant
en: nut meat,fruit meat,plant meat,plant based meat,vegan meat,soy meat,vegetable meat,meat substitute,vegetable broth,mushroom broth,non dairy,lactic acid,goat weed,horny goat weed,sheep sorrel,hen fruit tree,pig weed,pig nut,bone set
ru: кокосовое молоко,молоко кокосовое,соевое молоко,молоко соевое,миндальное молоко,овсяное молоко,рисовое молоко,растительное молоко,молочная кислота,кислота молочная,кокосовые сливки,растительные сливки,соевый сыр,соевое мясо,мясо соевое,растительное мясо,мясо растительное,кабачковая икра,икра кабачковая,баклажанная икра,икра баклажанная,овощная икра,икра овощная,овощной бульон,бульон овощной,грибной бульон,бульон грибной,молочный чертополох,=медь
`;

/** Words by which something of an animal is named, in any language; `key` is the fact that rules ask for. */
export const animalWords: readonly { key: string; word: string }[] = rows
  .trim()
  .split('\n')
  .flatMap((row) => {
    const [, key, words] = /^(\S+): (.+)$/u.exec(row)!;
    return words!.split(/[,|]/u).map((word) => ({ key: key!, word }));
  });

export const innocentWords: readonly string[] = innocent
  .trim()
  .split('\n')
  .flatMap((row) => row.slice(4).split(','));
