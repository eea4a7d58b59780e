export * from './gatherings/gathering.ts';
export * from './gatherings/registration.ts';
export * from './gatherings/matchmaking.ts';
export * from './gatherings/schedule.ts';
export * from './gatherings/attendance.ts';
export * from './gatherings/agenda.ts';
export * from './gatherings/interpreting.ts';
export * from './gatherings/outcomes.ts';
