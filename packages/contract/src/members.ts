export * from './members/vocabulary.ts';
export * from './members/profile.ts';
export * from './members/alias.ts';
export * from './members/resource.ts';
export * from './members/admission.ts';
export * from './members/charter.ts';
