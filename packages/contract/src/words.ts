// The contract’s lists of words, each in one place. A module of its own without schemas, which no browser needs: forms and
// filters offer these.

// Products
export const productStates = ['draft', 'published', 'withdrawn'] as const;
/** How goods are kept: ambient 10–30 °C, cool 8–15 °C, chilled 0–8 °C, frozen −18 °C and below; none for what doesn't mind. */
export const storageClasses = ['ambient', 'cool', 'chilled', 'frozen', 'none'] as const;
/** Incoterms 2020. */
export const incoterms = [
  'EXW',
  'FCA',
  'CPT',
  'CIP',
  'DAP',
  'DPU',
  'DDP',
  'FAS',
  'FOB',
  'CFR',
  'CIF',
] as const;
/** Units of quantity, UN/CEFACT Recommendation 20: piece, kilogram, tonne, litre, metre, set, pair. */
export const quantityUnits = ['H87', 'KGM', 'TNE', 'LTR', 'MTR', 'SET', 'PR'] as const;
/** Whether anything of an animal is in it; some markets refuse what is not declared. */
export const animalIngredients = ['none', 'contains', 'unknown'] as const;
/** The allergens of Regulation (EU) 1169/2011, annex II: the longest list in use, so that every market's is part of it. */
export const allergens = [
  'gluten',
  'crustaceans',
  'eggs',
  'fish',
  'peanuts',
  'soybeans',
  'milk',
  'nuts',
  'celery',
  'mustard',
  'sesame',
  'sulphites',
  'lupin',
  'molluscs',
] as const;
export const packingLevels = ['unit', 'inner', 'carton', 'pallet'] as const;
export const certificateKinds = [
  'food-licence',
  'organic',
  'halal',
  'kosher',
  'haccp',
  'iso-22000',
  'brc',
  'gacc',
  'fda',
  'eac',
  'ce',
  'geographical-indication',
  'origin',
  'fce-sid',
  'health',
  'phytosanitary',
  'attestation',
  'product-registration',
  'facility-registration',
  'importer-licence',
  'import-permit',
  'laboratory-report',
  'un-38-3',
  'type-approval',
  'cites',
  'traceability',
  'producer-registration',
  'other',
] as const;

// Members and mails
/** Belt and Road, and the emerging fields that reports are cut by. */
export const memberTags = [
  'belt-and-road',
  'photovoltaics',
  'new-energy-vehicles',
  'lithium-batteries',
  'cross-border-e-commerce',
  'digital-trade',
  'cold-chain',
  'organic-food',
  'intangible-heritage',
  'biomedicine',
  'low-altitude-economy',
  'artificial-intelligence',
] as const;
/** Languages that members are asked for by name; the contract takes any other as well. */
export const memberLanguages = [
  'zh-CN',
  'yue',
  'en',
  'ru',
  'de',
  'fr',
  'es',
  'pt',
  'it',
  'nl',
  'pl',
  'cs',
  'hu',
  'sr',
  'tr',
  'ar',
  'fa',
  'kk',
  'hi',
  'id',
  'ms',
  'th',
  'vi',
  'ja',
  'ko',
  'sw',
] as const;
export const mailStates = ['waiting', 'sent', 'failed', 'kept'] as const;
export const mailSorts = ['newest', 'oldest', 'recipient'] as const;

// Relations
export const relationKinds = [
  'trade',
  'partnership',
  'membership',
  'kinship',
  'hometown',
  'schoolmates',
  'acquaintance',
] as const;
/**
 * Who may learn of a relation. `hidden`: nobody but the two. `existence`: that there is one may lead others to an
 * introduction, without saying between whom. `open`: members may read who it is. Of the two sides' wishes the closer counts.
 */
export const relationVisibility = ['hidden', 'existence', 'open'] as const;

// Demands
/** How often the quantity is wanted. */
export const demandRhythms = ['once', 'weekly', 'monthly', 'quarterly', 'yearly'] as const;
export const demandSorts = ['newest', 'closing'] as const;
/** What a buyer says of a product that was proposed; all but `taken` is why it was refused. */
export const matchAnswers = ['taken', 'price', 'goods', 'quality', 'late', 'other'] as const;

// Deals
/** A letter of intent and a framework bind nobody to an amount; the other three do. */
export const dealKinds = ['intent', 'framework', 'purchase', 'agency', 'service'] as const;
/** In order; not every kind goes through all. `ended` may follow any stage before `signed`. */
export const dealStages = [
  'inquiry',
  'offer',
  'agreed',
  'contract',
  'signed',
  'effective',
  'shipped',
  'paid',
  'closed',
  'ended',
] as const;
export const dealSides = ['seller', 'buyer'] as const;
export const dealSorts = ['active', 'deadline', 'newest'] as const;

// The board
/** What has been signed as an intention, contracted, come into effect, been paid: never added together. */
export const boardTiers = ['intent', 'contract', 'effective', 'paid'] as const;
/** Fields that customs or the government name as growing; which HS codes are each is a fact with a source. */
export const emergingFields = [
  'new-energy-vehicles',
  'lithium-batteries',
  'photovoltaics',
  'wind-turbines',
  'unmanned-aircraft',
  'industrial-robots',
  'additive-manufacturing',
] as const;
export const countrySorts = ['contract', 'effective', 'paid', 'intent', 'country'] as const;
/** How far a product has come, from a symbol of its region to a hit in several continents. */
export const symbolStages = ['regional', 'known', 'several', 'global'] as const;
export const symbolSorts = ['stage', 'orders'] as const;

// Freight
/** Where cargo changes over, begins and ends. */
export const hubKinds = [
  'city',
  'rail-terminal',
  'border-crossing',
  'airport',
  'river-port',
  'seaport',
  'warehouse',
] as const;
/** Ambient 10–30 °C, cool 8–15 °C, chilled 0–8 °C, frozen −18 °C and below. */
export const temperatureClasses = ['ambient', 'cool', 'chilled', 'frozen'] as const;
export const shipmentEventKinds = [
  'collected',
  'received',
  'departed',
  'arrived',
  'customs-submitted',
  'customs-released',
  'held',
  'exception',
  'out-for-delivery',
  'delivered',
  'returned',
  'cancelled',
] as const;
/** Where a shipment stands; follows from its events. */
export const shipmentStatuses = [
  'registered',
  'in-transit',
  'at-hub',
  'at-customs',
  'held',
  'exception',
  'out-for-delivery',
  'delivered',
  'returned',
  'cancelled',
] as const;

// Markets
/** What follows where a product doesn't meet a rule: it may not enter, a document is lacking, the label must change. */
export const ruleEffects = ['blocks', 'needsDocument', 'label'] as const;
/** high: read in the source named. medium: well known, the source named was not read again. low: hearsay, or read elsewhere. */
export const confidences = ['high', 'medium', 'low'] as const;

/** What somebody needs to enter China for business. */
export const visaRules = ['unilateralWaiver', 'mutualWaiver', 'ownPapers', 'businessVisa'] as const;
/** What a habit is about. */
export const habitTopics = ['pack', 'gift', 'colour', 'number', 'meeting', 'taste', 'calendar'] as const;
export const questionSubjects = ['pack', 'offer', 'other'] as const;

// Plans
export const planStates = ['current', 'reopened', 'archived'] as const;
/** `name`: of the product, in the reader's language; `arrives`: the soonest first, those without a road last. */
export const planSorts = ['newest', 'name', 'market', 'state', 'arrives'] as const;
/** What the plan says first. `refused` by a rule; `noRoad` in time or at all; `notReady`: a pillar is empty. */
export const planVerdicts = ['refused', 'noRoad', 'unknown', 'notReady', 'needsDocuments', 'ready'] as const;
export const roadWishes = [
  'balanced',
  'fastest',
  'cheapest',
  'greenest',
  'freshest',
  'fewestTransfers',
] as const;

// Gatherings
export const gatheringKinds = ['opening', 'fair', 'delegation', 'tour', 'culture'] as const;
/** `waiting`: approved as far as the host goes, but all places are taken. */
export const registrationStates = ['asked', 'approved', 'waiting', 'refused', 'withdrawn'] as const;
export const wishKinds = ['must', 'want', 'no'] as const;
export const attendanceKinds = ['missing', 'changed'] as const;
/** `missed`: it did not take place. */
export const meetingComes = ['met', 'missed'] as const;
