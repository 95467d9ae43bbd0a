package dev.holdfast.review.source;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** One parsed source file with its types by qualified name, nested ones included. */
final class ParsedFile {
  private final String path;
  private final CompilationUnit unit;
  private final Map<String, TypeDeclaration<?>> types = new LinkedHashMap<>();

  ParsedFile(String path, CompilationUnit unit) {
    this.path = path;
    this.unit = unit;
    String packageName = packageName();
    for (TypeDeclaration<?> type : unit.getTypes()) {
      if (type instanceof ClassOrInterfaceDeclaration declared && declared.isCompact()) {
        /* A source without a class is the class that the file is called. */
        type.setName(path.substring(path.lastIndexOf('/') + 1).replaceAll("\\.java$", ""));
      }
      add(packageName.isEmpty() ? "" : packageName + ".", type);
    }
  }

  private void add(String prefix, TypeDeclaration<?> type) {
    String name = prefix + type.getNameAsString();
    types.put(name, type);
    for (BodyDeclaration<?> member : type.getMembers()) {
      if (member instanceof TypeDeclaration<?> nested) {
        add(name + ".", nested);
      }
    }
  }

  String path() {
    return path;
  }

  CompilationUnit unit() {
    return unit;
  }

  String packageName() {
    return unit.getPackageDeclaration().map(p -> p.getNameAsString()).orElse("");
  }

  Optional<TypeRef> type(String qualifiedName) {
    TypeDeclaration<?> type = types.get(qualifiedName);
    return type == null ? Optional.empty() : Optional.of(new TypeRef(this, type, qualifiedName));
  }

  /** The types by qualified name, in source order, outer before nested. */
  Map<String, TypeDeclaration<?>> types() {
    return types;
  }
}
