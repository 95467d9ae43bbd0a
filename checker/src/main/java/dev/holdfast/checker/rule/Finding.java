package dev.holdfast.checker.rule;

import dev.holdfast.checker.Diagnostic.NoteKind;
import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;

/**
 * A violation of a rule, as data; the words are made from it elsewhere.
 *
 * @param rule the rule
 * @param place where it stands
 * @param member the enclosing member
 * @param subject what was about to happen, or what declaration is at fault, quoted as in source
 * @param lock the lock concerned, as a person would name it; null where none is
 * @param mode the mode needed, in words, or empty
 * @param detail further words that depend on the rule; may be empty
 * @param held what is held there, in words
 * @param notes further places
 * @param fix what would mend it, or null
 * @param foreign whether it stems from another vocabulary's guard
 */
public record Finding(
    Rule rule,
    Place place,
    Element member,
    String subject,
    String lock,
    String mode,
    String detail,
    List<String> held,
    List<Note> notes,
    Fix fix,
    boolean foreign) {

  /** One of a declaration by itself, wherever it is used. */
  static Finding ofDeclaration(
      Rule rule,
      Place place,
      Element member,
      String subject,
      String detail,
      List<Note> notes,
      boolean foreign) {
    return new Finding(
        rule, place, member, subject, null, "", detail, List.of(), notes, null, foreign);
  }

  /** A further place: a tree, or a declaration. */
  public record Note(
      NoteKind kind, Place place, Element element, AnnotationMirror annotation, String text) {
    /** Where what is at fault is declared. */
    public static Note declaration(Element element) {
      return new Note(
          NoteKind.OTHER,
          null,
          element,
          null,
          "'" + element.getSimpleName() + "' is declared here");
    }
  }

  /**
   * The declaration that makes the finding, wherever it shows, so that the first place is enough;
   * null if each place is a mistake of its own.
   */
  public Element cause() {
    return rule == Rule.UNSTABLE_LOCK ? notes.get(0).element() : null;
  }

  /** An annotation to put on a declaration. */
  public record Fix(String description, Element annotate, String annotation) {

    /* Written out as the generated ones are slow to start. */

    @Override
    public int hashCode() {
      return annotation.hashCode();
    }

    @Override
    public boolean equals(Object object) {
      return object instanceof Fix other
          && annotate.equals(other.annotate)
          && annotation.equals(other.annotation)
          && description.equals(other.description);
    }
  }
}
