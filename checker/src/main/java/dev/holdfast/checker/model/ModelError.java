package dev.holdfast.checker.model;

/**
 * Something in a model file that could not be read. The rest of the file is read all the same.
 *
 * @param file the file, as it was named
 * @param line 1-based line; 0 where the file as a whole is meant
 * @param column 1-based column in UTF-16 units, a tab as one; 0 where the line as a whole is meant
 * @param message one clause, no full stop
 */
public record ModelError(String file, int line, int column, String message) {

  @Override
  public String toString() {
    String place = (line == 0 ? "" : ":" + line) + (column == 0 ? "" : ":" + column);
    return file + place + ": " + message;
  }
}
