package dev.holdfast.review;

/**
 * Something that a reviewer should know about what was, or was not, reviewed.
 *
 * @param path the file it is about; empty where it is about the review as a whole
 * @param revision the revision at which it holds; empty where it is about both or none
 * @param message a clause about the file, or a sentence
 */
public record ReviewNote(String path, String revision, String message) {

  /** One line for people: {@code src/A.java at HEAD~1: is binary}. */
  public String shown() {
    String where = path + (revision.isEmpty() || path.isEmpty() ? "" : " at " + revision);
    return where.isEmpty() ? message : where + ": " + message;
  }
}
