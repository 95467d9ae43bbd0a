package dev.holdfast.review.source;

import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.type.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Where an expression is resolved.
 *
 * @param file the file
 * @param frames the types around it, innermost first
 * @param member the simple name of the annotated member; empty on a type
 * @param parameters of the method, empty elsewhere
 * @param result the declared type of the method's result, or null
 * @param base the index of the parameter whose members are meant, from 0; -1 otherwise
 */
record Scope(
    ParsedFile file,
    List<Frame> frames,
    String member,
    List<Parameter> parameters,
    Type result,
    int base) {

  /**
   * One enclosing type.
   *
   * @param type its declaration; null for an anonymous class
   * @param names what an anonymous class declares
   */
  record Frame(TypeRef type, Set<String> names) {}

  static Scope ofType(ParsedFile file, List<Frame> frames) {
    return new Scope(file, List.copyOf(frames), "", List.of(), null, -1);
  }

  Scope ofField(String name) {
    return new Scope(file, frames, name, List.of(), null, -1);
  }

  Scope ofMethod(String name, List<Parameter> declared, Type returned) {
    return new Scope(file, frames, name, List.copyOf(declared), returned, -1);
  }

  Scope ofParameter(int index) {
    return new Scope(file, frames, member, parameters, result, index);
  }

  /** The frames with one more inside. */
  List<Frame> inside(Frame frame) {
    List<Frame> more = new ArrayList<>();
    more.add(frame);
    more.addAll(frames);
    return more;
  }

  /** The innermost type that has a declaration, or null. */
  TypeRef type() {
    return frames.stream().map(Frame::type).filter(t -> t != null).findFirst().orElse(null);
  }

  /** The index of the parameter of that name, from 0, or -1. */
  int parameter(String name) {
    for (int i = 0; i < parameters.size(); i++) {
      if (parameters.get(i).getNameAsString().equals(name)) {
        return i;
      }
    }
    return -1;
  }

  /** What stands for the parameter in a canonical expression. */
  static String placeholder(int index) {
    return "#" + (index + 1);
  }
}
