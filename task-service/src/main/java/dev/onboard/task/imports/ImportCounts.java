package dev.onboard.task.imports;

/**
 * How many rows of an import there are, and how many have come to what. Rows of people
 * who were erased since are not among them.
 */
public record ImportCounts(int rows, int toCreate, int created, int alreadyThere, int refused) {
}
