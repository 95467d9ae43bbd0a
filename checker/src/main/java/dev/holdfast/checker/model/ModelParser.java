package dev.holdfast.checker.model;

import dev.holdfast.checker.model.ModelTokens.Malformed;
import dev.holdfast.checker.model.ModelVocabulary.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the declarations of a model file by recursive descent. What cannot be read is reported and
 * skipped, up to the end of the declaration it stands in.
 */
final class ModelParser {

  private static final Set<String> MODIFIERS =
      Set.of(
          "public",
          "protected",
          "private",
          "static",
          "final",
          "abstract",
          "default",
          "native",
          "synchronized",
          "transient",
          "volatile",
          "strictfp",
          "sealed");
  private static final Set<String> TYPE_KEYWORDS = Set.of("class", "interface", "enum", "record");

  private final ModelTokens tokens;
  private final ModelAnnotationParser annotationParser;
  private final TypeNames typeNames = new TypeNames();
  private final List<ModelType> types = new ArrayList<>();
  private String packageName;

  /**
   * Makes a parser.
   *
   * @param tokens the tokens of a file
   * @param vocabulary what annotations are checked against; nothing, to take them as they are
   * @param packageName the package that is in force until the file names another
   */
  ModelParser(ModelTokens tokens, Optional<ModelVocabulary> vocabulary, String packageName) {
    this.tokens = tokens;
    this.annotationParser = new ModelAnnotationParser(tokens, vocabulary);
    this.packageName = packageName;
  }

  /** Reads the whole file: its types, outer before nested ones. */
  List<ModelType> parse() {
    while (!tokens.atEnd()) {
      try {
        topLevel();
      } catch (Malformed malformed) {
        tokens.report(malformed);
        tokens.skipDeclaration();
        tokens.accept("}");
      }
    }
    return types;
  }

  private void topLevel() throws Malformed {
    if (tokens.accept("package")) {
      packageName = tokens.qualifiedName("a package name");
      tokens.expectSoftly(";");
    } else if (tokens.accept("import")) {
      annotationParser.addImport(tokens.qualifiedName("the qualified name of an annotation"));
      tokens.expectSoftly(";");
    } else if (!tokens.accept(";")) {
      List<PlacedAnnotation> annotations = annotationParser.annotations();
      skipModifiers();
      if (!atType()) {
        throw tokens.malformed("expected 'package', 'import' or a type");
      }
      type(packageName, annotations);
    }
  }

  private void skipModifiers() {
    while (atModifier()) {
      tokens.next();
    }
  }

  private boolean atModifier() {
    return tokens.peek().kind() == ModelToken.Kind.NAME && MODIFIERS.contains(tokens.peek().text());
  }

  private boolean atType() {
    if (tokens.at("@")) {
      return tokens.peek(1).is("interface");
    }
    return TYPE_KEYWORDS.contains(tokens.peek().text())
        && tokens.peek(1).kind() == ModelToken.Kind.NAME
        && !tokens.peek(2).is(";");
  }

  private void type(String prefix, List<PlacedAnnotation> placed) throws Malformed {
    tokens.accept("@");
    boolean isEnum = tokens.next().is("enum");
    String simpleName = tokens.name("a type name").text();
    String qualifiedName = prefix.isEmpty() ? simpleName : prefix.concat(".").concat(simpleName);
    List<ModelAnnotation> annotations = annotationParser.checked(placed, Place.TYPE);
    typeNames.enter();
    try {
      typeParameters();
      skipHeader();
      int place = types.size();
      Body body = new Body(qualifiedName, simpleName);
      if (isEnum) {
        enumConstants(body);
      }
      while (!tokens.at("}") && !tokens.atEnd()) {
        memberOrError(body);
      }
      tokens.expectSoftly("}");
      types.add(place, new ModelType(qualifiedName, annotations, body.methods, body.fields));
    } finally {
      typeNames.leave();
    }
  }

  private void skipHeader() throws Malformed {
    if (tokens.at(".")) {
      throw tokens.malformed("the package stands before the types: expected '{'");
    }
    while (!tokens.at("{")) {
      if (tokens.atEnd() || tokens.at(";") || tokens.at("}")) {
        throw tokens.malformed("expected '{'");
      }
      tokens.next();
    }
    tokens.next();
  }

  private void enumConstants(Body body) throws Malformed {
    while (!tokens.at(";") && !tokens.at("}") && !tokens.atEnd()) {
      List<PlacedAnnotation> annotations = annotationParser.annotations();
      body.fields.add(
          new ModelField(
              tokens.name("an enum constant").text(),
              annotationParser.checked(annotations, Place.FIELD)));
      if (!tokens.accept(",")) {
        break;
      }
    }
    tokens.accept(";");
  }

  private void memberOrError(Body body) {
    try {
      member(body);
    } catch (Malformed malformed) {
      tokens.report(malformed);
      tokens.skipDeclaration();
    }
  }

  private void member(Body body) throws Malformed {
    if (tokens.accept(";")) {
      return;
    }
    List<PlacedAnnotation> annotations = annotationParser.annotations();
    skipModifiers();
    if (atType()) {
      type(body.qualifiedName, annotations);
      return;
    }
    typeNames.enter();
    try {
      typeParameters();
      methodOrField(body, annotations);
    } finally {
      typeNames.leave();
    }
  }

  private void methodOrField(Body body, List<PlacedAnnotation> annotations) throws Malformed {
    ModelToken first = tokens.peek();
    if (first.is(body.simpleName) && tokens.peek(1).is("(")) {
      tokens.next();
      method(body, ModelMethod.CONSTRUCTOR, first, annotations);
      return;
    }
    typeReference();
    ModelToken name = tokens.name("the name of a method or field");
    if (tokens.at("(")) {
      method(body, name.text(), name, annotations);
    } else {
      fields(body, name, annotations);
    }
  }

  private void method(Body body, String name, ModelToken place, List<PlacedAnnotation> annotations)
      throws Malformed {
    List<ModelParameter> parameters = parameters();
    if (tokens.accept("throws")) {
      do {
        typeReference();
      } while (tokens.accept(","));
    }
    ModelMethod method =
        new ModelMethod(
            name, parameters, annotationParser.checked(annotations, Place.METHOD), place.line());
    if (!body.signatures.add(method.signature())) {
      tokens.report(place, "'" + method.signature() + "' is declared twice");
    } else {
      body.methods.add(method);
    }
    if (tokens.at("{")) {
      throw tokens.malformed("a model has no bodies: expected ';'");
    }
    tokens.expectSoftly(";");
  }

  private List<ModelParameter> parameters() throws Malformed {
    tokens.expect("(");
    List<ModelParameter> parameters = new ArrayList<>();
    if (!tokens.at(")")) {
      do {
        parameters.add(parameter());
      } while (tokens.accept(","));
    }
    tokens.expect(")");
    return parameters;
  }

  private ModelParameter parameter() throws Malformed {
    List<PlacedAnnotation> annotations = annotationParser.annotations();
    skipModifiers();
    String type = typeReference();
    boolean varargs = tokens.accept("...");
    String name = tokens.peek().kind() == ModelToken.Kind.NAME ? tokens.next().text() : null;
    return new ModelParameter(
        varargs ? type.concat("[]") : type,
        name,
        annotationParser.checked(annotations, Place.PARAMETER),
        varargs);
  }

  private void fields(Body body, ModelToken first, List<PlacedAnnotation> annotations)
      throws Malformed {
    List<ModelAnnotation> checked = annotationParser.checked(annotations, Place.FIELD);
    body.fields.add(new ModelField(first.text(), checked));
    while (tokens.accept(",")) {
      body.fields.add(new ModelField(tokens.name("a field name").text(), checked));
    }
    if (tokens.at("=")) {
      throw tokens.malformed("a model's field has no value: expected ';'");
    }
    tokens.expectSoftly(";");
  }

  private void typeParameters() throws Malformed {
    if (!tokens.accept("<")) {
      return;
    }
    do {
      annotationParser.annotations();
      String name = tokens.name("a type parameter").text();
      typeNames.declare(name, "Object");
      if (tokens.accept("extends")) {
        typeNames.declare(name, typeReference());
        while (tokens.accept("&")) {
          typeReference();
        }
      }
    } while (tokens.accept(","));
    tokens.expect(">");
  }

  /** Reads a type and returns the simple name of its erasure. */
  private String typeReference() throws Malformed {
    annotationParser.annotations();
    StringBuilder name = new StringBuilder(tokens.name("a type").text());
    boolean qualified = false;
    typeArguments();
    while (tokens.at(".") && tokens.peek(1).kind() == ModelToken.Kind.NAME) {
      tokens.next();
      name.replace(0, name.length(), tokens.next().text());
      qualified = true;
      typeArguments();
    }
    String erased = qualified ? name.toString() : typeNames.erasureOf(name.toString());
    StringBuilder dimensions = new StringBuilder();
    while (tokens.accept("[")) {
      tokens.expect("]");
      dimensions.append("[]");
    }
    return erased.concat(dimensions.toString());
  }

  private void typeArguments() throws Malformed {
    if (!tokens.at("<")) {
      return;
    }
    int depth = 0;
    do {
      if (tokens.atEnd() || tokens.at(";") || tokens.at("{")) {
        throw tokens.malformed("expected '>'");
      }
      depth += tokens.at("<") ? 1 : tokens.at(">") ? -1 : 0;
      tokens.next();
    } while (depth > 0);
  }

  /** What has been read of a type's body. */
  private static final class Body {
    private final String qualifiedName;
    private final String simpleName;
    private final List<ModelMethod> methods = new ArrayList<>();
    private final List<ModelField> fields = new ArrayList<>();
    private final Set<String> signatures = new HashSet<>();

    private Body(String qualifiedName, String simpleName) {
      this.qualifiedName = qualifiedName;
      this.simpleName = simpleName;
    }
  }
}
