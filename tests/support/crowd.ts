import type { StandIn } from '../../src/stand-in/stand-in.ts';
import { addPerson, join, type Person } from '../../src/stand-in/world.ts';

/** So many people in the server, none of whom asks more than one person may. */
export const crowd = ({ world }: StandIn, number: number): readonly Person[] =>
  Array.from({ length: number }, (_, at) => {
    const person = addPerson(world, `Reader ${at}`);
    join(world.guild, person);
    return person;
  });
