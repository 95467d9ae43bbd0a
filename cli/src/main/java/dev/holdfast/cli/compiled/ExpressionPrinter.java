package dev.holdfast.cli.compiled;

import dev.holdfast.checker.contract.Env;
import dev.holdfast.checker.contract.LockExpr;
import dev.holdfast.checker.contract.LockExprParser;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/** Prints lock expressions in canonical form, names resolved by the compiler. */
final class ExpressionPrinter {
  private final Env env;

  ExpressionPrinter(Env env) {
    this.env = env;
  }

  /**
   * Where an expression stands.
   *
   * @param type the innermost type
   * @param member the simple name of the annotated field; empty elsewhere
   * @param method whose parameters are visible, or null
   * @param base the index of the annotated parameter, from 0; -1 elsewhere
   */
  record Place(TypeElement type, String member, ExecutableElement method, int base) {
    static Place of(TypeElement type) {
      return new Place(type, "", null, -1);
    }

    /** The innermost type whose members can be meant; an alias means those of what it stands on. */
    TypeElement innermost() {
      return type.getKind() == ElementKind.ANNOTATION_TYPE ? null : type;
    }

    int parameter(String name) {
      List<? extends VariableElement> all = method == null ? List.of() : method.getParameters();
      for (int i = 0; i < all.size(); i++) {
        if (all.get(i).getSimpleName().contentEquals(name)) {
          return i;
        }
      }
      return -1;
    }
  }

  /**
   * A printed part.
   *
   * @param text in canonical form; {@code this} for the instance at hand
   * @param type what it names, where it is a type and no object
   * @param dotted the name so far, where it may become that of a type; else empty
   */
  private record Part(String text, TypeElement type, String dotted) {
    static Part of(String text) {
      return new Part(text, null, "");
    }

    static Part of(TypeElement type) {
      return new Part(type.getQualifiedName().toString(), type, "");
    }
  }

  /** The expression in canonical form. */
  String print(String text, Place place) {
    try {
      Part part = part(LockExprParser.parse(text), place);
      return part.dotted().isEmpty() ? part.text() : "?" + part.text();
    } catch (LockExprParser.SyntaxError e) {
      return "?" + quoted(text);
    }
  }

  private Part part(LockExpr expression, Place place) {
    if (expression instanceof LockExpr.This || expression instanceof LockExpr.Super) {
      return Part.of(place.base() >= 0 ? "#" + (place.base() + 1) : "this");
    } else if (expression instanceof LockExpr.Result) {
      return Part.of("return");
    } else if (expression instanceof LockExpr.Parameter parameter) {
      return Part.of("#" + parameter.number());
    } else if (expression instanceof LockExpr.Name name) {
      return name(name.name(), place);
    } else if (expression instanceof LockExpr.Select select) {
      return select(select, place);
    } else if (expression instanceof LockExpr.Call call) {
      return call(call, place);
    } else if (expression instanceof LockExpr.Index index) {
      return Part.of(part(index.base(), place).text() + "[" + argument(index.index(), place) + "]");
    }
    String literal = argument(expression, place);
    /* no lock, so it is shown as what cannot be resolved */
    return Part.of(
        "?" + (literal.equals("true") || literal.equals("false") ? literal : quoted(literal)));
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private Part name(String name, Place place) {
    if (name.equals("itself") && !place.member().isEmpty()) {
      return Part.of(place.member());
    }
    if (place.base() >= 0) {
      TypeElement type = env.typeElement(place.method().getParameters().get(place.base()).asType());
      boolean has = type != null && hasVariable(type, name);
      if (has) {
        return Part.of(member(type, name, "#" + (place.base() + 1) + "."));
      }
    } else if (place.parameter(name) >= 0) {
      return Part.of("#" + (place.parameter(name) + 1));
    } else {
      for (TypeElement at = place.innermost(); at != null; at = outer(at)) {
        if (hasVariable(at, name)) {
          String instance = at == place.type() ? "" : at.getSimpleName() + ".this.";
          return Part.of(member(at, name, instance));
        }
      }
    }
    TypeElement type = env.resolveType(place.type(), name);
    String object = place.base() >= 0 ? "#" + (place.base() + 1) + "." : "";
    return type == null ? new Part(object + name, null, name) : Part.of(type);
  }

  private Part select(LockExpr.Select select, Place place) {
    String name = select.name();
    boolean ofType = name.equals("class") || name.equals("this");
    Part base = ofType ? type(select.base(), place) : part(select.base(), place);
    if (base.type() != null) {
      if (name.equals("class")) {
        return Part.of(base.text() + ".class");
      }
      if (name.equals("this")) {
        boolean own = base.type() == place.type();
        return Part.of(own ? "this" : base.type().getSimpleName() + ".this");
      }
      TypeElement nested = env.memberType(base.type(), name);
      VariableElement field = env.field(base.type(), name);
      if (field == null && nested != null) {
        return Part.of(nested);
      }
      TypeElement owner = field == null ? base.type() : Env.enclosingType(field);
      return Part.of(owner.getQualifiedName() + "." + name);
    }
    if (!base.dotted().isEmpty()) {
      String dotted = base.dotted() + "." + name;
      TypeElement type = env.elements.getTypeElement(dotted);
      return type == null ? new Part(dotted, null, dotted) : Part.of(type);
    }
    return Part.of(base.text().equals("this") ? name : base.text() + "." + name);
  }

  /** What stands where only a type can. */
  private Part type(LockExpr expression, Place place) {
    if (expression instanceof LockExpr.Name name) {
      TypeElement type = env.resolveType(place.type(), name.name());
      return type == null ? new Part(name.name(), null, name.name()) : Part.of(type);
    }
    if (!(expression instanceof LockExpr.Select select)) {
      return part(expression, place);
    }
    Part outer = type(select.base(), place);
    TypeElement nested = outer.type() == null ? null : env.memberType(outer.type(), select.name());
    if (nested != null) {
      return Part.of(nested);
    }
    String dotted = outer.text() + "." + select.name();
    TypeElement type = env.elements.getTypeElement(dotted);
    return type == null ? new Part(dotted, null, dotted) : Part.of(type);
  }

  private Part call(LockExpr.Call call, Place place) {
    String rest =
        call.name()
            + call.args().stream()
                .map(each -> argument(each, place))
                .collect(Collectors.joining(",", "(", ")"));
    if (call.base() != null) {
      Part base = part(call.base(), place);
      return Part.of(base.text().equals("this") ? rest : base.text() + "." + rest);
    }
    for (TypeElement at = place.innermost(); at != null; at = outer(at)) {
      ExecutableElement method = env.method(at, call.name(), call.args().size());
      if (method != null) {
        boolean own = at == place.type();
        String instance = own ? "" : at.getSimpleName() + ".this.";
        return Part.of(
            Env.isStatic(method)
                ? Env.enclosingType(method).getQualifiedName() + "." + rest
                : instance + rest);
      }
    }
    return Part.of("?" + rest);
  }

  /** Inside brackets parameters stand by position, the rest as it is written. */
  private String argument(LockExpr expression, Place place) {
    if (expression instanceof LockExpr.Name name) {
      int parameter = place.parameter(name.name());
      return parameter >= 0 ? "#" + (parameter + 1) : name.name();
    } else if (expression instanceof LockExpr.Parameter parameter) {
      return "#" + parameter.number();
    } else if (expression instanceof LockExpr.This) {
      return "this";
    } else if (expression instanceof LockExpr.Literal literal) {
      return literal.value() instanceof String text ? quoted(text) : literal.value().toString();
    } else if (expression instanceof LockExpr.Select select) {
      String base = argument(select.base(), place);
      return base.equals("this") ? select.name() : base + "." + select.name();
    } else if (expression instanceof LockExpr.Call call) {
      String base = call.base() == null ? "" : argument(call.base(), place) + ".";
      return (base.equals("this.") ? "" : base)
          + call.name()
          + call.args().stream()
              .map(each -> argument(each, place))
              .collect(Collectors.joining(",", "(", ")"));
    }
    return expression.toString();
  }

  /** Whether an object of the type has that field, or a lock or state of that name. */
  boolean hasVariable(TypeElement type, String name) {
    return env.field(type, name) != null || defines(type, name);
  }

  private boolean defines(TypeElement type, String name) {
    for (TypeElement at : withSupertypes(type)) {
      for (AnnotationMirror mirror : at.getAnnotationMirrors()) {
        for (Values values : Values.flattened(mirror)) {
          boolean defines =
              values.type().endsWith(".DefinesLock") || values.type().endsWith(".DefinesState");
          if (defines && values.text("name").equals(name)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private List<TypeElement> withSupertypes(TypeElement type) {
    List<TypeElement> all = new ArrayList<>(List.of(type));
    for (int i = 0; i < all.size(); i++) {
      for (TypeMirror parent : env.types.directSupertypes(all.get(i).asType())) {
        TypeElement element = env.typeElement(parent);
        if (element != null && !all.contains(element)) {
          all.add(element);
        }
      }
    }
    return all;
  }

  private String member(TypeElement type, String name, String instance) {
    VariableElement field = env.field(type, name);
    return field != null && Env.isStatic(field)
        ? Env.enclosingType(field).getQualifiedName() + "." + name
        : instance + name;
  }

  private static TypeElement outer(TypeElement type) {
    Element at = type.getEnclosingElement();
    return at == null || at.getKind() == ElementKind.PACKAGE ? null : Env.enclosingType(at);
  }

  /**
   * An expression that stands in an alias annotation, put on an object.
   *
   * @param object in canonical form; empty for {@code this}
   */
  String onObject(String term, TypeElement alias, String object) {
    String printed = print(term, Place.of(alias));
    boolean fixed = printed.startsWith("#") || printed.matches("return\\b.*");
    if (fixed || !printed.startsWith("?") && !isOwn(term, alias)) {
      return printed;
    }
    String plain = printed.startsWith("?") ? printed.substring(1) : printed;
    if (object.isEmpty()) {
      return plain;
    }
    return plain.equals("this") ? object : object + "." + plain;
  }

  /** Whether the term begins at the annotated object and not at a type. */
  private boolean isOwn(String term, TypeElement alias) {
    String head = term.strip().split("[^\\p{L}\\p{N}_$]", 2)[0];
    return head.equals("this") || env.resolveType(alias, head) == null;
  }
}
