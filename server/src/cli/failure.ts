/** Why the command could not do what it was asked to: one line for the user that says what, where and what to do. */
export class Failure extends Error {}
