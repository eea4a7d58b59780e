export { lifeAt, lifeRate, type ChillingInjury, type LifeLimits, type LifeModel } from './model.ts';
export { historyAlong, type LegKept, type Stay } from './history.ts';
export { lifeConsumed, type Breach, type LifeLeft } from './life.ts';
export { meanKineticTemperature } from './mean-kinetic-temperature.ts';
export { LifeFault, type LifeProblem } from './fault.ts';
